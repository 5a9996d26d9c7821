/**
 * How each distribution writes its version into the offer and sku of its images. Every reader returns the version as
 * the distribution itself writes it, or undefined where the names do not tell.
 */
import type { MarketplaceImage } from "./image-list";

const ubuntuCodeNames: Readonly<Record<string, string>> = {
  xenial: "16.04",
  bionic: "18.04",
  focal: "20.04",
  jammy: "22.04",
  noble: "24.04",
};

/** `22_04-lts-gen2`, `ubuntu-24_04-lts`, `2204`, and offers that only name the release, such as `…-focal`. */
export function ubuntu({ offer, sku }: MarketplaceImage): string | undefined {
  for (const text of [sku, offer]) {
    const match = /(?<!\d)(1[4-9]|2\d)[._-]?(04|10)(?!\d)/.exec(text);
    if (match) return `${match[1]}.${match[2]}`;
  }
  const codeName = /xenial|bionic|focal|jammy|noble/i.exec(offer)?.[0];
  return codeName && ubuntuCodeNames[codeName.toLowerCase()];
}

function readMajorMinor(text: string): string | undefined {
  const match = /(?<!\d)(10|[6-9])(?:[._]?(\d{1,2}))?(?!\d)/.exec(text);
  return match?.[1] && (match[2] ? `${match[1]}.${match[2]}` : match[1]);
}

/** `9-lvm-gen2`, `9_4`, `94_gen2`, `8.2`, `810-gen2`, `rhel-lvm92`, `90sapapps-gen2`: Red Hat's and its rebuilds' way. */
export function majorMinor({ offer, sku }: MarketplaceImage): string | undefined {
  return readMajorMinor(sku) ?? readMajorMinor(/linux-?(\d.*)$/i.exec(offer)?.[1] ?? "");
}

/** A version right behind the name of Red Hat's distribution, in the offer or sku of another publisher. */
export function redHat({ offer, sku }: MarketplaceImage): string | undefined {
  return readMajorMinor(/(?:rhel|redhat)[-_]?(\d.*)$/i.exec(`${offer}:${sku}`)?.[1] ?? "");
}

/** A version right behind the word CentOS, in the sku of another publisher. */
export function centOs({ offer, sku }: MarketplaceImage): string | undefined {
  return readMajorMinor(/centos[-_]?(\d.*)$/i.exec(`${offer}:${sku}`)?.[1] ?? sku);
}

/** `ol95-lvm-gen2`, `ol9-lvm`, `79-gen2`, `81-ci`. The skus of Oracle Database tell its version, not the system's. */
export function oracleLinux(image: MarketplaceImage): string | undefined {
  return image.offer.toLowerCase() === "oracle-linux" ? majorMinor(image) : undefined;
}

/** `sles-15-sp5`, `sles-sap-12-sp5`, and skus such as `12-sp4-gen2` or `gen2-15`. */
export function suse({ offer, sku }: MarketplaceImage): string | undefined {
  for (const text of [offer, sku]) {
    const match = /(?<!\d)(1[1-9])(?:-?sp(\d))?(?!\d)/i.exec(text);
    if (match) return match[2] ? `${match[1]} SP${match[2]}` : match[1];
  }
  return undefined;
}

/** `opensuse-leap-15-4`. */
export function openSuse({ offer }: MarketplaceImage): string | undefined {
  const match = /leap-(\d+)-(\d+)/i.exec(offer);
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** `12-gen2`, `11-backports`, of offers such as `debian-12`. */
export function debian({ offer, sku }: MarketplaceImage): string | undefined {
  return /^(\d+)/.exec(sku)?.[1] ?? /debian-(\d+)/i.exec(offer)?.[1];
}

/** `cbl-mariner-2-gen2`, `1-gen2`, `azure-linux-3-gen2`, `4-arm64`. */
export function azureLinux({ offer, sku }: MarketplaceImage): string | undefined {
  return /(?:^|mariner[-_]|linux-)(\d)/i.exec(sku)?.[1] ?? /(?:mariner[-_]|linux-)(\d)/i.exec(offer)?.[1];
}

/** `2022-datacenter-g2`, `2012-r2-datacenter`, `sql2019-ws2022`. */
export function windowsServer({ offer, sku }: MarketplaceImage): string | undefined {
  const name = `${sku}:${offer}`;
  const year = "(2008|2012|2016|2019|2022|2025)(-?r2)?";
  // Offers of SQL Server and Visual Studio have a year of their own in front of the system's: `sql2016sp2-ws2019`.
  for (const pattern of [`[:-]ws${year}`, `(?<!sql|\\d)${year}`]) {
    const match = new RegExp(pattern, "i").exec(name);
    if (match) return match[2] ? `${match[1]} R2` : match[1];
  }
  return undefined;
}

/** `win11-24h2-pro`, `win10-22h2-ent-g2`. */
export function windowsClient({ offer, sku }: MarketplaceImage): string | undefined {
  return /win(?:dows)?-?(\d+)/i.exec(sku)?.[1] ?? /windows-(\d+)/i.exec(offer)?.[1];
}
