import { sameName } from "../arm-id";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { addressesOf } from "./addresses";
import type { ApplicationSecurityGroup, FlowSource } from "./flow";
import { textsOf } from "./rule-texts";

/** A rule that lets something out, with the words that it has for that. */
export interface Opening {
  readonly owner: StackResource;
  readonly settings: Properties;
  /** Service tags, addresses and host names. */
  readonly targets: readonly { readonly text: string; readonly path: string }[];
  readonly sources: readonly string[];
}

/**
 * The rules in a resource that are known to let something out: of a network security group or a rule of one, of a firewall
 * policy's group of rules, or of a firewall without a policy. Words that are not known are not among theirs.
 */
export function openingsOf(resource: StackResource): readonly Opening[] {
  switch (resource.type) {
    case "network:NetworkSecurityGroup":
      return openingsAmong(
        resource,
        known(() => resource.settings.objects("securityRules")),
      );
    case "network:SecurityRule":
      return openingsAmong(resource, [resource.settings]);
    case "network:FirewallPolicyRuleCollectionGroup":
      return openingsInCollections(resource, ["ruleCollections"]);
    case "network:AzureFirewall":
      return openingsInCollections(resource, ["networkRuleCollections", "applicationRuleCollections"]);
    default:
      return [];
  }
}

/** Where the machines are that a rule is for, as it says itself; everywhere, where it names no addresses, or there is none. */
export function sourceOf(opening: Opening | undefined): FlowSource {
  const addresses = opening?.sources.filter((each) => addressesOf(each) !== undefined) ?? [];
  return {
    prefixes: () => (addresses.length > 0 ? addresses : ["0.0.0.0/0"]),
    applicationSecurityGroups: () => (opening === undefined ? [] : groupsOf(opening)),
  };
}

function groupsOf({ owner, settings }: Opening): readonly ApplicationSecurityGroup[] {
  const property = "sourceApplicationSecurityGroups";
  if (!settings.has(property)) return [];
  const topLevel = settings === owner.settings ? property : "securityRules";
  const resources = owner.sourcesOf(topLevel, "network:ApplicationSecurityGroup");
  if (resources.length > 0) return resources.map((resource) => ({ resource }));
  return settings.objects(property).flatMap((each) => {
    const id = each.text("id");
    return id === undefined ? [] : [{ id }];
  });
}

function openingsAmong(owner: StackResource, rules: readonly Properties[]): readonly Opening[] {
  return rules
    .filter((settings) => {
      const is = (property: string, value: string) => sameName(settings.text(property) ?? "", value);
      return attempt(() => is("direction", "Outbound") && is("access", "Allow")) === true;
    })
    .map((settings) => ({
      owner,
      settings,
      targets: readable(settings, ["destinationAddressPrefixes"], "destinationAddressPrefix"),
      sources: readable(settings, ["sourceAddressPrefixes"], "sourceAddressPrefix").map(({ text }) => text),
    }));
}

function openingsInCollections(owner: StackResource, properties: readonly string[]): readonly Opening[] {
  return properties
    .flatMap((property) => known(() => owner.settings.objects(property)))
    .filter((collection) => attempt(() => sameName(collection.object("action").text("type") ?? "", "Allow")) === true)
    .flatMap((collection) => known(() => collection.objects("rules")))
    .map((settings) => ({
      owner,
      settings,
      targets: readable(settings, ["destinationAddresses", "destinationFqdns", "targetFqdns"]),
      sources: readable(settings, ["sourceAddresses"]).map(({ text }) => text),
    }));
}

/** The words of a rule that are known; one that is not shows nothing. */
function readable(settings: Properties, lists: readonly string[], single?: string) {
  return textsOf(settings, lists, single).flatMap(({ path, text }) => {
    const value = attempt(text);
    return value instanceof NotKnown ? [] : [{ text: value.trim(), path }];
  });
}

function known(read: () => readonly Properties[]): readonly Properties[] {
  const objects = attempt(read);
  return objects instanceof NotKnown ? [] : objects;
}
