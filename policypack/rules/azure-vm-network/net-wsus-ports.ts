import { legacyWsusPorts, wsusEndpoints } from "../../../facts/network";
import { connectionsToOwn } from "../../stack/network/connections";
import type { MachineNetwork } from "../../stack/network/reachability";
import { endpointOf, portOf, type WsusServer } from "../../stack/network/update-sources";
import { firstOf } from "../../stack/three-valued";
import { everything } from "../blocked";
import { everyNetworkedMachine } from "../machine-network";
import { type Answer, broken, met, notApplicable, type Rule } from "../rule";

/** A machine reaches its WSUS server, on the port of the protocol that it is told to speak. */
export const netWsusPorts: Rule = {
  code: "AUM053",
  name: "net-wsus-ports",
  area: "Azure VM network",
  title: "A VM with a WSUS server reaches it, on the port of the protocol in its address.",
  why: "The machine gets no answer from its only source, so assessments and installations fail.",
  level: "mandatory",
  since: "2026-11",
  source: [...(wsusEndpoints[0]?.source ?? [])],
  blocks: everything,
  check: everyNetworkedMachine((network, stack) => {
    const { wsus } = stack.updateSourcesOf(network.machine);
    if (wsus === undefined) return notApplicable("no script of the stack sets a WSUS server");
    return (
      firstOf(
        () => wrongPort(network, wsus),
        () => denied(network, wsus),
      ) ?? met
    );
  }),
  notRemediable:
    "Which server a machine is to reach, and on which port, is in a script, what denies it is in a network security group, and a remediation sees one resource.",
};

function wrongPort({ machine }: MachineNetwork, { script, url }: WsusServer): Answer | undefined {
  const address = url();
  const [own, other] = address.protocol === "https:" ? (["HTTPS", "HTTP"] as const) : (["HTTP", "HTTPS"] as const);
  const port = portOf(address);
  if (!portsOf(other).includes(port)) return undefined;
  const { property, resource } = script;
  return broken({
    property: resource === machine.resource ? property : `${property} of ${resource.name}`,
    found: `a script that sets a WSUS server for ${own} on port ${port}, which is one of ${other}`,
    mustBe: `one that sets it with a port of ${own}, such as ${portsOf(own)[0]}`,
    fix: `in the script, write ${own.toLowerCase()}://SERVER:${portsOf(own)[0]} to WUServer and WUStatusServer`,
    component: "WindowsUpdateClient",
    componentFix: `wsus: { serverUrl: "${own.toLowerCase()}://SERVER:${portsOf(own)[0]}" }`,
  });
}

function portsOf(protocol: "HTTP" | "HTTPS"): readonly number[] {
  const today = wsusEndpoints.filter((each) => each.protocol === protocol).flatMap(({ ports }) => ports);
  return [...today, legacyWsusPorts[protocol]];
}

function denied(network: MachineNetwork, { url }: WsusServer): Answer | undefined {
  const address = url();
  const port = portOf(address);
  const rule = firstOf(...connectionsToOwn(endpointOf(address)).map((each) => () => network.denialOf(each)));
  if (rule === undefined) return undefined;
  const place = rule.isDefault ? "" : ` of a lower priority number than ${JSON.stringify(rule.name)}`;
  return broken({
    property: "networkProfile",
    found: `linked to ${rule.description}, which denies TCP ${port} to its WSUS server`,
    mustBe: "linked to network security groups that allow it",
    fix: `add a security rule${place}: direction: "Outbound", access: "Allow", protocol: "Tcp", destinationPortRange: "${port}", and the server's address as destinationAddressPrefix`,
    component: "UpdateNetworkRules",
    componentFix: 'sources: { wsus: { addresses: ["ADDRESS"] } }, networkSecurityGroup: { networkSecurityGroupName }',
  });
}
