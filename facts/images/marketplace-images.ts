import { updateManager } from "../documents";
import { source } from "../source";
import { type ImageList, imageRows } from "./image-list";
import { linuxImages } from "./marketplace/linux";
import { windowsImages } from "./marketplace/windows";

/**
 * The marketplace images Azure Update Manager assesses and patches, on demand and on schedule. The list is closed:
 * no other image of the marketplace is supported, and {@link excludedImages} are not even where a row here matches.
 */
export const updateManagerImages: ImageList = {
  rows: [...windowsImages, ...linuxImages],
  source: source(updateManager("support-matrix-updates")),
};

/** The marketplace images Update Manager excludes by name; an exclusion wins over {@link updateManagerImages}. */
export const excludedImages: ImageList = {
  rows: [
    ...imageRows("Windows", {
      "center-for-internet-security-inc": { "cis-windows-server": ["cis-windows-server-l*-azure-observability"] },
    }),
    ...imageRows("Linux", {
      openlogic: { "centos-hpc": ["*"], centos: ["8*"] },
      redhat: { "rhel-ha": ["81_gen2"] },
      microsoftsqlserver: { "sql2019-sles*": ["*"], "sql2019-rhel7": ["*"], "sql2017-rhel7": ["*"] },
    }),
  ],
  source: source(updateManager("support-matrix-updates")),
};

/** The marketplace images at the end of their life: still patched, but Update Manager is to withdraw its support. */
export const deprecatedImages: ImageList & { readonly note: string } = {
  rows: imageRows("Linux", { openlogic: { "centos*": ["*"] } }),
  note: "CentOS is out of service and Update Manager's support for it is to be withdrawn.",
  source: source(updateManager("support-matrix-updates")),
};
