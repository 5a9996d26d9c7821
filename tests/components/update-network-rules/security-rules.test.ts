import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { UpdateNetworkRules } from "../../../index";
import { failure, registered, resolved } from "../program";
import { inputsOf, registeredBy } from "./registered-by";

const resourceGroupName = "patching";

const rule = (priority: number, name: string, sources: string, to: object) => ({
  resourceGroupName,
  networkSecurityGroupName: "machines",
  securityRuleName: `updates-${name}`,
  description: `For updates: ${sources}`,
  priority,
  direction: "Outbound",
  access: "Allow",
  protocol: "Tcp",
  sourceAddressPrefix: "*",
  sourcePortRange: "*",
  ...to,
});

describe("the rules of a security group", () => {
  it("gives a security group a rule for each service tag, for each source's addresses, and for the rest", async () => {
    const { component, resources } = await registeredBy({
      resourceGroupName,
      sources: {
        windowsUpdate: true,
        rhui: true,
        linuxDistributions: ["Debian", "AlmaLinux"],
        wsus: { addresses: [pulumi.output("10.0.3.4")] },
        privateRepositories: [{ name: "mirror", addresses: ["10.0.4.0/24"], port: 8443 }],
      },
      networkSecurityGroup: { networkSecurityGroupName: "machines", allowInternet: true },
    });
    const expected = {
      "updates-AzureFrontDoor-FirstParty": rule(1001, "AzureFrontDoor-FirstParty", "Windows Update", {
        destinationAddressPrefix: "AzureFrontDoor.FirstParty",
        destinationPortRange: "80",
      }),
      "updates-AzureUpdateDelivery": rule(1000, "AzureUpdateDelivery", "Windows Update", {
        destinationAddressPrefix: "AzureUpdateDelivery",
        destinationPortRange: "443",
      }),
      "updates-internet-443": rule(1009, "internet-443", "AlmaLinux", {
        destinationAddressPrefix: "Internet",
        destinationPortRange: "443",
      }),
      "updates-internet-80": rule(1008, "internet-80", "Debian", {
        destinationAddressPrefix: "Internet",
        destinationPortRange: "80",
      }),
      "updates-repository-mirror": rule(1032, "repository-mirror", "private repository mirror", {
        destinationAddressPrefix: "10.0.4.0/24",
        destinationPortRange: "8443",
      }),
      "updates-rhui": rule(1012, "rhui", "RHUI", {
        destinationAddressPrefixes: [
          "52.136.197.163",
          "20.225.226.182",
          "52.142.4.99",
          "20.248.180.252",
          "20.24.186.80",
        ],
        destinationPortRange: "443",
      }),
      "updates-wsus": rule(1011, "wsus", "WSUS", {
        destinationAddressPrefix: "10.0.3.4",
        destinationPortRanges: ["8530", "8531"],
      }),
    };
    assert.deepEqual(inputsOf(resources, "SecurityRule"), expected);
    assert.equal(resources.length, 7);
    const inline = await resolved(component.securityRules);
    assert.deepEqual(
      Object.fromEntries(inline.map(({ name, ...rest }) => [name, rest] as const).sort()),
      Object.fromEntries(
        Object.entries(expected).map(([name, inputs]) => {
          const {
            resourceGroupName: _group,
            networkSecurityGroupName: _nsg,
            securityRuleName: _name,
            ...rest
          } = inputs;
          return [name, rest];
        }),
      ),
    );
  });

  it("lets machines out from where they are, to Arc by its tags", async () => {
    const { resources } = await registeredBy({
      resourceGroupName,
      sources: { arc: { connection: true } },
      sourceAddresses: ["10.0.1.0/24", pulumi.output("10.0.2.0/24")],
      networkSecurityGroup: {
        networkSecurityGroupName: "machines",
        resourceGroupName: "network",
        ruleNamePrefix: "arc",
        firstPriority: 100,
      },
    });
    const rules = inputsOf(resources, "SecurityRule") as Record<string, Record<string, unknown>>;
    assert.deepEqual(
      Object.values(rules).map(({ securityRuleName, priority, destinationAddressPrefix, resourceGroupName: group }) => [
        securityRuleName,
        priority,
        destinationAddressPrefix,
        group,
      ]),
      [
        ["arc-AzureActiveDirectory", 102, "AzureActiveDirectory", "network"],
        ["arc-AzureArcInfrastructure", 105, "AzureArcInfrastructure", "network"],
        ["arc-AzureFrontDoor-Frontend", 107, "AzureFrontDoor.Frontend", "network"],
        ["arc-AzureResourceManager", 104, "AzureResourceManager", "network"],
        ["arc-AzureTrafficManager", 103, "AzureTrafficManager", "network"],
        ["arc-Storage", 106, "Storage", "network"],
      ],
    );
    assert.deepEqual(
      Object.values(rules).map((inputs) => inputs.sourceAddressPrefixes),
      Object.values(rules).map(() => ["10.0.1.0/24", "10.0.2.0/24"]),
    );
  });

  it("takes application security groups in place of addresses", async () => {
    const { resources } = await registeredBy({
      resourceGroupName,
      sources: { rhui: true },
      networkSecurityGroup: {
        networkSecurityGroupName: "machines",
        sourceApplicationSecurityGroupIds: ["/subscriptions/s/linux"],
      },
    });
    const { "updates-rhui": inputs } = inputsOf(resources, "SecurityRule") as Record<string, Record<string, unknown>>;
    assert.deepEqual(inputs?.sourceApplicationSecurityGroups, [{ id: "/subscriptions/s/linux" }]);
    assert.equal(inputs?.sourceAddressPrefix, undefined);
  });

  const reading = {
    resourceGroupName,
    sources: { rhui: true },
    networkSecurityGroup: { networkSecurityGroupName: "machines", readExistingRules: true },
  };
  const getting = (...securityRules: object[]) => ({
    "azure-native:network:getNetworkSecurityGroup": { securityRules },
  });

  it("reads the rules that a group has, and collides with none", async () => {
    const taken = { name: "other", priority: 1012, direction: "Outbound", access: "Allow", protocol: "*" };
    const { component } = await registeredBy(reading, getting(taken));
    assert.deepEqual(
      (await resolved(component.securityRules)).map(({ priority }) => priority),
      [1076],
    );
    const own = { ...taken, name: "updates-rhui", priority: 1140 };
    const again = await registeredBy(reading, getting(taken, own));
    assert.deepEqual(
      (await resolved(again.component.securityRules)).map(({ priority }) => priority),
      [1140],
    );
  });

  it("does not take rules for application security groups for rules for everything", async () => {
    const deny = { name: "deny", priority: 900, direction: "Outbound", access: "Deny", protocol: "*" };
    const { component } = await registeredBy(
      reading,
      getting(
        { ...deny, sourceApplicationSecurityGroups: [{ id: "/subscriptions/s/other" }], destinationAddressPrefix: "*" },
        { ...deny, sourceAddressPrefix: "*", destinationApplicationSecurityGroups: [{ id: "/subscriptions/s/other" }] },
      ),
    );
    assert.deepEqual(
      (await resolved(component.securityRules)).map(({ priority }) => priority),
      [1012],
    );
  });

  it("says of rules that it reads which of them denies", async () => {
    const deny = { name: "deny", priority: 900, direction: "Outbound", access: "Deny", protocol: "*" };
    let error: unknown;
    await registered(
      async () => {
        error = await failure(new UpdateNetworkRules("updates", { ...reading }).securityRules);
      },
      getting({ ...deny, destinationAddressPrefix: "*", destinationPortRange: "*", sourceAddressPrefix: "*" }),
    ).catch(() => undefined);
    assert.ok(pulumi.InputPropertiesError.isInstance(error));
    assert.deepEqual(error.errors, [
      {
        propertyPath: "networkSecurityGroup.firstPriority",
        reason:
          'the rule "deny" denies at 900 what "updates-rhui" would allow at 1012: give a firstPriority below 900. See https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
      },
    ]);
  });

  it("lets machines out to a proxy in place of what is behind it", async () => {
    const { component, resources } = await registeredBy({
      resourceGroupName,
      sources: { windowsUpdate: true, linuxDistributions: ["Ubuntu"], wsus: { addresses: ["10.0.3.4"] } },
      networkSecurityGroup: { networkSecurityGroupName: "machines" },
      proxy: { host: pulumi.output("10.0.3.7"), port: 3128 },
    });
    assert.deepEqual(inputsOf(resources, "SecurityRule"), {
      "updates-proxy": rule(1010, "proxy", "the proxy", {
        destinationAddressPrefix: "10.0.3.7",
        destinationPortRange: "3128",
      }),
      "updates-wsus": rule(1011, "wsus", "WSUS", {
        destinationAddressPrefix: "10.0.3.4",
        destinationPortRanges: ["8530", "8531"],
      }),
    });
    const { destinations, proxy } = await resolved(component.describe());
    assert.deepEqual(
      destinations.map(({ name, viaProxy }) => [name, viaProxy]),
      [
        ["windows-update-http", true],
        ["windows-update-https", true],
        ["wsus-http", false],
        ["wsus-https", false],
        ["ubuntu-http", true],
        ["ubuntu-http-2", true],
        ["proxy", false],
      ],
    );
    assert.equal(proxy?.url, "http://10.0.3.7:3128");
  });
});
