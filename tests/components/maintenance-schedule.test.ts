import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { MaintenanceSchedule, type MaintenanceScheduleArgs, MaintenanceScheduleAssignment } from "../../index";
import { arcServerId, problemsIn, subscriptionId, virtualMachineId, weekly } from "./maintenance-schedule/arguments";
import { registered, resolved } from "./program";

const configurationType = "azure-native:maintenance:MaintenanceConfiguration";
const machineAssignmentType = "azure-native:maintenance:ConfigurationAssignment";
const subscriptionAssignmentType = "azure-native:maintenance:ConfigurationAssignmentsForSubscription";
const resourceGroupAssignmentType = "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup";

const functions = { "azure-native:authorization:getClientConfig": { subscriptionId } };

const maintenanceConfigurationId = `/subscriptions/${subscriptionId}/resourceGroups/patching/providers/Microsoft.Maintenance/maintenanceConfigurations/weekly`;

/** What a schedule registers below itself, by name: the order is that in which inputs resolve. */
const scheduleOf = async (args: MaintenanceScheduleArgs) =>
  (await registered(() => new MaintenanceSchedule("weekly", args), functions))
    .slice(1)
    .sort((one, other) => one.name.localeCompare(other.name));

describe("MaintenanceSchedule", () => {
  it("creates a maintenance configuration from the fewest arguments", async () => {
    assert.deepEqual(await registered(() => new MaintenanceSchedule("weekly", weekly)), [
      { type: "pulumi-azure-update-manager:index:MaintenanceSchedule", name: "weekly", inputs: weekly },
      {
        type: configurationType,
        name: "weekly",
        inputs: {
          resourceGroupName: "patching",
          maintenanceScope: "InGuestPatch",
          extensionProperties: { InGuestPatchMode: "User" },
          visibility: "Custom",
          startDateTime: "2027-01-09 02:00",
          timeZone: "UTC",
          recurEvery: "Week Saturday",
          duration: "03:55",
          installPatches: {
            rebootSetting: "IfRequired",
            windowsParameters: { classificationsToInclude: ["Critical", "Security"] },
            linuxParameters: { classificationsToInclude: ["Critical", "Security"] },
          },
        },
      },
    ]);
  });

  it("passes every argument on to the property that it is for", async () => {
    const id = `${configurationType}/weekly`;
    assert.deepEqual(await scheduleOf(complete), [
      {
        type: configurationType,
        name: "weekly",
        inputs: {
          resourceGroupName: "patching",
          resourceName: "patch-tuesday",
          location: "westeurope",
          tags: { team: "platform" },
          maintenanceScope: "InGuestPatch",
          extensionProperties: { InGuestPatchMode: "User" },
          visibility: "Custom",
          startDateTime: "2027-01-01 22:00",
          expirationDateTime: "2028-01-01 00:00",
          timeZone: "W. Europe Standard Time",
          recurEvery: "2Months Second Tuesday Offset4",
          duration: "03:00",
          installPatches: {
            rebootSetting: "Always",
            windowsParameters: {
              classificationsToInclude: ["Critical", "UpdateRollup"],
              kbNumbersToInclude: ["KB5034441"],
              kbNumbersToExclude: ["KB5034439"],
              excludeKbsRequiringReboot: true,
            },
            linuxParameters: {
              classificationsToInclude: ["Security", "Other"],
              packageNameMasksToInclude: ["openssl*"],
              packageNameMasksToExclude: ["docker*"],
            },
          },
        },
      },
      {
        type: machineAssignmentType,
        name: "weekly-files",
        inputs: {
          providerName: "Microsoft.HybridCompute",
          resourceType: "machines",
          resourceGroupName: "Machines",
          resourceName: "files",
          maintenanceConfigurationId: id,
        },
      },
      {
        type: resourceGroupAssignmentType,
        name: "weekly-own",
        inputs: {
          resourceGroupName: "machines",
          maintenanceConfigurationId: id,
          filter: {
            resourceTypes: ["Microsoft.Compute/virtualMachines", "Microsoft.HybridCompute/machines"],
            locations: ["northeurope"],
          },
        },
      },
      {
        type: subscriptionAssignmentType,
        name: "weekly-production",
        inputs: {
          maintenanceConfigurationId: id,
          filter: {
            resourceTypes: ["Microsoft.Compute/virtualMachines"],
            resourceGroups: ["web"],
            locations: ["westeurope"],
            osTypes: ["Linux"],
            tagSettings: { tags: { environment: ["production", "staging"] }, filterOperator: "Any" },
          },
        },
      },
      {
        type: machineAssignmentType,
        name: "weekly-web",
        inputs: {
          providerName: "Microsoft.Compute",
          resourceType: "virtualMachines",
          resourceGroupName: "Machines",
          resourceName: "web",
          location: "northeurope",
          maintenanceConfigurationId: id,
        },
      },
    ]);
  });

  it("wants all tags of a dynamic scope unless told otherwise", async () => {
    const [, scope] = await scheduleOf({ ...weekly, dynamicScopes: { all: { tags: { patched: ["yes"] } } } });
    assert.deepEqual(scope?.inputs.filter, {
      resourceTypes: ["Microsoft.Compute/virtualMachines", "Microsoft.HybridCompute/machines"],
      tagSettings: { tags: { patched: ["yes"] }, filterOperator: "All" },
    });
  });

  it("tells what it is", async () => {
    await registered(async () => {
      const schedule = new MaintenanceSchedule("weekly", { ...weekly, timeZone: "Europe/Berlin" });
      assert.equal(await resolved(schedule.maintenanceConfigurationId), `${configurationType}/weekly`);
      assert.equal(await resolved(schedule.maintenanceConfigurationName), "weekly1a2b3c4d");
      assert.equal(await resolved(schedule.recurEvery), "Week Saturday");
      assert.equal(await resolved(schedule.timeZone), "W. Europe Standard Time");
      assert.deepEqual(
        schedule.nextRuns(new Date("2027-03-21T00:00:00Z"), 2).map(({ start }) => start.toISOString()),
        ["2027-03-27T01:00:00.000Z", "2027-04-03T00:00:00.000Z"],
      );
    });
  });

  it("says everything that is wrong at once, with property paths", async () => {
    await registered(() => {
      const args = { ...weekly, duration: "05:00", recurrence: {} };
      assert.throws(() => new MaintenanceSchedule("weekly", args), {
        message: [
          'MaintenanceSchedule "weekly" cannot be created:',
          '  recurrence: gives no recurrence: give exactly one of "hourly", "daily", "weekly", "monthlyByDate" or "monthlyByWeekday".',
          '  duration: "05:00" is not a duration that a maintenance window for guests can have: it lasts from "01:30" to "03:55". See https://learn.microsoft.com/azure/virtual-machines/maintenance-configurations',
        ].join("\n"),
      });
    });
  });
});

describe("MaintenanceScheduleAssignment", () => {
  it("assigns an existing schedule", async () => {
    const resources = await registered(async () => {
      const assignment = new MaintenanceScheduleAssignment("shop", {
        maintenanceConfigurationId: pulumi.output(maintenanceConfigurationId),
        arcServers: { files: { id: arcServerId } },
        dynamicScopes: { all: {} },
      });
      assert.equal(await resolved(assignment.maintenanceConfigurationId), maintenanceConfigurationId);
    }, functions);
    assert.deepEqual(
      resources.slice(1).map(({ type, name, inputs }) => [type, name, inputs.maintenanceConfigurationId]),
      [
        [subscriptionAssignmentType, "shop-all", maintenanceConfigurationId],
        [machineAssignmentType, "shop-files", maintenanceConfigurationId],
      ],
    );
  });

  it("says everything that is wrong at once", () => {
    const problemsOf = (args: object) =>
      problemsIn(() => new MaintenanceScheduleAssignment("shop", args as { maintenanceConfigurationId: string }));
    assert.deepEqual(problemsOf({}), [
      "maintenanceConfigurationId: give the resource id of the maintenance configuration.",
      "virtualMachines: give a machine here or under arcServers, or a scope under dynamicScopes.",
    ]);
    assert.deepEqual(
      problemsOf({ maintenanceConfigurationId: virtualMachineId, dynamicScopes: { all: { osTypes: [] } } }),
      [
        `maintenanceConfigurationId: ${JSON.stringify(virtualMachineId)} is not the resource id of a maintenance configuration.`,
        "dynamicScopes.all.osTypes: is empty: leave it out for any.",
      ],
    );
  });
});

const complete: MaintenanceScheduleArgs = {
  resourceGroupName: "patching",
  maintenanceConfigurationName: "patch-tuesday",
  location: "westeurope",
  tags: { team: "platform" },
  startDateTime: "2027-01-01 22:00",
  expirationDateTime: "2028-01-01 00:00",
  timeZone: "Europe/Berlin",
  duration: "03:00",
  recurrence: { monthlyByWeekday: { every: 2, weekOfMonth: "Second", weekday: "Tuesday", offset: 4 } },
  windowsUpdates: {
    classificationsToInclude: ["Critical", "UpdateRollup"],
    kbNumbersToInclude: ["KB5034441"],
    kbNumbersToExclude: ["KB5034439"],
    excludeKbsRequiringReboot: true,
  },
  linuxUpdates: {
    classificationsToInclude: ["Security", "Other"],
    packageNameMasksToInclude: ["openssl*"],
    packageNameMasksToExclude: ["docker*"],
  },
  rebootSetting: "Always",
  virtualMachines: { web: { id: virtualMachineId, location: "northeurope" } },
  arcServers: { files: { id: arcServerId } },
  dynamicScopes: {
    production: {
      resourceGroups: ["web"],
      locations: ["westeurope"],
      osTypes: ["Linux"],
      resourceTypes: ["Microsoft.Compute/virtualMachines"],
      tags: { environment: ["production", "staging"] },
      tagOperator: "Any",
    },
    own: { resourceGroupName: "machines", locations: ["northeurope"] },
  },
};
