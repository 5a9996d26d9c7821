import { defaultOutboundAccess, explicitOutboundMethods } from "../../../facts/network";
import { everything } from "../blocked";
import { provided } from "../judge";
import { everyNetworkedMachine, needsNoPublicSource } from "../machine-network";
import { publicConnections } from "../public-connections";
import { broken, met, notApplicable, type Rule } from "../rule";

/** A machine whose updates are on the Internet gets there. */
export const netExplicitOutbound: Rule = {
  code: "AUM039",
  name: "net-explicit-outbound",
  area: "Azure VM network",
  title: "A VM whose updates come from public sources has a way out of its subnet.",
  why: "The machine reaches neither Windows Update nor any repository, so assessments and installations fail.",
  level: "mandatory",
  since: "2026-11",
  source: defaultOutboundAccess.source,
  blocks: everything,
  settings: {
    routedElsewhere: {
      type: "boolean",
      default: false,
      description: "Whether networks get a default route from a virtual hub or gateway outside the stack.",
    },
  },
  check: everyNetworkedMachine((network, stack, { routedElsewhere }) => {
    if (routedElsewhere) return notApplicable("networks get a default route from outside the stack");
    return provided(
      () => needsNoPublicSource(stack.updateSourcesOf(network.machine)),
      () => {
        const deadEnd = network.deadEndOf(publicConnections(stack.updateSourcesOf(network.machine)));
        if (deadEnd === undefined) return met;
        const { subnet, route } = deadEnd;
        const forWhat = route === undefined ? "" : ` for what ${route.description} takes to the Internet`;
        return broken({
          property: "networkProfile",
          found: `linked to subnet ${subnet.name}, which has no default outbound access, and to no other way out${forWhat}`,
          mustBe: `linked to a way out, such as ${explicitOutboundMethods.values.join(", ")}`,
          fix: `set natGateway: { id: natGateway.id } on subnet ${subnet.name}, with a NatGateway that has a public IP address`,
          component: "UpdateNetworkRules",
          componentFix: "natGateway: {}, and its natGatewayId on the subnet",
        });
      },
    );
  }),
};
