import { rules } from "../../policypack/rules";
import { type Declared, linuxMachine, stackOf, unknown, windowsMachine } from "./fixture";

/** The parts of a network as a program declares them before anything is deployed: names are known, ids are not. */

const group = { resourceGroupName: "fleet", location: "westeurope" };

/** A virtual network; `change` replaces top-level inputs. */
export function virtualNetwork(change: object = {}, from: Declared["from"] = {}): Declared {
  return {
    name: "network",
    type: "azure-native:network:VirtualNetwork",
    inputs: {
      ...group,
      virtualNetworkName: "network",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      ...change,
    },
    from,
  };
}

/** A subnet without default outbound access; `change` replaces top-level inputs. */
export function subnet(change: object = {}, from: Declared["from"] = {}, name = "machines"): Declared {
  return {
    name,
    type: "azure-native:network:Subnet",
    inputs: {
      resourceGroupName: "fleet",
      virtualNetworkName: "network",
      subnetName: name,
      addressPrefix: "10.0.1.0/24",
      defaultOutboundAccess: false,
      ...change,
    },
    from: { virtualNetworkName: ["network"], ...from },
  };
}

/** A network interface in the subnet, with further arguments for its IP configuration. */
export function networkInterface(
  name: string,
  configuration: object = {},
  from: readonly string[] = [],
  change: object = {},
  changeFrom: Declared["from"] = {},
): Declared {
  return {
    name: `${name}-nic`,
    type: "azure-native:network:NetworkInterface",
    inputs: {
      ...group,
      networkInterfaceName: `${name}-nic`,
      ipConfigurations: [{ name: "primary", subnet: { id: unknown }, ...configuration }],
      ...change,
    },
    from: { ipConfigurations: ["machines", ...from], ...changeFrom },
  };
}

/** The machine of the fixture with Linux, on its network interface; `change` replaces top-level inputs. */
export function linkedLinux(change: object = {}): Declared {
  return linked(linuxMachine({ ...networkProfile, ...change }));
}

/** The machine of the fixture with Windows, on its network interface; `change` replaces top-level inputs. */
export function linkedWindows(change: object = {}): Declared {
  return linked(windowsMachine({ ...networkProfile, ...change }));
}

const networkProfile = { networkProfile: { networkInterfaces: [{ id: unknown }] } };

function linked(machine: Declared): Declared {
  return { ...machine, from: { networkProfile: [`${machine.name}-nic`] } };
}

/** Something of which only its type and its place in the graph count. */
export function plain(type: string, name: string, inputs: object = {}, from: Declared["from"] = {}): Declared {
  return { name, type: `azure-native:network:${type}`, inputs: { ...group, ...inputs }, from };
}

export const natGateway = plain("NatGateway", "nat", {
  natGatewayName: "nat",
  publicIpAddresses: [{ id: unknown }],
});

/** The inputs of a subnet with the NAT gateway, and where they come from. */
export const behindNat = [{ natGateway: { id: unknown } }, { natGateway: ["nat"] }] as const;

/** A network security group with outbound rules, in their order; what a rule leaves out means anything. */
export function securityGroup(rules: readonly object[], name = "nsg"): Declared {
  return plain("NetworkSecurityGroup", name, {
    networkSecurityGroupName: name,
    securityRules: rules.map((rule, index) => ({ name: `rule-${index}`, priority: 100 + index, ...outbound, ...rule })),
  });
}

const outbound = {
  direction: "Outbound",
  access: "Allow",
  protocol: "*",
  sourceAddressPrefix: "*",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "*",
};

/** A rule that denies everything that no rule before it allows. */
export const denyInternet = { name: "deny-internet", access: "Deny", destinationAddressPrefix: "Internet" };

/** The inputs of a subnet or network interface with a network security group, and where they come from. */
export function guardedBy(name = "nsg") {
  return [{ networkSecurityGroup: { id: unknown } }, { networkSecurityGroup: [name] }] as const;
}

/** A route table with routes. */
export function routeTable(routes: readonly object[], change: object = {}, from: Declared["from"] = {}): Declared {
  return plain("RouteTable", "routes", { routeTableName: "routes", routes, ...change }, from);
}

/** The inputs of a subnet with the route table, and where they come from. */
export const routed = [{ routeTable: { id: unknown } }, { routeTable: ["routes"] }] as const;

/** The ARM id of a resource of the fleet's network. */
export function networkId(path: string, resourceGroupName = "fleet"): string {
  return `/subscriptions/0000/resourceGroups/${resourceGroupName}/providers/Microsoft.Network/${path}`;
}

/** The same declarations once they are deployed, with their ids: for those named, by their path below the provider. */
export function deployed(declared: readonly Declared[], paths: Readonly<Record<string, string>>): readonly Declared[] {
  const ids = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, networkId(path)]));
  return declared.map((each) => {
    const id = ids[each.name];
    return id === undefined ? each : { ...each, outputs: { ...each.inputs, ...each.outputs, id } };
  });
}

/** What the rules on networks find wrong in a stack, or don't know, as `RULE SUBJECT`. */
export function objections(declared: readonly Declared[]): readonly string[] {
  const stack = stackOf(...declared);
  return rules
    .filter(({ area }) => area === "Azure VM network")
    .flatMap((rule) => rule.check(stack, {}).map((verdict) => ({ rule, verdict })))
    .filter(({ verdict }) => verdict.outcome === "broken" || verdict.outcome === "notKnown")
    .map(({ rule, verdict }) => `${rule.name} ${verdict.subject.name}`);
}

/** Pay-as-you-go images of distributions whose update servers have addresses that are documented, or listed nowhere. */
export const rhel = { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" };
export const sles = { publisher: "SUSE", offer: "sles-15-sp6", sku: "gen2", version: "latest" };

/** The servers of Red Hat Update Infrastructure 4. */
export const rhuiAddresses = ["52.136.197.163", "20.225.226.182", "52.142.4.99", "20.248.180.252", "20.24.186.80"];
