import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { designUpdateNetworkRules } from "../../../components/update-network-rules/design";
import { failure } from "../program";
import { problemsOf } from "./problems-of";

const securityRulesPage = "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview";
const firewallPage = "https://learn.microsoft.com/azure/firewall/rule-processing";
const rhuiPage = "https://learn.microsoft.com/azure/virtual-machines/workloads/redhat/redhat-rhui";
const natPage = "https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource";
const suseAddresses =
  "sources.suse.addresses: give the addresses of SUSE's servers for the machines' region, which can't be named: `pint microsoft servers --json --region <region>` prints them. See https://opensource.suse.com/premium-support/helper";
const windowsUpdate = { sources: { windowsUpdate: true } };

describe("designUpdateNetworkRules refuses", () => {
  for (const [what, args, problems] of [
    ["no source", { sources: {} }, ["sources: give at least one source of updates."]],
    ["sources that are left out", {}, ["sources: give at least one source of updates."]],
    [
      "another cloud",
      { sources: {}, cloud: "germany" },
      [
        'cloud: "germany" is not one of "public", "usgovernment" or "china".',
        "sources: give at least one source of updates.",
      ],
    ],
    [
      "a security group without a resource group",
      { ...windowsUpdate, networkSecurityGroup: { networkSecurityGroupName: "nsg" } },
      ["resourceGroupName: give the resource group for networkSecurityGroup."],
    ],
    [
      "a NAT gateway without a resource group",
      { ...windowsUpdate, natGateway: {} },
      ["resourceGroupName: give the resource group for natGateway."],
    ],
    [
      "a firewall that is not told where machines are, and a policy without a name",
      { ...windowsUpdate, resourceGroupName: "rg", firewallPolicy: {} },
      [
        "firewallPolicy.firewallPolicyName: give the firewall policy that gets the rules.",
        'sourceAddresses: a firewall needs to know where the machines are: give their addresses, "*" for everything behind the firewall, or sourceIpGroupIds.',
      ],
    ],
    [
      "IP groups without a firewall",
      { ...windowsUpdate, sourceIpGroupIds: ["/subscriptions/s"] },
      ["sourceIpGroupIds: has no effect without firewallPolicy and azureFirewall: leave it out."],
    ],
    [
      "where machines can't be, to a security group",
      { ...windowsUpdate, networkSecurityGroup: {}, sourceAddresses: ["10.0.0.0/33", "VirtualNetwork", "*"] },
      [
        'sourceAddresses[0]: "10.0.0.0/33" is not an IPv4 address, such as "10.0.1.4", or a prefix, such as "10.0.1.0/24", or "*", or a service tag.',
      ],
    ],
    [
      "where they can't be, to a firewall",
      { ...windowsUpdate, azureFirewall: {}, sourceAddresses: ["10.0.0.0/8", "VirtualNetwork", "*"] },
      [
        'sourceAddresses[1]: "VirtualNetwork" is not an IPv4 address, such as "10.0.1.4", or a prefix, such as "10.0.1.0/24", or "*".',
      ],
    ],
    [
      "where machines are, for no rule",
      { ...windowsUpdate, sourceAddresses: ["*"] },
      ["sourceAddresses: has no effect without networkSecurityGroup and without a firewall: leave it out."],
    ],
    [
      "where they are, twice",
      {
        ...windowsUpdate,
        sourceAddresses: ["*"],
        networkSecurityGroup: { sourceApplicationSecurityGroupIds: ["/subscriptions/s"] },
      },
      ["sourceAddresses: has no effect beside sourceApplicationSecurityGroupIds and without a firewall: leave it out."],
    ],
    [
      "a firewall that can't know SUSE's servers",
      { sourceAddresses: ["*"], sources: { suse: {} }, azureFirewall: {} },
      [suseAddresses],
    ],
    ["a security group that can't", { sources: { suse: {} }, networkSecurityGroup: {} }, [suseAddresses]],
    [
      "a security group that can't name hosts",
      {
        sources: {
          linuxDistributions: ["Ubuntu", "Debian"],
          wsus: { fqdns: ["wsus.example.com"] },
          arc: { hotpatching: true },
        },
        networkSecurityGroup: {},
      },
      [
        `sources.wsus.addresses: give its addresses: a network security group can't name hosts. See ${securityRulesPage}`,
        `networkSecurityGroup.allowInternet: no service tag or address covers Ubuntu, Debian, Azure Arc, and a network security group can't name hosts: set it to true to open their ports to the tag Internet, or let a firewall, a proxy or a private repository stand between. See ${securityRulesPage}`,
      ],
    ],
    [
      "opening the Internet for nothing, and reading the rules of no group",
      { ...windowsUpdate, networkSecurityGroup: { allowInternet: true, readExistingRules: true } },
      [
        "networkSecurityGroup.readExistingRules: there is nothing to read without networkSecurityGroupName: give that.",
        "networkSecurityGroup.allowInternet: has no effect: service tags and addresses cover every source. Leave it out.",
      ],
    ],
    [
      "priorities and existing rules that can't be",
      {
        ...windowsUpdate,
        networkSecurityGroup: {
          firstPriority: 99,
          lastPriority: 5000,
          existingRules: [{ priority: 4097, direction: "Both", access: "Drop" }],
        },
      },
      [
        `networkSecurityGroup.firstPriority: 99 is not a priority: a whole number from 100 to 4096. See ${securityRulesPage}`,
        `networkSecurityGroup.lastPriority: 5000 is not a priority: a whole number from 100 to 4096. See ${securityRulesPage}`,
        `networkSecurityGroup.existingRules[0].priority: 4097 is not a priority: a whole number from 100 to 4096. See ${securityRulesPage}`,
        'networkSecurityGroup.existingRules[0].direction: "Both" is not one of "Inbound" or "Outbound".',
        'networkSecurityGroup.existingRules[0].access: "Drop" is not one of "Allow" or "Deny".',
      ],
    ],
    [
      "a range that ends before it begins",
      { ...windowsUpdate, networkSecurityGroup: { firstPriority: 200, lastPriority: 199 } },
      ["networkSecurityGroup.lastPriority: 199 is below the firstPriority, 200."],
    ],
    [
      "rules that would take no effect",
      { ...windowsUpdate, networkSecurityGroup: { existingRules: [{ name: "deny", priority: 400, access: "Deny" }] } },
      ["AzureFrontDoor-FirstParty", "AzureUpdateDelivery"].map(
        (tag, index) =>
          `networkSecurityGroup.firstPriority: the rule "deny" denies at 400 what "updates-${tag}" would allow at ${1001 - index}: give a firstPriority below 400. See ${securityRulesPage}`,
      ),
    ],
    [
      "a prefix that no name begins with",
      { ...windowsUpdate, networkSecurityGroup: { ruleNamePrefix: "my rules" } },
      [
        `networkSecurityGroup.ruleNamePrefix: "my rules" can't begin the name of a rule: give letters, digits, "_", "." and "-" that begin with a letter or digit, so that no name is longer than 80. See ${securityRulesPage}`,
      ],
    ],
    [
      "names and priorities of collections that can't be",
      {
        ...windowsUpdate,
        resourceGroupName: "rg",
        sourceAddresses: ["*"],
        azureFirewall: { collectionNamePrefix: "-", priority: 99, existingPriorities: [65001] },
        firewallPolicy: {
          firewallPolicyName: "egress",
          ruleCollectionGroupName: "a b",
          priority: 300,
          existingPriorities: [300],
        },
      },
      [
        `azureFirewall.collectionNamePrefix: "--application" is not a name of at most 80 letters, digits, "_", "." and "-" that begins with a letter or digit and ends with one or "_". See ${firewallPage}`,
        `azureFirewall.existingPriorities[0]: 65001 is not a priority: a whole number from 100 to 65000. See ${firewallPage}`,
        `azureFirewall.priority: 99 is not a priority: a whole number from 100 to 65000. See ${firewallPage}`,
        `firewallPolicy.ruleCollectionGroupName: "a b" is not a name of at most 80 letters, digits, "_", "." and "-" that begins with a letter or digit and ends with one or "_". See ${firewallPage}`,
        "firewallPolicy.priority: 300 is one of existingPriorities: give another, or leave it out.",
      ],
    ],
    [
      "routes that nothing needs, by a name that can't be",
      { ...windowsUpdate, routeTable: { routeNamePrefix: "_" } },
      [
        `routeTable: has no effect without sources.rhui: no other source needs a way of its own under forced tunnelling. Leave it out. See ${rhuiPage}`,
        'routeTable.routeNamePrefix: "_" can\'t begin the name of a route: give at most 55 letters, digits, "_", "." and "-" that begin with a letter or digit.',
      ],
    ],
    [
      "a NAT gateway in no zone that waits too long",
      { ...windowsUpdate, resourceGroupName: "rg", natGateway: { zone: "4", idleTimeoutInMinutes: 121 } },
      [
        'natGateway.zone: "4" is not "1", "2" or "3".',
        `natGateway.idleTimeoutInMinutes: 121 is not a whole number of minutes from 4 to 120. See ${natPage}`,
      ],
    ],
    [
      "a proxy that is none, whose address a security group needs",
      {
        ...windowsUpdate,
        networkSecurityGroup: {},
        proxy: { host: "http://user:secret@proxy", port: 0, bypass: ["a b"] },
      },
      [
        "proxy.port: 0 is not a port: a whole number from 1 to 65535.",
        "proxy.host: this is not a host name or an IPv4 address: give one of those without a scheme, a port or credentials.",
        'proxy.bypass[0]: "a b" is not a host name, such as "updates.example.com".',
        `proxy.addresses: give its addresses: a network security group can't name hosts. See ${securityRulesPage}`,
      ],
    ],
  ] as const) {
    it(what, () => assert.deepEqual(problemsOf(args), problems));
  }

  it("all of it at once, in one error that names the component", () => {
    const wrong = { sources: { rhui: true }, cloud: "china", natGateway: {} } as const;
    assert.throws(
      () => designUpdateNetworkRules("updates", wrong),
      (error: unknown) => {
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.equal(
          error.message,
          [
            'UpdateNetworkRules "updates" cannot be created:',
            "  resourceGroupName: give the resource group for natGateway.",
            '  sources.rhui: no names or addresses of its servers are documented for the cloud "china": list the servers that the machines use in sources.privateRepositories.',
          ].join("\n"),
        );
        return true;
      },
    );
  });

  it("an address that is an output, once it is there", async () => {
    const { destinations } = designUpdateNetworkRules("updates", {
      sources: { wsus: { addresses: [pulumi.output("wsus")] } },
    });
    const error = await failure(pulumi.output(destinations[0]?.addresses[0]));
    assert.ok(pulumi.InputPropertiesError.isInstance(error));
    assert.deepEqual(error.errors, [
      {
        propertyPath: "sources.wsus.addresses[0]",
        reason: '"wsus" is not an IPv4 address, such as "10.0.1.4", or a prefix, such as "10.0.1.0/24".',
      },
    ]);
  });
});
