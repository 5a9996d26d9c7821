import { computeDocs, updateManager } from "../documents";
import { type Fact, source } from "../source";
import { describeImage } from "./describe";
import { findRow, type MarketplaceImage } from "./image-list";
import { deprecatedImages } from "./marketplace-images";

/** An Ubuntu release whose standard support is over. */
export interface UbuntuRelease {
  readonly version: string;
  /** The month in which standard support ended, as YYYY-MM. */
  readonly ended: string;
  /**
   * What the licence type of {@link ubuntuProLicense} does to a machine of this release: it attaches by itself at its
   * next start, or when `pro auto-attach` is run inside, or never.
   */
  readonly attachesToPro: "by itself" | "by hand" | "never";
}

/** The Ubuntu releases whose standard support is over. */
export const ubuntuPastStandardSupport: Fact & { readonly rows: readonly UbuntuRelease[] } = {
  rows: [
    { version: "14.04", ended: "2019-04", attachesToPro: "never" },
    { version: "16.04", ended: "2021-04", attachesToPro: "by hand" },
    { version: "18.04", ended: "2023-05", attachesToPro: "by hand" },
    { version: "20.04", ended: "2025-05", attachesToPro: "by itself" },
  ],
  source: source(updateManager("security-awareness-ubuntu-support"), "https://ubuntu.com/about/release-cycle"),
};

/**
 * The licence type that turns a machine from a Canonical image into Ubuntu Pro, for good. Images of other publishers and
 * custom images cannot be turned.
 */
export const ubuntuProLicense = {
  licenseType: "UBUNTU_PRO",
  publisher: "Canonical",
  source: source(computeDocs("virtual-machines/workloads/canonical/ubuntu-pro-in-place-upgrade")),
} as const satisfies Fact & Record<string, unknown>;

/** Whether a Canonical image is Ubuntu Pro, which its offer (`0001-com-ubuntu-pro-focal`) or sku (`ubuntu-pro`) says. */
export function isUbuntuPro({ publisher, offer, sku }: MarketplaceImage): boolean {
  return publisher.toLowerCase() === "canonical" && /(^|[-_])pro([-_]|$)/i.test(`${offer}-${sku}`);
}

/**
 * The last minor version of each major version of Red Hat Enterprise Linux that will have no newer one: an image locked
 * to it misses nothing.
 */
export const lastRedHatMinorVersions: Fact & { readonly versions: readonly string[] } = {
  versions: ["6.10", "7.9", "8.10"],
  source: source("https://access.redhat.com/support/policy/updates/errata"),
  unconfirmed:
    "Red Hat's page describes the phases of support; that these minor versions are the last is not quoted from it.",
};

/** How the images of Red Hat Enterprise Linux are locked to a minor version. */
export const minorVersionLock: Fact & { readonly statement: string } = {
  statement:
    "A sku with a minor version is connected to Extended Update Support repositories and stays on that minor version; X-LVM and X-RAW follow the newest one.",
  source: source(
    computeDocs("virtual-machines/workloads/redhat/redhat-rhui"),
    computeDocs("virtual-machines/workloads/redhat/redhat-images"),
  ),
};

/**
 * The minor version that a pay-as-you-go image of Red Hat Enterprise Linux stays on while newer ones appear; undefined
 * for every other image. The images for SAP are locked too, but on purpose: their certification asks for it.
 */
export function lockedMinorVersion(image: MarketplaceImage): string | undefined {
  const { distribution, version, payAsYouGo } = describeImage(image);
  if (distribution !== "Red Hat Enterprise Linux" || payAsYouGo !== true || version === undefined) return undefined;
  const isForSap = /sap/i.test(`${image.offer}:${image.sku}`);
  if (isForSap || !version.includes(".") || lastRedHatMinorVersions.versions.includes(version)) return undefined;
  return version;
}

/**
 * The licence types by which a machine from an image without a subscription (BYOS) gets its updates through the platform
 * after all (Azure Hybrid Benefit for Linux). Red Hat's take effect with the extension `AHBForRHEL` on the machine.
 */
export const platformLicenseTypes: Fact & { readonly values: readonly string[] } = {
  values: [
    "RHEL_BASE",
    "RHEL_EUS",
    "RHEL_SAPAPPS",
    "RHEL_SAPHA",
    "RHEL_BASESAPAPPS",
    "RHEL_BASESAPHA",
    "SLES",
    "SLES_SAP",
    "SLES_HPC",
  ],
  source: source(computeDocs("virtual-machines/linux/azure-hybrid-benefit-linux")),
};

/** Whether an image is at the end of its life: still patched, but for how long is open. */
export function isDeprecated(image: MarketplaceImage): boolean {
  return findRow(deprecatedImages, image) !== undefined;
}
