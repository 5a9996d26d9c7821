import { windowsUpdateFqdnTag } from "../../../facts/network";
import { everything } from "../blocked";
import { closed, firewallDenial, firewallRuleFor, firstClosed, neededConnections } from "../closed-source";
import { provided } from "../judge";
import { everyNetworkedMachine, firewallNotRemediable, needsNoPublicSource } from "../machine-network";
import { broken, met, notApplicable, type Rule } from "../rule";

/** An Azure Firewall in the way of a Windows machine lets it through to Windows Update. */
export const netFwFqdnTag: Rule = {
  code: "AUM049",
  name: "net-fw-fqdn-tag",
  area: "Azure VM network",
  title: "An Azure Firewall that a Windows VM is routed to allows Windows Update, best by the FQDN tag WindowsUpdate.",
  why: "The firewall denies what no rule allows, so assessments and installations fail.",
  level: "mandatory",
  since: "2026-11",
  source: windowsUpdateFqdnTag.source,
  blocks: everything,
  check: everyNetworkedMachine((network, stack) => {
    const sources = stack.updateSourcesOf(network.machine);
    if (network.machine.operatingSystem !== "Windows") return notApplicable("the machine does not have Windows");
    return provided(
      () => needsNoPublicSource(sources),
      () => {
        const found = firstClosed(neededConnections(sources), firewallDenial(network));
        if (found === undefined) return met;
        return broken({
          ...closed(found),
          fix: firewallRuleFor(found, windowsUpdateFqdnTag.tag),
          component: "UpdateNetworkRules",
          componentFix: "sources: { windowsUpdate: true }, sourceAddresses, firewallPolicy: { firewallPolicyName }",
        });
      },
    );
  }),
  notRemediable: firewallNotRemediable,
};
