import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { FleetMachineArgs, UpdateManagedFleetArgs } from "../../../index";
import { adminPassword } from "../arguments";
import { resolved } from "../program";
import { bare, deployed, group, inputsOf, minimal, named, principalId, subnetId, ubuntu } from "./fleet";

const own = `${group}/providers/Microsoft.Maintenance/maintenanceConfigurations`;
const windows: FleetMachineArgs = { image: "windows-server-2025", adminPassword };

const machineAndNetwork = [
  "NatGateway shop",
  "NetworkInterface shop-web",
  "NetworkSecurityGroup shop",
  "PublicIPAddress shop",
  "Subnet shop",
  "VirtualMachine shop-web",
  "VirtualNetwork shop",
];

const scheduling = ["ConfigurationAssignment shop-broad-web", "MaintenanceConfiguration shop-broad"];

const assessing = [
  "PolicyAssignment shop-linux-virtual-machines",
  "PolicyAssignment shop-windows-virtual-machines",
  "RemediationAtResource shop-linux-virtual-machines",
  "RemediationAtResource shop-windows-virtual-machines",
  "RoleAssignment shop-linux-virtual-machines-contributor",
  "RoleAssignment shop-windows-virtual-machines-contributor",
];

const alerting = [
  "RoleAssignment shop-fleet-reader",
  "ScheduledQueryRule shop-failed-assessments",
  "ScheduledQueryRule shop-failed-installations",
  "ScheduledQueryRule shop-missed-assessments",
  "ScheduledQueryRule shop-pending-updates",
  "UserAssignedIdentity shop",
  "Workbook shop",
];

describe("UpdateManagedFleet", () => {
  it("is whole by default", async () => {
    const { fleet, resources } = await deployed(minimal);
    assert.deepEqual(named(resources), [...machineAndNetwork, ...scheduling, ...assessing, ...alerting].sort());
    assert.deepEqual(await resolved(fleet.machines), {
      web: {
        virtualMachineId: `${group}/providers/Microsoft.Compute/virtualMachines/shop-web1a2b3c4d`,
        virtualMachineName: "shop-web1a2b3c4d",
        networkInterfaceId: `${group}/providers/Microsoft.network/NetworkInterface/shop-web1a2b3c4d`,
        operatingSystem: "Linux",
        privateIpAddress: "10.0.0.4",
        publicIpAddress: undefined,
        principalId: undefined,
        ring: "broad",
      },
    });
    assert.deepEqual(await resolved(fleet.maintenanceConfigurationIds), { broad: `${own}/shop-broad1a2b3c4d` });
    assert.deepEqual(Object.keys(await resolved(fleet.policyAssignmentIds)), [
      "linux-virtual-machines",
      "windows-virtual-machines",
    ]);
    assert.deepEqual(Object.keys(await resolved(fleet.alertRuleIds)), [
      "failedInstallations",
      "failedAssessments",
      "missedAssessments",
      "pendingUpdates",
    ]);
    assert.equal(
      await resolved(fleet.subnetId),
      `${group}/providers/Microsoft.Network/virtualNetworks/shop1a2b3c4d/subnets/shop1a2b3c4d`,
    );
    assert.deepEqual(await resolved(fleet.roleNames), {});
  });

  const skips: [part: string, args: Partial<UpdateManagedFleetArgs>, left: string[]][] = [
    ["the schedules", { schedule: { skip: true } }, [...machineAndNetwork, ...assessing, ...alerting]],
    ["the assessment", { assessment: { skip: true } }, [...machineAndNetwork, ...scheduling, ...alerting]],
    ["the alerts", { alerts: { skip: true } }, [...machineAndNetwork, ...scheduling, ...assessing]],
    ["access", { access: { skip: true }, ...bare }, machineAndNetwork],
    [
      "the network",
      { ...bare, network: { skip: true }, machines: { web: { ...ubuntu, subnetId } } },
      ["NetworkInterface shop-web", "VirtualMachine shop-web"],
    ],
  ];
  for (const [part, args, left] of skips) {
    it(`does without ${part}`, async () => {
      assert.deepEqual(named((await deployed({ ...minimal, ...args })).resources), [...left].sort());
    });
  }

  it("is in a subnet of one's own in place of its network", async () => {
    const { fleet, resources } = await deployed({ ...bare, network: { subnetId } });
    assert.deepEqual(named(resources), ["NetworkInterface shop-web", "VirtualMachine shop-web"]);
    assert.equal(await resolved(fleet.subnetId), subnetId);
    assert.equal(await resolved(fleet.natGatewayId), undefined);
    const way = await resolved(fleet.wayToUpdates);
    assert.deepEqual([...new Set(way?.destinations.map(({ source }) => source))], ["Ubuntu"]);
  });

  it("allows what its images need, and denies the rest of the Internet, where it is told to", async () => {
    const { resources } = await deployed({
      ...bare,
      machines: { files: windows, data: { ...ubuntu, image: "rhel-9" } },
      network: { networkSecurityGroup: {}, addressPrefix: "10.7.0.0/26" },
    });
    const rules = resources.filter(({ type }) => type.endsWith(":SecurityRule")).map(({ inputs }) => inputs);
    assert.deepEqual(rules.map(({ securityRuleName, access }) => `${access} ${securityRuleName}`).sort(), [
      "Allow shop-AzureFrontDoor-FirstParty",
      "Allow shop-AzureUpdateDelivery",
      "Allow shop-rhui",
      "Deny deny-internet",
    ]);
    assert.deepEqual(inputsOf(resources, "SecurityRule", "shop-deny-internet"), {
      resourceGroupName: "shop",
      networkSecurityGroupName: "shop1a2b3c4d",
      securityRuleName: "deny-internet",
      description: "What updates need is allowed by the rules before.",
      priority: 4096,
      direction: "Outbound",
      access: "Deny",
      protocol: "*",
      sourceAddressPrefix: "*",
      sourcePortRange: "*",
      destinationAddressPrefix: "Internet",
      destinationPortRange: "*",
    });
    assert.deepEqual(inputsOf(resources, "VirtualNetwork", "shop").addressSpace, { addressPrefixes: ["10.7.0.0/26"] });
  });

  it("has operators who see, assess and patch its resource group", async () => {
    const { fleet, resources } = await deployed({ ...bare, access: { principals: { operators: { principalId } } } });
    assert.deepEqual(await resolved(fleet.roleNames), { operators: ["Reader", "Virtual Machine Contributor"] });
    const assignments = resources.filter(({ type }) => type.endsWith(":RoleAssignment"));
    assert.deepEqual(
      assignments.map(({ name, inputs: { scope, principalId: who } }) => ({ name, scope, who })),
      ["shop-operators-fleet-reader", "shop-operators-fleet-virtual-machine-contributor"].map((name) => ({
        name,
        scope: group,
        who: principalId,
      })),
    );
  });

  it("assigns machines, its own and others, to the schedules of their rings", async () => {
    const { fleet, resources } = await deployed({
      ...bare,
      machines: {
        web: { ...ubuntu, ring: "first", location: "northeurope" },
        data: ubuntu,
        jumphost: { ...ubuntu, patchOrchestration: "AzureManagedSafeDeployment" },
      },
      schedule: {
        startDateTime: "2026-01-09 23:00",
        timeZone: "Europe/Berlin",
        rings: { second: 3, first: 0 },
        virtualMachines: { old: { id: `${group}/providers/Microsoft.Compute/virtualMachines/old`, ring: "first" } },
        arcServers: { hall: { id: `${group}/providers/Microsoft.HybridCompute/machines/hall` } },
        dynamicScopes: { tagged: { tags: { patch: ["yes"] }, ring: "first" } },
      },
    });
    const assignments = resources.filter(({ type }) => type.includes(":ConfigurationAssignment"));
    const found = assignments.map(({ name, inputs }) => {
      const configuration = String(inputs.maintenanceConfigurationId).split("/").at(-1);
      return `${name}: ${inputs.resourceName ?? JSON.stringify(inputs.filter)} ${inputs.location ?? "-"} ${configuration}`;
    });
    assert.deepEqual(found.sort(), [
      "shop-first-old: old - shop-first1a2b3c4d",
      'shop-first-tagged: {"resourceTypes":["Microsoft.Compute/virtualMachines","Microsoft.HybridCompute/machines"],"tagSettings":{"filterOperator":"All","tags":{"patch":["yes"]}}} - shop-first1a2b3c4d',
      "shop-first-web: shop-web1a2b3c4d northeurope shop-first1a2b3c4d",
      "shop-second-data: shop-data1a2b3c4d westeurope shop-second1a2b3c4d",
      "shop-second-hall: hall - shop-second1a2b3c4d",
    ]);
    assert.deepEqual(fleet.nextRuns(new Date("2027-01-01T00:00:00Z"), 1), {
      second: [
        {
          start: new Date("2027-01-04T22:00:00Z"),
          end: new Date("2027-01-05T01:55:00Z"),
          localStart: "2027-01-04 23:00",
        },
      ],
      first: [
        {
          start: new Date("2027-01-01T22:00:00Z"),
          end: new Date("2027-01-02T01:55:00Z"),
          localStart: "2027-01-01 23:00",
        },
      ],
    });
    const machines = await resolved(fleet.machines);
    assert.deepEqual(
      Object.entries(machines).map(([name, { ring }]) => [name, ring]),
      [
        ["web", "first"],
        ["data", "second"],
        ["jumphost", undefined],
      ],
    );
  });

  it("assigns machines to schedules of one's own, and nothing to one whose ring is empty", async () => {
    const { fleet, resources } = await deployed({
      ...bare,
      machines: { web: { ...ubuntu, ring: "late" } },
      schedule: { maintenanceConfigurationIds: { soon: `${own}/soon`, late: pulumi.output(`${own}/late`) } },
    });
    assert.deepEqual(named(resources), [...machineAndNetwork, "ConfigurationAssignment shop-late-web"].sort());
    assert.deepEqual(await resolved(fleet.maintenanceConfigurationIds), { soon: `${own}/soon`, late: `${own}/late` });
    assert.deepEqual(fleet.nextRuns(new Date("2027-01-01T00:00:00Z"), 1), {});
  });

  it("tags all that can have tags; a machine's own win", async () => {
    const { resources } = await deployed({
      ...minimal,
      tags: pulumi.output({ team: "shop", environment: "production" }),
      machines: { web: { ...ubuntu, tags: { environment: "staging" } } },
    });
    const untagged = resources.filter(({ type, inputs }) => type.startsWith("azure-native:") && !inputs.tags);
    assert.deepEqual([...new Set(untagged.map(({ type }) => type.split(":").at(-1)))].sort(), [
      "ConfigurationAssignment",
      "PolicyAssignment",
      "RemediationAtResource",
      "RoleAssignment",
      "Subnet",
    ]);
    assert.deepEqual(inputsOf(resources, "VirtualMachine", "shop-web").tags, { team: "shop", environment: "staging" });
    assert.deepEqual(inputsOf(resources, "Workbook", "shop").tags, { team: "shop", environment: "production" });
  });

  it("is changed by transformations where no argument says it", async () => {
    const dhcpOptions = { dnsServers: ["10.9.0.4"] };
    const transformations: pulumi.ResourceTransformation[] = [
      ({ type, props, opts }) =>
        type === "azure-native:network:VirtualNetwork" ? { props: { ...props, dhcpOptions }, opts } : undefined,
    ];
    const { resources } = await deployed(bare, { transformations });
    assert.deepEqual(inputsOf(resources, "VirtualNetwork", "shop").dhcpOptions, dhcpOptions);
  });

  it("sends no password and no webhook to the engine but as a secret", async () => {
    const secrets = [adminPassword, "https://pager.example.com/key"];
    const [password = "", pager = ""] = secrets;
    const { open } = await deployed({
      ...minimal,
      machines: { files: { ...windows, adminPassword: password } },
      alerts: { actionGroup: { webhooks: { pager } } },
    });
    assert.ok(open.length > 20);
    assert.deepEqual(
      open.filter((inputs) => secrets.some((secret) => inputs.includes(secret))),
      [],
    );
  });
});
