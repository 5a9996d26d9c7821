import { netUdrBlackhole as rule } from "../../../policypack/rules/azure-vm-network/net-udr-blackhole";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, extension, linuxMachine, storageProfile, unknown } from "../fixture";
import {
  linkedLinux,
  linkedWindows,
  networkId,
  networkInterface,
  plain,
  routed,
  routeTable,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

const nowhere = { name: "default", addressPrefix: "0.0.0.0/0", nextHopType: "None" };
const redHat = { publisher: "RedHat", offer: "RHEL", sku: "9-lvm-gen2", version: "latest" };
const rhui = ["52.136.197.163", "20.225.226.182", "52.142.4.99", "20.248.180.252", "20.24.186.80"];

function network(routes: readonly object[], machine: Declared, ...others: readonly Declared[]): readonly Declared[] {
  const { name } = machine;
  return [virtualNetwork(), subnet(...routed), routeTable(routes), networkInterface(name), machine, ...others];
}

function dropped(route = 'route "default" of route table routes') {
  return broken({
    property: "networkProfile",
    found: `linked to a subnet with ${route}, whose next hop is None`,
    mustBe: "linked to one from which the source of updates is reached",
    fix: `in ${route}, set nextHopType to "Internet", or to "VirtualAppliance" with the address of a firewall, or remove the route`,
  });
}

describe("net-udr-blackhole", () => {
  it("is met without a route to nowhere, whatever else is not known", () => {
    expectVerdicts(rule, [virtualNetwork(), subnet(), networkInterface("web"), linkedLinux()], { web: met });
    const appliance = { ...nowhere, nextHopType: "VirtualAppliance", nextHopIpAddress: unknown };
    const direct = { name: "rhui", addressPrefix: "52.136.197.163/32", nextHopType: "Internet" };
    expectVerdicts(rule, network([appliance, direct], linkedLinux()), { web: met });
  });

  it("is met where more precise routes lead to all that the machine needs", () => {
    const direct = rhui.map((address) => ({ name: address, addressPrefix: `${address}/32`, nextHopType: "Internet" }));
    const machine = linkedLinux({ storageProfile: storageProfile(redHat) });
    expectVerdicts(rule, network([nowhere, ...direct], machine), { web: met });
    expectVerdicts(rule, network([nowhere, ...direct.slice(1)], machine), { web: dropped() });
  });

  it("is met where what leads nowhere is not what the machine needs", () => {
    const other = { name: "spoke", addressPrefix: "10.9.0.0/16", nextHopType: "None" };
    expectVerdicts(rule, network([other], linkedLinux()), { web: met });
  });

  it("is broken by a default route to nowhere, on either system, as part of the table or a resource of its own", () => {
    expectVerdicts(rule, network([nowhere], linkedLinux()), { web: dropped() });
    expectVerdicts(rule, network([nowhere], linkedWindows()), { files: dropped() });
    const separate = plain(
      "Route",
      "drop",
      { routeName: "drop", routeTableName: "routes", addressPrefix: "0.0.0.0/0", nextHopType: "none" },
      { routeTableName: ["routes"] },
    );
    expectVerdicts(rule, network([], linkedLinux(), separate), { web: dropped('route "drop" of route table routes') });
  });

  it("is not known of an image that has what it gets its updates from inside, unless no route leads nowhere", () => {
    const machine = linkedLinux({ storageProfile: { imageReference: { id: unknown }, osDisk: { osType: "Linux" } } });
    expectVerdicts(rule, network([nowhere], machine), {
      web: notKnown({
        property: "storageProfile.imageReference",
        because: "is no marketplace image, and what it gets its updates from is inside it",
      }),
    });
    expectVerdicts(rule, network([], machine), { web: met });
  });

  it("asks for the way to the WSUS server alone, where there is one", () => {
    const wsus = (url: string): Declared => ({
      ...extension("Microsoft.Compute", "CustomScriptExtension", {
        settings: {
          commandToExecute: `reg add K /v WUServer /d ${url} & reg add K\\AU /v UseWUServer /t REG_DWORD /d 1`,
        },
      }),
      from: { vmName: ["files"] },
    });
    expectVerdicts(rule, network([nowhere], linkedWindows(), wsus("http://10.0.2.4:8530")), { files: met });
    const toServers = { name: "servers", addressPrefix: "10.0.2.0/24", nextHopType: "None" };
    expectVerdicts(rule, network([toServers], linkedWindows(), wsus("http://10.0.2.4:8530")), {
      files: dropped('route "servers" of route table routes'),
    });
  });

  it("is not known where the table or one of its routes is not", () => {
    expectVerdicts(
      rule,
      [
        virtualNetwork(),
        subnet({ routeTable: { id: networkId("routeTables/hub", "hub") } }),
        networkInterface("web"),
        linkedLinux(),
      ],
      {
        web: notKnown({
          property: "routeTable",
          because: `of machines has "${networkId("routeTables/hub", "hub")}", which is not visible here`,
        }),
      },
    );
    expectVerdicts(rule, network([{ ...nowhere, nextHopType: unknown }], linkedLinux()), {
      web: notKnown({ property: "routes[0].nextHopType", because: "of routes is known only after deployment" }),
    });
  });

  it("does not apply without network interfaces or public sources", () => {
    expectVerdicts(rule, [linuxMachine()], { web: notApplicable("the machine declares no network interface") });
    const image = { publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm92", version: "latest" };
    expectVerdicts(rule, network([nowhere], linkedLinux({ storageProfile: storageProfile(image) })), {
      web: notApplicable("updates come from no public source"),
    });
  });
});
