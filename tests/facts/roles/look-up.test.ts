import assert from "node:assert/strict";
import {
  builtInRole,
  customRoleActions,
  permissions,
  roleDefinitionId,
  rolesFor,
  rolesSuffice,
} from "../../../facts/roles";

const patchingContributor = "cd08ab90-6b14-449c-ad9a-8f8e549482c6";

describe("rolesFor", () => {
  it("differs by the kind of machine", () => {
    assert.deepEqual(rolesFor("on-demand-install", "azure")?.roles, [
      ["Owner"],
      ["Contributor"],
      ["Virtual Machine Contributor"],
    ]);
    assert.deepEqual(rolesFor("on-demand-install", "arc")?.roles, [
      ["Owner"],
      ["Contributor"],
      ["Azure Connected Machine Resource Administrator"],
    ]);
  });

  it("is the same for both where the task knows no kinds", () => {
    assert.equal(rolesFor("create-schedule", "azure"), rolesFor("create-schedule", "arc"));
  });

  it("has nothing for a task of the other kind", () => {
    assert.equal(rolesFor("onboard-arc-server", "azure"), undefined);
    assert.equal(rolesFor("set-patch-or-assessment-mode", "arc"), undefined);
  });

  it("tells schedules that are read from those that are written", () => {
    assert.deepEqual(rolesFor("read-schedule", "arc")?.actions, [
      "Microsoft.Maintenance/maintenanceConfigurations/read",
      "Microsoft.Maintenance/configurationAssignments/read",
    ]);
    assert.deepEqual(rolesFor("unassign-schedule", "azure")?.roles, [
      ["Owner"],
      ["Contributor"],
      ["Scheduled Patching Contributor"],
    ]);
  });

  it("lets Resource Policy Contributor run remediation tasks", () => {
    assert.equal(rolesSuffice(["Resource Policy Contributor"], "remediate-by-policy", "azure"), true);
    assert.equal(rolesSuffice(["Reader", "Virtual Machine Contributor"], "remediate-by-policy", "azure"), false);
  });

  it("names built-in roles alone", () => {
    for (const name of permissions.flatMap(({ roles }) => roles.flat())) assert.equal(builtInRole(name)?.name, name);
  });
});

describe("rolesSuffice", () => {
  it("takes any one of the roles", () => {
    assert.equal(rolesSuffice(["Virtual Machine Contributor"], "on-demand-assessment", "azure"), true);
    assert.equal(rolesSuffice([roleDefinitionId(patchingContributor)], "assign-schedule", "azure"), true);
  });

  it("is not deceived by Virtual Machine Contributor, which can't create schedules", () => {
    assert.equal(rolesSuffice(["Virtual Machine Contributor", "Reader"], "create-schedule", "azure"), false);
  });

  it("knows that onboarding a server is not patching it", () => {
    assert.equal(rolesSuffice(["Azure Connected Machine Onboarding"], "onboard-arc-server", "arc"), true);
    assert.equal(rolesSuffice(["Azure Connected Machine Onboarding"], "on-demand-install", "arc"), false);
  });

  it("asks for both roles across subscriptions", () => {
    assert.equal(rolesSuffice([patchingContributor], "schedule-across-subscriptions", "azure"), false);
    assert.equal(rolesSuffice([patchingContributor, "Reader"], "schedule-across-subscriptions", "azure"), true);
  });

  it("takes no unknown role, and nothing for a task of the other kind", () => {
    assert.equal(rolesSuffice(["Patcher"], "on-demand-install", "azure"), false);
    assert.equal(rolesSuffice(["Owner"], "onboard-arc-server", "azure"), false);
  });
});

describe("customRoleActions", () => {
  it("adds the actions that read to those of an operation on demand", () => {
    assert.deepEqual(customRoleActions(["on-demand-assessment", "on-demand-install"], "azure"), [
      "Microsoft.Compute/locations/operations/read",
      "Microsoft.Compute/virtualMachines/assessPatches/action",
      "Microsoft.Compute/virtualMachines/installPatches/action",
      "Microsoft.Compute/virtualMachines/patchAssessmentResults/read",
      "Microsoft.Compute/virtualMachines/patchAssessmentResults/softwarePatches/read",
      "Microsoft.Compute/virtualMachines/patchInstallationResults/read",
      "Microsoft.Compute/virtualMachines/patchInstallationResults/softwarePatches/read",
      "Microsoft.Compute/virtualMachines/read",
    ]);
  });

  it("adds nothing to tasks that read nothing", () => {
    assert.deepEqual(customRoleActions(["create-schedule", "assign-schedule", "create-dynamic-scope"], "arc"), [
      "Microsoft.Maintenance/configurationAssignments/write",
      "Microsoft.Maintenance/maintenanceConfigurations/read",
      "Microsoft.Maintenance/maintenanceConfigurations/write",
    ]);
  });
});
