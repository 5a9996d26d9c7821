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
import { expectChanges, expectLeftUnknown } from "./expect-changes";

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

function takes(hop: string, missing: readonly string[]) {
  const [first, ...others] = missing;
  const same = others.length === 0 ? "" : `, and the same for ${others.join(", ")}`;
  return broken({
    property: "networkProfile",
    found: `linked to a subnet with route "default" of route table routes, which takes ${first} of Red Hat Update Infrastructure to ${hop}`,
    mustBe: "linked to one with routes of next hop Internet for all of its servers",
    fix: `add to route table routes: { name: "rhui-1", addressPrefix: "${first}/32", nextHopType: "Internet" }${same}`,
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
    expectVerdicts(rule, behind([toGateway]), { web: takes("a gateway", rhuiAddresses) });
    for (const missing of rhuiAddresses) {
      const others = rhuiAddresses.filter((each) => each !== missing);
      expectVerdicts(rule, behind([toGateway, ...direct(others)]), { web: takes("a gateway", [missing]) });
      expectVerdicts(rule, behind([toAppliance, ...direct(others)]), { web: takes("an appliance", [missing]) });
    }
  });

  it("asks for the routes that are missing alone, of a table whose routes are resources of their own too", () => {
    const [first = "", second = "", third = "", ...others] = rhuiAddresses;
    const listed = behind([toGateway, ...direct(others)]);
    expectVerdicts(rule, listed, { web: takes("a gateway", [first, second, third]) });
    const { name, ...inputs } = toGateway;
    const separate: Declared = {
      name,
      type: "azure-native:network:Route",
      inputs: { routeName: name, resourceGroupName: "fleet", routeTableName: unknown, ...inputs },
      from: { routeTableName: ["routes"] },
    };
    expectVerdicts(rule, [...behind(direct([second, third, ...others])), separate], {
      web: takes("a gateway", [first]),
    });
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

  const route = (region: string, address: string | undefined) => ({
    name: `rhui-${region}`,
    addressPrefix: `${address}/32`,
    nextHopType: "Internet",
  });

  it("adds the routes that are missing as a remediation", () => {
    for (const other of [toGateway, toAppliance]) {
      expectChanges(
        rule,
        routeTable([other, ...direct(rhuiAddresses.slice(2))]),
        {
          path: "routes[4]",
          value: route("west-europe", rhuiAddresses[0]),
        },
        {
          path: "routes[5]",
          value: route("south-central-us", rhuiAddresses[1]),
        },
      );
    }
    const taken = direct(rhuiAddresses.slice(1)).map((each) => ({ ...each, name: "Rhui-West-Europe" }));
    expectChanges(rule, routeTable([toGateway, ...taken]), {
      path: "routes[5]",
      value: { ...route("west-europe", rhuiAddresses[0]), name: "rhui-west-europe-2" },
    });
  });

  it("changes nothing as a remediation where all are there, none is, or nothing leads elsewhere", () => {
    expectChanges(rule, routeTable([toGateway, ...direct(rhuiAddresses)]));
    expectChanges(rule, routeTable([toGateway]));
    expectChanges(
      rule,
      routeTable([toGateway, { ...toGateway, addressPrefix: "20.0.0.0/32", nextHopType: "Internet" }]),
    );
    expectChanges(rule, routeTable(direct(rhuiAddresses.slice(1))));
    expectChanges(rule, subnet());
  });

  it("leaves as it is, as a remediation, a table whose next hops are not known", () => {
    const routes = [{ ...toGateway, nextHopType: unknown }, ...direct(rhuiAddresses.slice(1))];
    expectLeftUnknown(rule, routeTable(routes), "routes[0].nextHopType");
  });
});
