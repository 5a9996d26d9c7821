import { computeDocs, guestPatching, updateManager, updateManagerPolicy } from "../documents";
import { OperatingSystem } from "../operating-system";
import { type Fact, retrieved, source } from "../source";
import type { MarketplaceImage } from "./image-list";

/** The purchase plan that a VM has to name for images whose publisher sells them through the marketplace. */
export interface ImagePlan {
  readonly name: string;
  readonly product: string;
  readonly publisher: string;
}

/** A generation 2, x64 image of the marketplace, under a name that people remember. */
export interface ShortImage extends MarketplaceImage, Fact {
  readonly operatingSystem: OperatingSystem;
  readonly version: "latest";
  /** Where the marketplace asks for one: its terms are accepted once per subscription (`az vm image terms accept`). */
  readonly plan?: ImagePlan;
}

type Rest = Pick<ShortImage, "source" | "plan" | "unconfirmed" | "conflict">;

function linux(publisher: string, offer: string, sku: string, rest: Rest): ShortImage {
  return { publisher, offer, sku, version: "latest", operatingSystem: OperatingSystem.Linux, ...rest };
}

function windowsServer(sku: string, rest: Rest): ShortImage {
  const operatingSystem = OperatingSystem.Windows;
  return {
    publisher: "MicrosoftWindowsServer",
    offer: "WindowsServer",
    sku,
    version: "latest",
    operatingSystem,
    ...rest,
  };
}

const cliAlias = { source: source("Azure/azure-cli src/azure-cli/azure/cli/command_modules/vm/_alias.py") };
const guestPatched = { source: source(guestPatching) };
const inMatrix = { source: source(updateManager("support-matrix-updates")) };
const auditPolicy = updateManagerPolicy("AzUpdateMgmtCenter_AutoAssessmentMode_Audit");
const inPolicy = { source: source(auditPolicy) };

const oracle = {
  ...inMatrix,
  unconfirmed:
    "The matrix names the skus by a wildcard; that this one is published was seen in use, not in a document.",
};

const windowsGen2 = {
  ...inMatrix,
  unconfirmed:
    "The matrix covers every sku of the offer; that this one is published was seen in use, not in a document.",
};

const alma = {
  source: source(
    updateManager("support-matrix-updates"),
    computeDocs("virtual-machines/linux/endorsed-distros"),
    "AlmaLinux/wiki pull/313",
  ),
  conflict: {
    says: "The images need a purchase plan (2024-01).",
    source: { document: "ComputeCanada/magic_castle pull/276", retrieved },
    resolution: "AlmaLinux is endorsed on Azure since, and Azure was seen to refuse a plan; none is set.",
  },
  unconfirmed: "No document of Azure says whether the images need a purchase plan.",
};

function rocky(sku: string): ShortImage {
  const publisher = "resf";
  const offer = "rockylinux-x86_64";
  return linux(publisher, offer, sku, {
    plan: { name: sku, product: offer, publisher },
    source: source(auditPolicy, "hashicorp/terraform-provider-azurerm issues/28797"),
    unconfirmed: "No document says which generation of VM the images are for.",
  });
}

const images = {
  "ubuntu-24.04": linux("Canonical", "ubuntu-24_04-lts", "server", guestPatched),
  "ubuntu-22.04": linux("Canonical", "0001-com-ubuntu-server-jammy", "22_04-lts-gen2", cliAlias),
  "debian-12": linux("Debian", "debian-12", "12-gen2", inPolicy),
  "debian-11": linux("Debian", "debian-11", "11-gen2", inMatrix),
  "rhel-9": linux("RedHat", "RHEL", "9-lvm-gen2", guestPatched),
  "rhel-8": linux("RedHat", "RHEL", "8-lvm-gen2", cliAlias),
  "sles-15-sp5": linux("SUSE", "sles-15-sp5", "gen2", inMatrix),
  "sles-15-sp4": linux("SUSE", "sles-15-sp4", "gen2", inMatrix),
  "almalinux-9": linux("almalinux", "almalinux-x86_64", "9-gen2", alma),
  "almalinux-8": linux("almalinux", "almalinux-x86_64", "8-gen2", alma),
  "rocky-linux-9": rocky("9-base"),
  "rocky-linux-8": rocky("8-base"),
  "oracle-linux-9": linux("Oracle", "Oracle-Linux", "ol95-lvm-gen2", oracle),
  "oracle-linux-8": linux("Oracle", "Oracle-Linux", "ol810-lvm-gen2", oracle),
  "windows-server-2025": windowsServer("2025-datacenter-g2", windowsGen2),
  "windows-server-2025-core": windowsServer("2025-datacenter-core-g2", windowsGen2),
  "windows-server-2025-azure-edition": windowsServer("2025-datacenter-azure-edition", guestPatched),
  "windows-server-2025-azure-edition-core": windowsServer("2025-datacenter-azure-edition-core", guestPatched),
  "windows-server-2022": windowsServer("2022-datacenter-g2", cliAlias),
  "windows-server-2022-core": windowsServer("2022-datacenter-core-g2", guestPatched),
  "windows-server-2022-azure-edition": windowsServer("2022-datacenter-azure-edition", guestPatched),
  "windows-server-2022-azure-edition-core": windowsServer("2022-datacenter-azure-edition-core", cliAlias),
  "windows-server-2022-azure-edition-hotpatch": windowsServer("2022-datacenter-azure-edition-hotpatch", guestPatched),
  "windows-server-2019": windowsServer("2019-datacenter-gensecond", cliAlias),
  "windows-server-2016": windowsServer("2016-datacenter-gensecond", cliAlias),
} as const satisfies Readonly<Record<string, ShortImage>>;

/** A name in {@link shortImages}. */
export type ShortImageName = keyof typeof images;

/**
 * The images that go by a short name. All of them are supported by Update Manager for schedules; systems that it does
 * not support on marketplace images, such as Azure Linux 3 or RHEL 10, have no short name. The newest of each
 * distribution comes first.
 */
export const shortImages: Readonly<Record<string, ShortImage>> = images;

/** The image of a short name, whatever its case; undefined for any other name. */
export function shortImage(name: string): ShortImage | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(shortImages, key) ? shortImages[key] : undefined;
}
