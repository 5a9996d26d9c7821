import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Problems } from "../../../components/shared/problems";
import { designFleet } from "../../../components/update-managed-fleet/design";
import { later, withoutOutputs } from "../../../components/update-managed-fleet/rehearsal";
import { sourcesOf } from "../../../components/update-managed-fleet/sources";
import { adminPassword, customImageId } from "../arguments";
import { bare, group, minimal, problemsOf, subnetId, ubuntu } from "./fleet";

const noEffectOnSkipped = "has no effect on what is skipped: leave it or skip out.";
const noEffectOnOwnNetwork = "has no effect on the fleet's own network: leave it out, or give network.subnetId.";
const maintenanceConfigurations = `${group}/providers/Microsoft.Maintenance/maintenanceConfigurations`;
const ringless = { patchOrchestration: "AzureManagedSafeDeployment" };

describe("the arguments of a fleet", () => {
  it("are told all at once what is wrong with them, those of every part", () => {
    const args = {
      location: "westeurope",
      machines: {
        "web-1": { ...ubuntu, ring: "last", zone: "4" },
        files: { image: "windows-server-2025", adminPassword: "short" },
      },
      network: { addressPrefix: "10.0.0.0/33", natGateway: { zone: "9" } },
      access: { principals: { operators: { principalId: "me" } } },
      schedule: { duration: "09:00", rings: { canary: 0, broad: 9 }, arcServers: { hall: { id: "hall" } } },
      assessment: { remediation: { parallelDeployments: 31 } },
      alerts: { failedInstallations: { severity: 9 } },
    };
    assert.throws(() => designFleet("shop", args as never, undefined), {
      message: [
        'UpdateManagedFleet "shop" cannot be created:',
        "  resourceGroupName: give the resource group that the fleet belongs to.",
        '  network.addressPrefix: "10.0.0.0/33" is not an IPv4 prefix from /8 to /29, such as "10.0.0.0/24". See https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
        '  network.natGateway.zone: "9" is not "1", "2" or "3".',
        '  machines["web-1"].zone: "4" is not "1", "2" or "3".',
        "  machines.files.adminPassword: must be 8 to 123 characters long on Windows. See https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile",
        '  access.principals.operators.principalId: "me" is not the object id of a principal: a GUID, not a name or an application\'s client id.',
        '  machines["web-1"].ring: "last" is not one of "canary" or "broad".',
        "  schedule.rings.broad: 9 is not less than 7, the days from one run to the next.",
        '  schedule.duration: "09:00" is not a duration that a maintenance window for guests can have: it lasts from "01:30" to "03:55". See https://learn.microsoft.com/azure/virtual-machines/maintenance-configurations',
        '  schedule.arcServers.hall.id: "hall" is not the resource id of an Arc-enabled server.',
        "  assessment.remediation.parallelDeployments: 31 is not a whole number from 1 to 30. See https://learn.microsoft.com/azure/governance/policy/how-to/remediate-resources",
        "  alerts.failedInstallations.severity: 9 is not a whole number from 0 to 4.",
      ].join("\n"),
    });
  });

  const wrong: [what: string, args: object, problems: string[]][] = [
    [
      "no machine at all",
      { ...minimal, machines: {} },
      ["machines: give a machine here, or one that exists, or a dynamic scope, under schedule."],
    ],
    [
      "settings of what is skipped",
      {
        ...bare,
        network: { skip: true, subnetId },
        machines: { web: { ...ubuntu, subnetId } },
        access: { skip: true, principals: {} },
        schedule: { skip: true, duration: "02:00" },
        assessment: { skip: true, audit: {} },
        alerts: { skip: true, workbook: {} },
      },
      [
        `network.subnetId: ${noEffectOnSkipped}`,
        `access.principals: ${noEffectOnSkipped}`,
        `schedule.duration: ${noEffectOnSkipped}`,
        `assessment.audit: ${noEffectOnSkipped}`,
        `alerts.workbook: ${noEffectOnSkipped}`,
      ],
    ],
    [
      "a machine without a subnet where the network is skipped",
      { ...bare, network: { skip: true } },
      ["machines.web.subnetId: give the id of the subnet for the network interface."],
    ],
    [
      "a wrong subnet, once, where it was given",
      { ...bare, machines: { web: ubuntu, data: ubuntu }, network: { subnetId: "machines" } },
      ['network.subnetId: "machines" is not the id of a subnet.'],
    ],
    [
      "a subnet that no machine is in",
      { ...bare, machines: { web: { ...ubuntu, subnetId } }, network: { subnetId, addressPrefix: "10.0.0.0/24" } },
      [
        "network.subnetId: has no effect, as no machine of the fleet is without one of its own: leave it out.",
        "network.addressPrefix: has no effect where the fleet makes no network: leave it out.",
      ],
    ],
    [
      "what only a network of one's own has",
      {
        ...bare,
        network: {
          sources: { rhui: true },
          routeTable: { routeTableName: "own" },
          firewallPolicy: { firewallPolicyName: "own" },
          networkSecurityGroup: { networkSecurityGroupName: "own" },
        },
      },
      [
        `network.firewallPolicy: ${noEffectOnOwnNetwork}`,
        `network.routeTable: ${noEffectOnOwnNetwork}`,
        `network.networkSecurityGroup.networkSecurityGroupName: ${noEffectOnOwnNetwork}`,
      ],
    ],
    [
      "an image that does not tell its sources",
      { ...bare, machines: { web: { ...ubuntu, image: undefined, customImageId, operatingSystem: "Linux" } } },
      ["network.sources: the image of machines.web does not tell where its updates come from: give the sources."],
    ],
    [
      "rules for machines that there are none of",
      {
        ...bare,
        machines: {},
        schedule: { dynamicScopes: { all: {} } },
        network: { natGateway: {} },
      },
      ["network.natGateway: has no effect without machines and without network.sources: leave it out."],
    ],
    [
      "a ring of a machine that no schedule patches",
      { ...bare, schedule: {}, machines: { web: { ...ubuntu, ...ringless, ring: "canary" } } },
      ['machines.web.ring: has no effect where patchOrchestration is not "CustomerManagedSchedules": leave it out.'],
    ],
    [
      "a ring where there are no schedules",
      { ...bare, machines: { web: { ...ubuntu, ring: "canary" } } },
      ["machines.web.ring: has no effect where schedule is skipped: leave it out."],
    ],
    [
      "two machines of one name",
      {
        ...bare,
        schedule: { virtualMachines: { web: { id: `${group}/providers/Microsoft.Compute/virtualMachines/old` } } },
      },
      ["schedule.virtualMachines.web: machines.web has this name already: choose another."],
    ],
    [
      "a region that the schedules do not reach, where it was given",
      { ...bare, machines: { web: { ...ubuntu, location: "usgovvirginia" } }, schedule: {} },
      [
        'machines.web.location: "usgovvirginia" is of the cloud "usgovernment", the schedule of "public": a schedule reaches no machines of another cloud.',
      ],
    ],
    [
      "schedules of one's own, and how the fleet's would be",
      {
        ...bare,
        schedule: {
          maintenanceConfigurationIds: { soon: "soon", late: `${maintenanceConfigurations}/late` },
          timeZone: "Europe/Berlin",
        },
      },
      [
        'machines.web.ring: give one of "soon" or "late": no ring of these is known to be the last.',
        "schedule.timeZone: has no effect beside maintenanceConfigurationIds: leave it out.",
        'schedule.maintenanceConfigurationIds.soon: "soon" is not the resource id of a maintenance configuration.',
      ],
    ],
    [
      "no schedule of one's own",
      { ...bare, schedule: { maintenanceConfigurationIds: {} } },
      ["schedule.maintenanceConfigurationIds: is empty: give one for each ring, or leave it out."],
    ],
    ["no ring", { ...bare, schedule: { rings: {} } }, ["schedule.rings: give at least one ring."]],
    [
      "access for nobody",
      { ...bare, access: {} },
      ["access.principals: give at least one, or skip access or leave it out."],
    ],
    [
      "policies without a region",
      { ...minimal, location: undefined, alerts: { skip: true } },
      [
        "location: give the region of the managed identities: Azure Policy needs one. See https://learn.microsoft.com/azure/governance/policy/how-to/remediate-resources",
      ],
    ],
    [
      "alerts in a cloud that has none",
      { ...minimal, location: "usgovvirginia" },
      [
        'alerts: "usgovvirginia" is not in the public cloud, the only one that has alerts of Update Manager. See https://learn.microsoft.com/azure/update-manager/manage-alerts',
      ],
    ],
  ];
  for (const [what, args, problems] of wrong) {
    it(`are refused with ${what}`, () => assert.deepEqual(problemsOf(args), problems));
  }

  it("take the provider's region where they give none", () => {
    assert.deepEqual(problemsOf({ ...minimal, location: undefined }, "westeurope"), []);
  });

  it("leave outputs to the parts, so that nothing is said twice", () => {
    const network = { subnetId: pulumi.output("machines"), natGateway: { zone: pulumi.output("9") } };
    const access = { principals: { operators: { principalId: Promise.resolve("me") } } };
    assert.deepEqual(problemsOf({ ...minimal, network, access }), []);
  });
});

describe("a rehearsal", () => {
  it("keeps plain values, and calls nothing with what is there later", async () => {
    const { a, b } = withoutOutputs({ a: [1, { c: "x" }], b: [pulumi.output("y")] });
    assert.deepEqual(a, [1, { c: "x" }]);
    let called = false;
    for (const output of [...b, later<string>()]) {
      pulumi.output(output).apply(() => {
        called = true;
      });
    }
    await new Promise(setImmediate);
    assert.equal(called, false);
  });
});

describe("the sources of a fleet", () => {
  const found = (...images: string[]) => {
    const problems: Problems = new Problems("The fleet");
    const sources = sourcesOf(Object.fromEntries(images.map((image, index) => [`m${index}`, { image }])), problems);
    assert.equal(problems.any, false);
    return sources;
  };

  it("are those of its images, in whatever order", () => {
    assert.deepEqual(found("windows-server-2022"), { windowsUpdate: true });
    assert.deepEqual(found("rhel-9", "sles-15-sp5"), { rhui: true, suse: {} });
    const all = {
      windowsUpdate: true,
      linuxDistributions: ["AlmaLinux", "Debian", "Oracle Linux", "Rocky Linux", "Ubuntu"],
    };
    const images = [
      "ubuntu-22.04",
      "debian-12",
      "rocky-linux-9",
      "oracle-linux-9",
      "almalinux-8",
      "windows-server-2016",
    ];
    assert.deepEqual(found(...images), all);
    assert.deepEqual(found(...images.reverse()), all);
    assert.equal(found(), undefined);
  });

  it("are Windows Update for Windows of one's own, and not RHUI for Red Hat that is bought elsewhere", () => {
    const windows = { files: { customImageId, operatingSystem: "Windows" as const, adminPassword } };
    assert.deepEqual(sourcesOf(windows, new Problems("The fleet")), { windowsUpdate: true });
    const bought = { publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm94" };
    assert.deepEqual(
      problemsOf({ ...bare, machines: { web: { ...ubuntu, image: undefined, imageReference: bought } } }).filter(
        (problem) => problem.startsWith("network"),
      ),
      ["network.sources: the image of machines.web does not tell where its updates come from: give the sources."],
    );
  });
});
