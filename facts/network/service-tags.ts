import { arcServers, azureDocs } from "../documents";
import { type Fact, source } from "../source";
import { conflict } from "../statement";

const arc = arcServers("includes/network-requirements");
const catalogue = azureDocs("virtual-network/service-tags-overview");

/** A service tag, as rules of a network security group or of Azure Firewall take it. */
export interface ServiceTag extends Fact {
  readonly tag: string;
  readonly purpose: string;
  /** The ports that a rule with it opens, over TCP and outbound; absent where the tag is not for opening any. */
  readonly ports?: readonly number[];
  /** Whether the variant for one region (`Tag.Region`) will do; absent where that is not said. */
  readonly regionalVariantSuffices?: boolean;
  /** Whether everything that it is listed for works without it. */
  readonly optional?: true;
  /** Tags that it is of use with only. */
  readonly dependsOn?: readonly string[];
  /** The month from which it is asked for. */
  readonly since?: string;
}

/** The tags with which an Arc-enabled server is let out, on port 443. */
export const arcServiceTags: readonly ServiceTag[] = [
  { tag: "AzureActiveDirectory", purpose: "Microsoft Entra ID", ports: [443], source: source(arc) },
  {
    tag: "AzureTrafficManager",
    purpose: "finding the other endpoints",
    ports: [443],
    source: source(arc),
    conflict: conflict(
      catalogue,
      "The catalogue of tags lists it for inbound probes.",
      "The Arc article asks for it outbound and is followed.",
    ),
  },
  {
    tag: "AzureResourceManager",
    purpose: "connecting and disconnecting the server",
    ports: [443],
    source: source(arc),
  },
  {
    tag: "AzureArcInfrastructure",
    purpose: "the Arc agent's own endpoints; regional variants miss the global ones",
    ports: [443],
    regionalVariantSuffices: false,
    dependsOn: ["AzureActiveDirectory", "AzureTrafficManager", "AzureResourceManager"],
    source: source(arc),
  },
  {
    tag: "Storage",
    purpose: "downloads of extensions",
    ports: [443],
    regionalVariantSuffices: true,
    source: source(arc),
  },
  {
    tag: "AzureFrontDoor.Frontend",
    purpose: "the Arc agent's endpoints behind Azure Front Door",
    ports: [443],
    since: "2026-04",
    source: source(arc),
  },
  { tag: "WindowsAdminCenter", purpose: "Windows Admin Center", ports: [443], optional: true, source: source(arc) },
];

/** The tags with which a Windows machine is let out to Windows Update: one without the other fails. */
export const windowsUpdateServiceTags: readonly ServiceTag[] = [
  {
    tag: "AzureUpdateDelivery",
    purpose: "metadata of Windows updates",
    ports: [443],
    dependsOn: ["AzureFrontDoor.FirstParty"],
    source: source(catalogue),
    conflict: conflict(
      catalogue,
      "Earlier revisions of the catalogue say that Azure Firewall can't use it.",
      "The present revision is followed: Azure Firewall can.",
    ),
  },
  { tag: "AzureFrontDoor.FirstParty", purpose: "downloads of Windows updates", ports: [80], source: source(catalogue) },
];

/** Tags that are of use in rules that deny, or that are easily taken for one of the others. */
export const otherServiceTags: readonly ServiceTag[] = [
  {
    tag: "AzurePlatformDNS",
    purpose: "a rule that denies it is the only way for a network security group to block the platform's DNS",
    source: source(catalogue),
  },
  {
    tag: "AzurePlatformIMDS",
    purpose:
      "a rule that denies it is the only way for a network security group to block the instance metadata service",
    source: source(catalogue),
  },
  {
    tag: "Internet",
    purpose: "every address outside the virtual network, those of Azure included",
    source: source(catalogue),
  },
  {
    tag: "GuestAndHybridManagement",
    purpose: "Azure Automation and guest configuration: the retired Automation Update Management, not Update Manager",
    source: source(catalogue),
  },
];

/** The tags with which a kind of traffic is let out; those that are optional for it only where they are asked for. */
export function serviceTagsFor(
  traffic: "arc" | "windows-update",
  { optional = false }: { readonly optional?: boolean } = {},
): readonly ServiceTag[] {
  const tags = traffic === "arc" ? arcServiceTags : windowsUpdateServiceTags;
  return tags.filter((tag) => optional || !tag.optional);
}

/** A tag's facts, by its name in any letter case; for a regional variant those of the tag itself. */
export function serviceTag(name: string): ServiceTag | undefined {
  const wanted = name.toLowerCase();
  const all = [...arcServiceTags, ...windowsUpdateServiceTags, ...otherServiceTags];
  return (
    all.find(({ tag }) => tag.toLowerCase() === wanted) ??
    all.find(({ tag }) => wanted.startsWith(`${tag.toLowerCase()}.`))
  );
}
