import { retiredRhuiAddresses, rhuiEndpoint } from "../../../facts/network";
import { firstOf } from "../../stack/three-valued";
import { everything } from "../blocked";
import {
  closed,
  type Denial,
  firewallDenial,
  firewallRuleFor,
  isRhui,
  neededConnections,
  partialRhuiList,
  placeOf,
  securityRuleFor,
} from "../closed-source";
import { provided } from "../judge";
import { everyNetworkedMachine, needsNoPublicSource, unless } from "../machine-network";
import { type Answer, broken, met, notApplicable, type Rule } from "../rule";

/** A list of addresses by which a RHEL machine is let out to RHUI has all of its servers. */
export const netFwRhuiIps: Rule = {
  code: "AUM051",
  name: "net-fw-rhui-ips",
  area: "Azure VM network",
  title: "A list of addresses that lets a RHEL VM out to Red Hat Update Infrastructure has all five of RHUI 4.",
  why: "A machine may be sent to any of the servers, so without one of them updates fail now and then, and with those of RHUI 3 alone always.",
  level: "mandatory",
  since: "2026-11",
  source: [...rhuiEndpoint.source, ...retiredRhuiAddresses.source].slice(0, 1),
  blocks: everything,
  check: everyNetworkedMachine((network, stack) => {
    const sources = stack.updateSourcesOf(network.machine);
    if (network.machine.operatingSystem !== "Linux") return notApplicable("the machine does not have Linux");
    return provided(
      () => needsNoPublicSource(sources),
      () =>
        unless(
          () => network.isUnfiltered && network.isUnrouted,
          () => {
            const connections = neededConnections(sources).filter(isRhui);
            if (connections.length === 0) return notApplicable("the machine gets no updates from RHUI");
            const ask = (denial: Denial, isFirewall: boolean) => () => judgeList(connections, denial, isFirewall);
            return (
              firstOf(
                ask((each) => network.denialOf(each), false),
                ask(firewallDenial(network), true),
              ) ?? met
            );
          },
        ),
    );
  }),
};

function judgeList(
  connections: Parameters<typeof partialRhuiList>[0],
  denial: Denial,
  isFirewall: boolean,
): Answer | undefined {
  const list = partialRhuiList(connections, denial);
  const [first] = list?.closed ?? [];
  if (list === undefined || first === undefined) return undefined;
  const { port } = first.connection;
  const total = list.open.length + list.closed.length;
  const others =
    list.open.length === 0 ? `${list.retired.length} servers of RHUI 3` : `${list.open.length} of the ${total}`;
  return broken({
    ...closed(first),
    found: `open to ${others}, and closed to ${placeOf(first.connection)} on TCP ${port} by ${first.rule.description}`,
    mustBe: `open to all of ${rhuiEndpoint.addresses?.join(", ")}`,
    fix: isFirewall ? firewallRuleFor({ ...first, connection: byAddress(first.connection) }) : securityRuleFor(first),
    component: "UpdateNetworkRules",
    componentFix: isFirewall
      ? "sources: { rhui: true }, sourceAddresses, firewallPolicy: { firewallPolicyName }"
      : "sources: { rhui: true }, networkSecurityGroup: { networkSecurityGroupName }",
  });
}

/** The connection to be opened by addresses, as those of the list are. */
function byAddress<T extends { readonly endpoint: { readonly fqdns: readonly string[] } }>(connection: T): T {
  return { ...connection, endpoint: { ...connection.endpoint, fqdns: [] } };
}
