import { Cloud } from "./cloud";
import { updateManager } from "./documents";
import type { MachineKind } from "./machine-kind";
import { type Fact, source } from "./source";

/** The region of a cloud that lists its regions one by one, and the machines Update Manager serves there. */
export interface ListedRegion {
  readonly location: string;
  readonly azure: boolean;
  readonly arc: boolean;
}

const article = source(updateManager("supported-regions"));

/**
 * The public regions in which Update Manager serves Arc-enabled servers. For Azure VMs there is no such list: they
 * are served in every public region.
 */
export const publicArcRegions: Fact & { readonly locations: readonly string[]; readonly revision: string } = {
  locations: [
    ...["southafricanorth", "eastasia", "southeastasia", "australiaeast", "australiasoutheast", "brazilsouth"],
    ...["canadacentral", "canadaeast", "northeurope", "westeurope", "francecentral", "germanywestcentral"],
    ...["centralindia", "italynorth", "japaneast", "koreacentral", "norwayeast", "swedencentral"],
    ...["switzerlandnorth", "uaenorth", "uksouth", "ukwest", "centralus", "eastus", "eastus2", "northcentralus"],
    ...["southcentralus", "westcentralus", "westus", "westus2", "westus3"],
  ],
  revision: "2025-05-13",
  source: article,
};

/** The regions of Azure Government, every one that the article names. */
export const usGovernmentRegions: Fact & { readonly rows: readonly ListedRegion[] } = {
  rows: [
    { location: "usgovvirginia", azure: true, arc: true },
    { location: "usgovarizona", azure: true, arc: true },
    { location: "usgovtexas", azure: true, arc: false },
  ],
  source: article,
};

/** The regions of Azure operated by 21Vianet in China, every one that the article names. */
export const chinaRegions: Fact & { readonly rows: readonly ListedRegion[] } = {
  rows: [
    { location: "chinaeast", azure: true, arc: false },
    { location: "chinaeast2", azure: true, arc: true },
    { location: "chinaeast3", azure: true, arc: false },
    { location: "chinanorth", azure: true, arc: false },
    { location: "chinanorth2", azure: true, arc: true },
    { location: "chinanorth3", azure: true, arc: true },
  ],
  source: article,
};

/** Whether Update Manager serves a kind of machine in a region; `supported` is undefined where nothing tells. */
export interface RegionSupport extends Fact {
  readonly supported: boolean | undefined;
  readonly cloud: Cloud;
  readonly because: string;
}

/** A location as ARM compares it: `West Europe`, `(Europe) West Europe` and `westeurope` are one. */
export function normalizeLocation(location: string): string {
  return location
    .replace(/^\s*\([^)]*\)/, "")
    .replace(/\s+/g, "")
    .toLowerCase();
}

/** The cloud of a location, given as an id or as a display name. */
export function cloudOfRegion(location: string): Cloud {
  const id = normalizeLocation(location);
  if (/^us(gov|dod)/.test(id)) return Cloud.USGovernment;
  return id.startsWith("china") ? Cloud.China : Cloud.Public;
}

const aged = `The article lists regions as of ${publicArcRegions.revision}; Azure may have added some since.`;
const noun = { azure: "Azure VMs", arc: "Arc-enabled servers" } as const;

/** Whether Update Manager serves a kind of machine in a location, given as an id or as a display name. */
export function regionSupport(location: string, machineKind: MachineKind): RegionSupport {
  const id = normalizeLocation(location);
  const cloud = cloudOfRegion(location);
  if (id === "" || id === "global") {
    return { supported: undefined, cloud, because: `"${location}" is not a region.`, source: article };
  }
  if (cloud === Cloud.Public && machineKind === "azure") {
    const because = "Update Manager serves Azure VMs in every public region.";
    return { supported: true, cloud, because, source: article };
  }
  if (cloud === Cloud.Public) {
    const supported = publicArcRegions.locations.includes(id);
    const because = `Update Manager's list of regions for Arc-enabled servers ${supported ? "has" : "does not have"} ${id}.`;
    return { supported, cloud, because, source: publicArcRegions.source, ...(!supported && { unconfirmed: aged }) };
  }
  const { rows } = cloud === Cloud.China ? chinaRegions : usGovernmentRegions;
  const row = rows.find((it) => it.location === id);
  const supported = row?.[machineKind] ?? false;
  const because = row
    ? `Update Manager ${supported ? "serves" : "does not serve"} ${noun[machineKind]} in ${id}.`
    : `Update Manager's list of regions does not have ${id}.`;
  return { supported, cloud, because, source: article, ...(row === undefined && { unconfirmed: aged }) };
}
