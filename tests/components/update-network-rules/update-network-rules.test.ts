import assert from "node:assert/strict";
import { resolved } from "../program";
import { inputsOf, registeredBy } from "./registered-by";

const resourceGroupName = "patching";

describe("UpdateNetworkRules", () => {
  it("creates nothing that it is not asked for, and tells what machines reach", async () => {
    const { component, resources } = await registeredBy({ sources: { rhui: true } });
    assert.deepEqual(resources, []);
    const { destinations, statements, ...rest } = await resolved(component.describe());
    assert.deepEqual(destinations, [
      {
        name: "rhui-https",
        source: "RHUI",
        purpose: "Red Hat Update Infrastructure",
        fqdns: [
          "rhui-1.microsoft.com",
          "rhui-2.microsoft.com",
          "rhui-3.microsoft.com",
          "rhui-4.microsoft.com",
          "rhui4-1.microsoft.com",
        ],
        addresses: ["52.136.197.163", "20.225.226.182", "52.142.4.99", "20.248.180.252", "20.24.186.80"],
        serviceTags: [],
        protocol: "HTTPS",
        ports: [443],
        viaProxy: false,
        documents: ["https://learn.microsoft.com/azure/virtual-machines/workloads/redhat/redhat-rhui"],
      },
    ]);
    assert.deepEqual(rest, {
      serviceTags: [],
      securityRules: [],
      applicationRuleCollections: [],
      networkRuleCollections: [],
      routes: [],
      proxy: undefined,
    });
    assert.ok(statements.some(({ statement }) => statement.startsWith("RHUI answers machines alone whose source")));
  });

  it("gives a firewall policy a group of collections, and a firewall its own", async () => {
    const { component, resources } = await registeredBy({
      resourceGroupName,
      sources: { windowsUpdate: true, suse: { addresses: ["192.0.2.10"], httpsOnly: true } },
      sourceIpGroupIds: ["/subscriptions/s/machines"],
      firewallPolicy: { firewallPolicyName: "egress", resourceGroupName: "hub" },
      azureFirewall: { priority: 300 },
    });
    const sourceIpGroups = ["/subscriptions/s/machines"];
    const suse = {
      name: "suse-https",
      description: "SUSE: the update infrastructure of SUSE",
      sourceIpGroups,
      destinationAddresses: ["192.0.2.10"],
      destinationPorts: ["443"],
    };
    const windowsUpdate = {
      name: "windows-update",
      description: "Windows Update",
      sourceIpGroups,
      protocols: [
        { protocolType: "Http", port: 80 },
        { protocolType: "Https", port: 443 },
      ],
      fqdnTags: ["WindowsUpdate"],
    };
    const action = { type: "Allow" };
    const ruleCollectionType = "FirewallPolicyFilterRuleCollection";
    assert.deepEqual(resources, [
      {
        type: "azure-native:network:FirewallPolicyRuleCollectionGroup",
        name: "updates",
        inputs: {
          resourceGroupName: "hub",
          firewallPolicyName: "egress",
          ruleCollectionGroupName: "updates",
          priority: 1000,
          ruleCollections: [
            {
              ruleCollectionType,
              action,
              name: "network",
              priority: 1000,
              rules: [{ ruleType: "NetworkRule", ...suse, ipProtocols: ["TCP"] }],
            },
            {
              ruleCollectionType,
              action,
              name: "application",
              priority: 1100,
              rules: [{ ruleType: "ApplicationRule", ...windowsUpdate }],
            },
          ],
        },
      },
    ]);
    assert.equal(
      await resolved(component.ruleCollectionGroupId),
      "azure-native:network:FirewallPolicyRuleCollectionGroup/updates",
    );
    assert.deepEqual(await resolved(component.applicationRuleCollections), [
      { name: "updates-application", priority: 300, action, rules: [windowsUpdate] },
    ]);
    assert.deepEqual(await resolved(component.networkRuleCollections), [
      { name: "updates-network", priority: 300, action, rules: [{ ...suse, protocols: ["TCP"] }] },
    ]);
  });

  it("routes every server of RHUI to the Internet", async () => {
    const { component, resources } = await registeredBy({
      resourceGroupName,
      sources: { rhui: true },
      routeTable: { routeTableName: "machines" },
    });
    const routes = {
      "updates-rhui-australia-east": "20.248.180.252/32",
      "updates-rhui-east-us": "52.142.4.99/32",
      "updates-rhui-south-central-us": "20.225.226.182/32",
      "updates-rhui-southeast-asia": "20.24.186.80/32",
      "updates-rhui-west-europe": "52.136.197.163/32",
    };
    assert.deepEqual(
      inputsOf(resources, "Route"),
      Object.fromEntries(
        Object.entries(routes).map(([routeName, addressPrefix]) => [
          routeName,
          { resourceGroupName, routeTableName: "machines", routeName, addressPrefix, nextHopType: "Internet" },
        ]),
      ),
    );
    assert.deepEqual(
      (await resolved(component.routes)).map(({ name, addressPrefix }) => [name, addressPrefix]).sort(),
      Object.entries(routes),
    );
  });

  it("creates a NAT gateway with an address of its own", async () => {
    const { component, resources } = await registeredBy({
      resourceGroupName,
      location: "westeurope",
      tags: { team: "platform" },
      sources: { rhui: true },
      natGateway: { zone: "2", idleTimeoutInMinutes: 10, natGatewayName: "outbound" },
    });
    const common = { resourceGroupName, location: "westeurope", tags: { team: "platform" }, zones: ["2"] };
    assert.deepEqual(resources, [
      {
        type: "azure-native:network:PublicIPAddress",
        name: "updates",
        inputs: { ...common, sku: { name: "Standard" }, publicIPAllocationMethod: "Static" },
      },
      {
        type: "azure-native:network:NatGateway",
        name: "updates",
        inputs: {
          ...common,
          natGatewayName: "outbound",
          sku: { name: "Standard" },
          idleTimeoutInMinutes: 10,
          publicIpAddresses: [{ id: "azure-native:network:PublicIPAddress/updates" }],
        },
      },
    ]);
    assert.equal(await resolved(component.natGatewayId), "azure-native:network:NatGateway/updates");
    assert.equal(await resolved(component.outboundIpAddress), "203.0.113.7");
  });

  it("creates a NAT gateway with addresses and prefixes that are there", async () => {
    const { component, resources } = await registeredBy({
      resourceGroupName,
      sources: { rhui: true },
      natGateway: { publicIpAddressIds: ["/subscriptions/s/a"], publicIpPrefixIds: ["/subscriptions/s/p"] },
    });
    assert.deepEqual(
      resources.map(({ inputs }) => inputs),
      [
        {
          resourceGroupName,
          sku: { name: "Standard" },
          publicIpAddresses: [{ id: "/subscriptions/s/a" }],
          publicIpPrefixes: [{ id: "/subscriptions/s/p" }],
        },
      ],
    );
    assert.equal(await resolved(component.outboundIpAddress), undefined);
  });
});
