import { computeDocs } from "../documents";
import type { OperatingSystem } from "../operating-system";
import { type Source, source } from "../source";
import { type Distribution, operatingSystemOf } from "./distributions";
import { type MarketplaceImage, matchesRow } from "./image-list";
import { excludedImages, updateManagerImages } from "./marketplace-images";
import * as version from "./version";

/** What publisher, offer and sku tell of an image. A property is undefined where they do not tell it. */
export interface ImageDescription {
  readonly operatingSystem: OperatingSystem | undefined;
  readonly distribution: Distribution | undefined;
  /** As the distribution writes it: `24.04`, `9`, `9.4`, `15 SP5`, `2012 R2`. */
  readonly version: string | undefined;
  /**
   * Whether updates come with the licence through the platform (RHUI, SUSE update infrastructure); false for BYOS.
   * Undefined for distributions without a subscription, and where another publisher than the vendor sells the image.
   */
  readonly payAsYouGo: boolean | undefined;
  readonly source: readonly Source[];
}

interface Recognition {
  /** Matched against `publisher:offer:sku` in lower case. */
  readonly pattern: RegExp;
  readonly distribution: Distribution;
  readonly version: (image: MarketplaceImage) => string | undefined;
}

// The first match decides: publishers of one distribution come before words that any publisher's offer may contain.
const recognitions: readonly Recognition[] = [
  { pattern: /^microsoftwindowsdesktop:/, distribution: "Windows client", version: version.windowsClient },
  { pattern: /^microsoftwindowsserver:/, distribution: "Windows Server", version: version.windowsServer },
  { pattern: /^canonical:/, distribution: "Ubuntu", version: version.ubuntu },
  { pattern: /^redhat:/, distribution: "Red Hat Enterprise Linux", version: version.majorMinor },
  { pattern: /^suse:opensuse/, distribution: "openSUSE", version: version.openSuse },
  { pattern: /^suse:sle(s|-hpc)/, distribution: "SUSE Linux Enterprise Server", version: version.suse },
  { pattern: /^(debian|credativ):/, distribution: "Debian", version: version.debian },
  { pattern: /^oracle:oracle-(linux|database)/, distribution: "Oracle Linux", version: version.oracleLinux },
  { pattern: /^almalinux:/, distribution: "AlmaLinux", version: version.majorMinor },
  { pattern: /^microsoft(cblmariner|azurelinux):/, distribution: "Azure Linux", version: version.azureLinux },
  { pattern: /^openlogic:/, distribution: "CentOS", version: version.majorMinor },
  { pattern: /^kinvolk:/, distribution: "Flatcar Container Linux", version: () => undefined },
  { pattern: /^kali-linux:/, distribution: "Kali Linux", version: () => undefined },
  { pattern: /rocky_?linux|rockey_linux/, distribution: "Rocky Linux", version: version.majorMinor },
  { pattern: /almalinux/, distribution: "AlmaLinux", version: version.majorMinor },
  { pattern: /oracle-?linux|ntg_oracle/, distribution: "Oracle Linux", version: version.majorMinor },
  { pattern: /centos/, distribution: "CentOS", version: version.centOs },
  { pattern: /ubuntu/, distribution: "Ubuntu", version: version.ubuntu },
  { pattern: /rhel|redhat/, distribution: "Red Hat Enterprise Linux", version: version.redHat },
  { pattern: /(^|[^a-z])sles/, distribution: "SUSE Linux Enterprise Server", version: version.suse },
  { pattern: /mariner/, distribution: "Azure Linux", version: version.azureLinux },
  { pattern: /windows|[:-]ws20|win(20|-20)/, distribution: "Windows Server", version: version.windowsServer },
];

const platformUpdates = source(
  computeDocs("virtual-machines/workloads/redhat/redhat-rhui"),
  computeDocs("virtual-machines/linux/azure-hybrid-benefit-linux"),
);

const subscribed: readonly (Distribution | undefined)[] = ["Red Hat Enterprise Linux", "SUSE Linux Enterprise Server"];
const sellers = ["redhat", "suse"];

function isPayAsYouGo({ publisher, offer, sku }: MarketplaceImage, distribution: Distribution | undefined) {
  if (!subscribed.includes(distribution)) return undefined;
  if (/byos|byol/i.test(`${offer}:${sku}`)) return false;
  return sellers.includes(publisher.toLowerCase()) ? true : undefined;
}

function listedOperatingSystem(image: MarketplaceImage): OperatingSystem | undefined {
  const rows = [...updateManagerImages.rows, ...excludedImages.rows].filter((row) => matchesRow(row, image));
  // Both halves of the list have `microsoftsqlserver:*:*`: the names alone do not tell the system then.
  const systems = new Set(rows.map(({ operatingSystem }) => operatingSystem));
  return systems.size === 1 ? [...systems][0] : undefined;
}

/**
 * Which system an image holds, from its names alone: by the publishers and offers known here, and otherwise, for the
 * operating system, by the lists of Update Manager. An image that neither tells of has undefined properties.
 */
export function describeImage(image: MarketplaceImage): ImageDescription {
  const name = `${image.publisher}:${image.offer}:${image.sku}`.toLowerCase();
  const recognition = recognitions.find(({ pattern }) => pattern.test(name));
  const operatingSystem = recognition ? operatingSystemOf[recognition.distribution] : listedOperatingSystem(image);
  const distribution = recognition?.distribution ?? (operatingSystem === "Windows" ? "Windows Server" : undefined);
  const payAsYouGo = isPayAsYouGo(image, distribution);
  return {
    operatingSystem,
    distribution,
    version: recognition ? recognition.version(image) : undefined,
    payAsYouGo,
    source: [...updateManagerImages.source, ...(payAsYouGo === undefined ? [] : platformUpdates)],
  };
}
