import assert from "node:assert/strict";
import type { PropertyMap } from "../../tools/azure/property-values";
import type { Created } from "./client";
import { Estate, linuxMachine, schedule } from "./estate";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const group = `${subscription}/resourceGroups/rg`;

describe("the offline Azure refuses", () => {
  let estate: Estate;
  let nic: Created;

  beforeEach(async () => {
    estate = await Estate.open();
    ({ nic } = await estate.interfaceInSubnet());
  });
  afterEach(() => estate.close());

  const refuses = (deployment: Promise<unknown>, message: string) => assert.rejects(deployment, { message });

  describe("schedules:", () => {
    const deploy = (changes: PropertyMap) => {
      const inputs = Object.entries({ ...schedule, ...changes }).filter(([, value]) => value !== "");
      return estate.client.deploy("maintenance:MaintenanceConfiguration", "schedule", Object.fromEntries(inputs));
    };
    const window = (error: string) =>
      `Status=400 Code="InvalidMaintenanceWindow" Message="Invalid maintenance window. Error: ${error}."`;
    const cases: Readonly<Record<string, [PropertyMap, string]>> = {
      "no patch mode": [
        { extensionProperties: {} },
        `Status=400 Code="BadRequest" Message="Extension properties must contain Patch mode"`,
      ],
      "no start": [{ startDateTime: "" }, window("StartDateTime is not set for maintenance window")],
      "a month without a day": [
        { recurEvery: "2Months" },
        window("Monthly maintenance window is missing day of month or week of month"),
      ],
      "a time zone by its IANA name": [{ timeZone: "Europe/Berlin" }, window("TimeZone 'Europe/Berlin' is not valid")],
      "a time zone that does not exist": [{ timeZone: "Berlin" }, window("TimeZone 'Berlin' is not valid")],
      "a scope that does not exist": [
        { maintenanceScope: "Guest" },
        `Status=400 Code="InvalidParameter" Message="The value 'Guest' of parameter 'maintenanceScope' is not allowed. Allowed values are: 'Host', 'Resource', 'OSImage', 'Extension', 'InGuestPatch', 'SQLDB', 'SQLManagedInstance'."`,
      ],
      "a reboot setting of the on-demand article": [
        { installPatches: { rebootSetting: "NeverReboot" } },
        `Status=400 Code="InvalidParameter" Message="The value 'NeverReboot' of parameter 'installPatches.rebootSetting' is not allowed. Allowed values are: 'IfRequired', 'Never', 'Always'."`,
      ],
      "a classification of the other system": [
        { installPatches: { linuxParameters: { classificationsToInclude: ["Critical", "UpdateRollup"] } } },
        `Status=400 Code="InvalidParameter" Message="The value 'UpdateRollup' of parameter 'installPatches.linuxParameters.classificationsToInclude' is not allowed. Allowed values are: 'Critical', 'Security', 'Other'."`,
      ],
    };
    for (const [what, [changes, message]] of Object.entries(cases)) it(what, () => refuses(deploy(changes), message));

    // The grammar itself, with its messages, is tested with the facts.
    for (const [property, value] of [
      ["duration", "05:00"],
      ["duration", "1:30"],
      ["startDateTime", "2030-01-05T02:00"],
      ["expirationDateTime", "2029-01-05 02:00"],
      ["recurEvery", "Weekly"],
      ["recurEvery", "Month Second Tuesday Offset7"],
    ] as const) {
      it(`${property} ${value}`, () =>
        assert.rejects(deploy({ [property]: value }), {
          message: /^Status=400 Code="InvalidMaintenanceWindow" Message="Invalid maintenance window\. Error: .+\."$/,
        }));
    }
  });

  describe("assignments:", () => {
    const assign = (changes: PropertyMap) =>
      estate.client.deploy("maintenance:ConfigurationAssignment", "assignment", {
        resourceGroupName: "rg",
        providerName: "Microsoft.Compute",
        resourceType: "virtualMachines",
        resourceName: "vm",
        ...changes,
      });

    it("of a schedule to a machine that does not exist", async () => {
      const { id } = await estate.client.deploy("maintenance:MaintenanceConfiguration", "schedule", schedule);
      await refuses(
        assign({ maintenanceConfigurationId: id }),
        `Status=404 Code="ResourceNotFound" Message="The Resource 'Microsoft.Compute/virtualMachines/vm' under resource group 'rg' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"`,
      );
    });

    it("of no schedule, and of one that does not exist", async () => {
      await estate.client.deploy("compute:VirtualMachine", "vm", linuxMachine(nic.id));
      await refuses(
        assign({}),
        `Status=400 Code="BadRequest" Message="Required parameter 'maintenanceConfigurationId' is missing (null)."`,
      );
      const absent = `${group}/providers/Microsoft.Maintenance/maintenanceConfigurations/absent`;
      await assert.rejects(assign({ maintenanceConfigurationId: absent }), {
        message: new RegExp(`^Status=400 Code="InvalidResourceReference" Message="Resource ${absent} referenced by`),
      });
    });

    it("of a schedule for guests to a scale set", async () => {
      await estate.client.deploy("compute:VirtualMachineScaleSet", "set", {
        resourceGroupName: "rg",
        vmScaleSetName: "set",
        location: "westeurope",
      });
      const { id } = await estate.client.deploy("maintenance:MaintenanceConfiguration", "schedule", schedule);
      await refuses(
        assign({
          resourceType: "virtualMachineScaleSets",
          resourceName: "set",
          maintenanceConfigurationId: id,
        }),
        `Status=400 Code="BadRequest" Message="Maintenance scope InGuestPatch is not supported for resources of type 'Microsoft.Compute/virtualMachineScaleSets'. Supported types are: 'Microsoft.Compute/virtualMachines', 'Microsoft.HybridCompute/machines'."`,
      );
    });
  });
});
