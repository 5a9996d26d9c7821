import assert from "node:assert/strict";
import { prioritize, type Wanted } from "../../../components/update-network-rules/existing-rules";
import type { ExistingSecurityRuleArgs } from "../../../index";

const range = { first: 1000, last: 4096, places: 64 };
const page = "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview";
const windowsUpdate: Wanted = {
  name: "updates-AzureUpdateDelivery",
  place: 0,
  ports: [443],
  serviceTag: "AzureUpdateDelivery",
  own: false,
};
const wsus: Wanted = { name: "updates-wsus", place: 11, ports: [8530, 8531], own: true };

const beside = (...existing: ExistingSecurityRuleArgs[]) => prioritize([windowsUpdate, wsus], existing, range);
const denied = (name: string, at: number, rule: Wanted) => ({
  argument: "firstPriority",
  reason: `the rule "${name}" denies at ${at} what "${rule.name}" would allow at ${range.first + rule.place}: give a firstPriority below ${at}. See ${page}`,
});

describe("prioritize", () => {
  it("leaves priorities to the outbound rules that have them", () => {
    assert.deepEqual(beside({ priority: 1000 }, { priority: 1064 }, { priority: 1011, direction: "Inbound" }), {
      priorities: [1128, 1011],
      obstacles: [],
    });
  });

  it("keeps the priority of a rule that is deployed, in any letter case", () => {
    const deployed = { name: "UPDATES-azureupdatedelivery", priority: 1128 };
    assert.deepEqual(beside(deployed).priorities, [1128, 1011]);
    assert.deepEqual(beside({ ...deployed, priority: 1129 }).priorities, [1000, 1011]);
    assert.deepEqual(beside(deployed, { name: "other", priority: 1128 }).priorities, [1000, 1011]);
  });

  it("says where no priority is left", () => {
    const narrow = { ...range, last: 1010 };
    assert.deepEqual(prioritize([windowsUpdate, wsus], [], narrow), {
      priorities: [1000, 0],
      obstacles: [
        {
          argument: "lastPriority",
          reason: `no priority from 1000 to 1010 is left for the rule "updates-wsus": give more room. See ${page}`,
        },
      ],
    });
  });

  it("says which rule denies before a rule allows", () => {
    assert.deepEqual(beside({ name: "deny", priority: 500, access: "Deny" }).obstacles, [
      denied("deny", 500, windowsUpdate),
      denied("deny", 500, wsus),
    ]);
  });

  for (const [what, rule, broken] of [
    [
      "to the Internet, which servers of one's own are not in",
      { destinationAddressPrefix: "Internet" },
      [windowsUpdate],
    ],
    ["to everywhere", { destinationAddressPrefixes: ["10.0.0.0/8", "0.0.0.0/0"] }, [windowsUpdate, wsus]],
    ["to the same service tag", { destinationAddressPrefix: "AzureUpdateDelivery" }, [windowsUpdate]],
    ["to another service tag", { destinationAddressPrefix: "Storage" }, []],
    ["on the same port", { destinationPortRange: "443" }, [windowsUpdate]],
    ["on a range with the port", { destinationPortRanges: ["22", "8000-8999"] }, [wsus]],
    ["on other ports", { destinationPortRange: "25" }, []],
    ["by TCP", { protocol: "Tcp" }, [windowsUpdate, wsus]],
    ["by UDP", { protocol: "Udp" }, []],
    ["from the virtual network", { sourceAddressPrefix: "VirtualNetwork" }, [windowsUpdate, wsus]],
    ["from elsewhere", { sourceAddressPrefix: "10.9.0.0/24" }, []],
    [
      "from several places, one of them everywhere",
      { sourceAddressPrefixes: ["10.9.0.0/24", "*"] },
      [windowsUpdate, wsus],
    ],
    ["from several other places", { sourceAddressPrefixes: ["10.9.0.0/24", "10.8.0.0/24"] }, []],
    ["after it", { priority: 4000 }, []],
    ["inbound", { direction: "Inbound" }, []],
  ] as const satisfies readonly (readonly [string, Partial<ExistingSecurityRuleArgs> & object, readonly Wanted[]])[]) {
    it(`heeds a rule that denies ${what}`, () => {
      const existing: ExistingSecurityRuleArgs = { name: "deny", priority: 500, access: "Deny", ...mutable(rule) };
      assert.deepEqual(
        beside(existing).obstacles,
        broken.map((wanted) => denied("deny", 500, wanted)),
      );
    });
  }
});

function mutable(rule: object): Partial<ExistingSecurityRuleArgs> {
  return structuredClone(rule);
}
