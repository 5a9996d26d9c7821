import { netUdrRhui as rule } from "../../../policypack/rules/azure-vm-network/net-udr-rhui";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { firewall, routesToFirewall } from "../firewall";
import { type Declared, storageProfile, unknown } from "../fixture";
import {
  behindNat,
  linkedLinux,
  networkInterface,
  rhel,
  rhuiAddresses,
  routed,
  routeTable,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

const machine = linkedLinux({ storageProfile: storageProfile(rhel) });

function behind(routes: readonly object[]): readonly Declared[] {
  return [machine, networkInterface("web"), subnet(...routed), virtualNetwork(), routeTable(routes)];
}

const toGateway = { name: "default", addressPrefix: "0.0.0.0/0", nextHopType: "VirtualNetworkGateway" };
const toAppliance = { ...toGateway, nextHopType: "VirtualAppliance", nextHopIpAddress: "10.9.0.4" };
const direct = (addresses: readonly string[]) =>
  addresses.map((address, index) => ({
    name: `rhui-${index}`,
    addressPrefix: `${address}/32`,
    nextHopType: "Internet",
  }));

function takes(missing: string, hop: string) {
  return broken({
    property: "networkProfile",
    found: `linked to a subnet with route "default" of route table routes, which takes ${missing} of Red Hat Update Infrastructure to ${hop}`,
    mustBe: "linked to one with routes of next hop Internet for all of its servers",
    fix: `add to the route table of route "default" of route table routes: { name: "rhui-1", addressPrefix: "${rhuiAddresses[0]}/32", nextHopType: "Internet" }, and the same for ${rhuiAddresses.slice(1).join(", ")}`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { rhui: true }, routeTable: { routeTableName }",
  });
}

describe("net-udr-rhui", () => {
  it("is met by routes for all five servers, whatever the default route", () => {
    for (const other of [toGateway, toAppliance]) {
      expectVerdicts(rule, behind([other, ...direct(rhuiAddresses)]), { web: met });
    }
  });

  it("is met without a default route of one's own", () => {
    expectVerdicts(rule, [machine, networkInterface("web"), subnet(...behindNat), virtualNetwork()], { web: met });
    expectVerdicts(rule, behind([{ ...toGateway, addressPrefix: "10.0.0.0/8" }]), { web: met });
  });

  it("is broken by a default route to a gateway, and by one server without a route", () => {
    expectVerdicts(rule, behind([toGateway]), { web: takes(rhuiAddresses[0] ?? "", "a gateway") });
    for (const missing of rhuiAddresses) {
      const others = rhuiAddresses.filter((each) => each !== missing);
      expectVerdicts(rule, behind([toGateway, ...direct(others)]), { web: takes(missing, "a gateway") });
      expectVerdicts(rule, behind([toAppliance, ...direct(others)]), { web: takes(missing, "an appliance") });
    }
  });

  it("is not known for an appliance whose own address is not visible, where no server has a route", () => {
    expectVerdicts(rule, behind([toAppliance]), {
      web: notKnown({
        property: "routes[0]",
        because: "of routes leads to an appliance, and what that lets through is not visible here",
      }),
    });
  });

  it("is met by an Azure Firewall, whose address is one of Azure", () => {
    const machines = [
      machine,
      networkInterface("web"),
      subnet(...routed),
      virtualNetwork(),
      routesToFirewall,
      ...firewall([]),
    ];
    expectVerdicts(rule, machines, { web: met });
  });

  it("is not known while the next hop is not", () => {
    expectVerdicts(rule, behind([{ ...toGateway, nextHopType: unknown }]), {
      web: notKnown({ property: "routes[0].nextHopType", because: "of routes is known only after deployment" }),
    });
  });

  it("does not apply to another distribution", () => {
    const machines = [linkedLinux(), ...behind([toGateway]).slice(1)];
    expectVerdicts(rule, machines, { web: notApplicable("the machine gets no updates from RHUI") });
  });
});
