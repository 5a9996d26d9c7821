import { sameName } from "../arm-id";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt, everyOf, findOf, someOf } from "../three-valued";
import type { DecidingRule, Resources } from "./flow";
import { isPartOf } from "./linked";
import { textsOf } from "./rule-texts";

const kind = { type: "network:NetworkSecurityGroup", nameProperty: "networkSecurityGroupName" };

interface OwnRule {
  readonly owner: StackResource;
  readonly settings: Properties;
  readonly isPart: () => boolean;
}

/**
 * The rule by which a network security group denies what a tag of the platform stands for, such as `AzurePlatformDNS`;
 * `undefined` where none does. No rule without the tag has a say: the platform's addresses are exempt from all others.
 */
export function platformDenial(group: StackResource, tag: string, stack: Resources): DecidingRule | undefined {
  const rules = rulesOf(group, stack);
  const denial = findOf(rules, (rule) =>
    everyOf(
      () => speaksOf(rule, tag, "Deny"),
      () =>
        !someOf(rules, (other) =>
          everyOf(
            () => speaksOf(other, tag, "Allow"),
            () => priorityOf(other) < priorityOf(rule),
          ),
        ),
    ),
  );
  if (denial === undefined) return undefined;
  const { owner, settings } = denial;
  const isSeparate = owner !== group;
  const names = ["name", "securityRuleName"].map((property) => attempt(() => settings.text(property)));
  const name = names.find((each) => typeof each === "string") ?? (isSeparate ? owner.name : settings.path);
  return {
    name: String(name),
    resource: owner,
    property: isSeparate ? undefined : settings.path,
    isDefault: false,
    description: `security rule ${JSON.stringify(name)} of network security group ${group.name}`,
  };
}

function rulesOf(group: StackResource, stack: Resources): readonly OwnRule[] {
  const own = group.quoted(() => group.settings.objects("securityRules"));
  return [
    ...own.map((settings) => ({ owner: group, settings, isPart: () => true })),
    ...stack.ofType("network:SecurityRule").map((owner) => ({
      owner,
      settings: owner.settings,
      isPart: () => isPartOf(owner, "networkSecurityGroupName", group, kind),
    })),
  ];
}

function speaksOf(rule: OwnRule, tag: string, access: "Allow" | "Deny"): boolean {
  const { owner, settings } = rule;
  const has = (property: string, value: string) => sameName(owner.quoted(() => settings.text(property)) ?? "", value);
  return everyOf(
    () => has("access", access),
    () => has("direction", "Outbound"),
    () =>
      someOf(textsOf(settings, ["destinationAddressPrefixes"], "destinationAddressPrefix"), ({ text }) =>
        sameName(owner.quoted(text), tag),
      ),
    rule.isPart,
  );
}

function priorityOf({ owner, settings }: OwnRule): number {
  const priority = owner.quoted(() => settings.number("priority"));
  if (priority !== undefined) return priority;
  throw new NotKnown(settings.pathOf("priority"), `of ${owner.name} is not given`);
}
