import assert from "node:assert/strict";
import { builtInRole, builtInRoles, roleDefinitionId } from "../../../facts/roles";

const patchingContributor = "cd08ab90-6b14-449c-ad9a-8f8e549482c6";

describe("builtInRole", () => {
  it("is found by name, GUID and id, in any letter case", () => {
    for (const text of [
      "Scheduled Patching Contributor",
      "scheduled patching contributor",
      patchingContributor,
      patchingContributor.toUpperCase(),
      roleDefinitionId(patchingContributor),
      `/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/${patchingContributor}`,
    ]) {
      assert.equal(builtInRole(text)?.name, "Scheduled Patching Contributor", text);
    }
  });

  it("is not found by another name or GUID", () => {
    assert.equal(builtInRole("Patching Contributor"), undefined);
    assert.equal(builtInRole("00000000-0000-0000-0000-000000000000"), undefined);
  });

  it("has the GUIDs of the catalogue", () => {
    assert.equal(builtInRole("Contributor")?.guid, "b24988ac-6180-42a0-ab88-20f7382dd24c");
    assert.equal(builtInRole("Virtual Machine Contributor")?.guid, "9980e02c-c2be-4d73-94e8-173b1dc7cf3c");
    assert.equal(
      builtInRole("Azure Connected Machine Resource Administrator")?.guid,
      "cd570a14-e51a-42ad-bac8-bafd67325302",
    );
    for (const { guid } of builtInRoles) assert.match(guid, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.equal(new Set(builtInRoles.map(({ guid }) => guid)).size, builtInRoles.length);
  });

  it("lists the twelve actions of Scheduled Patching Contributor", () => {
    assert.deepEqual([...(builtInRole(patchingContributor)?.actions ?? [])].sort(), [
      "Microsoft.Maintenance/configurationAssignments/delete",
      "Microsoft.Maintenance/configurationAssignments/maintenanceScope/InGuestPatch/delete",
      "Microsoft.Maintenance/configurationAssignments/maintenanceScope/InGuestPatch/read",
      "Microsoft.Maintenance/configurationAssignments/maintenanceScope/InGuestPatch/write",
      "Microsoft.Maintenance/configurationAssignments/read",
      "Microsoft.Maintenance/configurationAssignments/write",
      "Microsoft.Maintenance/maintenanceConfigurations/delete",
      "Microsoft.Maintenance/maintenanceConfigurations/maintenanceScope/InGuestPatch/delete",
      "Microsoft.Maintenance/maintenanceConfigurations/maintenanceScope/InGuestPatch/read",
      "Microsoft.Maintenance/maintenanceConfigurations/maintenanceScope/InGuestPatch/write",
      "Microsoft.Maintenance/maintenanceConfigurations/read",
      "Microsoft.Maintenance/maintenanceConfigurations/write",
    ]);
  });
});

describe("roleDefinitionId", () => {
  it("is that of the tenant's own role definition", () => {
    assert.equal(
      roleDefinitionId(patchingContributor),
      "/providers/Microsoft.Authorization/roleDefinitions/cd08ab90-6b14-449c-ad9a-8f8e549482c6",
    );
  });
});
