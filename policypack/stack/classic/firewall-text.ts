import type { Leaf } from "./field";
import { rulesByKind } from "./firewall";
import { splitProperties } from "./written";

/**
 * A rule of Azure Firewall, which azure-native tells by its `ruleType`, as the classic provider takes it in a group of a
 * policy, and with what a firewall without a policy calls otherwise. `undefined` for anything else.
 *
 * @param inner What stands between the braces.
 */
export function firewallRule(inner: string): string | undefined {
  const [, kind = ""] = /^ruleType: "(\w+)", /.exec(inner) ?? [];
  const rules = rulesByKind[kind];
  if (rules === undefined) return undefined;
  const { ofPolicy, ofFirewall } = rules;
  const inPolicy = (property: string) => nameIn(ofPolicy.leaves, property) ?? property;
  const parts = splitProperties(inner).filter(({ property }) => property !== "ruleType");
  const written = parts.map(({ text, property, value }) => {
    if (property === undefined || value === undefined) return text;
    const below = value.replaceAll(/\b[a-zA-Z]+(?=: )/g, (each) => inPolicy(`${property}[].${each}`));
    return `${inPolicy(property)}: ${below}`;
  });
  const otherwise = parts.flatMap(({ property = "" }) => {
    const inFirewall = nameIn(ofFirewall.leaves, property) ?? inPolicy(property);
    return inFirewall === inPolicy(property) ? [] : ` with ${inFirewall} for ${inPolicy(property)}`;
  });
  const place = `${ofPolicy.property} of a FirewallPolicyRuleCollectionGroup`;
  return `{ ${written.join(", ")} } in ${place}, or${otherwise.join("")} in a ${ofFirewall.resource}`;
}

/** What a rule's property is called, by its name in azure-native. */
function nameIn(leaves: readonly Leaf[], property: string): string | undefined {
  const leaf = leaves.find(({ path }) => path.endsWith(`rules[].${property}`));
  return leaf?.classic.split(".").at(-1);
}
