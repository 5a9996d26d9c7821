import { retiredRhuiAddresses, rhuiEndpoint } from "../../../facts/network";
import { type Connection, connectionsTo } from "../../stack/network/connections";
import type { Decision } from "../../stack/network/flow";
import { type Opening, openingsOf } from "../../stack/network/openings";
import type { StackResource } from "../../stack/resource";
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
import { everyWayToSources } from "../machine-network";
import { decideAlone, onePerSource } from "../network-remediation";
import { type Answer, broken, type Change, met, notApplicable, type Rule } from "../rule";

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
  check: everyWayToSources({
    operatingSystem: "Linux",
    isOpen: (network) => network.isUnfiltered && network.isUnrouted,
    ask: (network, sources) => {
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
  }),
  remediate: (resource) => {
    const isList = [
      "network:NetworkSecurityGroup",
      "network:FirewallPolicyRuleCollectionGroup",
      "network:AzureFirewall",
    ].includes(resource.type);
    // The rules of a firewall with a policy are those of the policy.
    return isList && !resource.settings.has("firewallPolicy") ? completeLists(resource) : [];
  },
};

/** Adds the servers that are closed to the machines of a list which has others, or those of RHUI 3. */
function completeLists(resource: StackResource): readonly Change[] {
  const decide = decideAlone(resource);
  const partial = openingsOf(resource).filter((opening) => {
    const listed = addressesIn(opening);
    return connectionsTo([rhuiEndpoint, retiredEndpoint])
      .filter(({ destination }) => listed.includes(destination.address ?? ""))
      .some((connection) => isOpenedBy(opening, decide(opening, connection)));
  });
  const lists = partial.map((opening) => ({ opening, missing: closedTo(opening, decide) }));
  const first = onePerSource(lists.filter(({ missing }) => missing.length > 0).map(({ opening }) => opening));
  return lists
    .filter(({ opening }) => first.includes(opening))
    .flatMap(({ opening: { settings, owner }, missing }) => {
      if (owner.type !== "network:NetworkSecurityGroup") {
        return [{ path: settings.pathOf(destinations), value: [...settings.texts(destinations), ...missing] }];
      }
      const [single, several] = ["destinationAddressPrefix", "destinationAddressPrefixes"];
      const text = settings.text(single) || undefined;
      const value = [...(text === undefined ? [] : [text]), ...settings.texts(several), ...missing];
      const removal = text === undefined ? [] : [{ path: settings.pathOf(single), value: undefined }];
      return [{ path: settings.pathOf(several), value }, ...removal];
    });
}

/** The servers that a list does not have, and that are closed to its machines. */
function closedTo(opening: Opening, decide: ReturnType<typeof decideAlone>): readonly string[] {
  const listed = addressesIn(opening);
  return connectionsTo([rhuiEndpoint]).flatMap((connection) => {
    const { address } = connection.destination;
    if (address === undefined || listed.includes(address)) return [];
    return decide(opening, connection).access === "Deny" ? [address] : [];
  });
}

function addressesIn({ targets }: Opening): readonly string[] {
  return targets.map(({ text }) => text.replace(/\/32$/, ""));
}

function isOpenedBy({ settings }: Opening, { access, rule }: Decision): boolean {
  return access === "Allow" && rule.property === settings.path;
}

const retiredEndpoint = { ...rhuiEndpoint, addresses: retiredRhuiAddresses.publicCloud };
const destinations = "destinationAddresses";

function judgeList(connections: readonly Connection[], denial: Denial, isFirewall: boolean): Answer | undefined {
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
function byAddress(connection: Connection): Connection {
  return { ...connection, destination: { ...connection.destination, names: [] } };
}
