import assert from "node:assert/strict";
import { policyAssignmentName } from "../../components/policy-assignment/assign";
import { ScheduledPatchingPolicy, type ScheduledPatchingPolicyArgs } from "../../index";
import {
  contributor,
  identity,
  maintenanceConfigurationId,
  ownPrincipalId,
  resourceGroup,
  subscription,
} from "./policy-assignment/arguments";
import { registered, resolved } from "./program";

const fewest: ScheduledPatchingPolicyArgs = { scope: subscription, location: "westeurope", maintenanceConfigurationId };

/** What a component registers below itself, by name: the order is that in which inputs resolve. */
const resourcesOf = async (args: ScheduledPatchingPolicyArgs) =>
  (await registered(() => new ScheduledPatchingPolicy("weekly", args)))
    .slice(1)
    .sort((one, other) => one.name.localeCompare(other.name));

const rolesIn = (resources: Awaited<ReturnType<typeof resourcesOf>>) =>
  resources
    .filter(({ type }) => type.endsWith(":RoleAssignment"))
    .map(({ name, inputs }) => [name, inputs.scope, inputs.principalId, inputs.roleDefinitionId]);

describe("ScheduledPatchingPolicy", () => {
  it("assigns the schedule and its prerequisites from the fewest arguments", async () => {
    const resources = await resourcesOf(fewest);
    const assignments = resources.filter(({ type }) => type.endsWith(":PolicyAssignment"));
    const common = {
      scope: subscription,
      // The SDK's own default.
      enforcementMode: "Default",
      location: "westeurope",
      identity: { type: "SystemAssigned" },
    };
    assert.deepEqual(
      assignments.map(({ name, inputs }) => [name, inputs]),
      [
        [
          "weekly-prerequisites",
          {
            ...common,
            policyAssignmentName: policyAssignmentName(subscription, "weekly-prerequisites"),
            policyDefinitionId:
              "/providers/Microsoft.Authorization/policyDefinitions/9905ca54-1471-49c6-8291-7582c04cd4d4",
            displayName: "Set prerequisite for Scheduling recurring updates on Azure virtual machines.",
            parameters: {},
            nonComplianceMessages: [
              { message: "The patch orchestration of this machine is not set to Customer Managed Schedules." },
            ],
          },
        ],
        [
          "weekly-schedule",
          {
            ...common,
            policyAssignmentName: policyAssignmentName(subscription, "weekly-schedule"),
            policyDefinitionId:
              "/providers/Microsoft.Authorization/policyDefinitions/ba0df93e-e4ac-479a-aac2-134bbae39a1a",
            displayName: "Schedule recurring updates using Azure Update Manager",
            parameters: { maintenanceConfigurationResourceId: { value: maintenanceConfigurationId } },
            nonComplianceMessages: [{ message: "This machine is not assigned to its maintenance configuration." }],
          },
        ],
      ],
    );
    const role = `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${contributor}`;
    assert.deepEqual(rolesIn(resources), [
      ["weekly-prerequisites-contributor", subscription, ownPrincipalId, role],
      ["weekly-schedule-contributor", subscription, ownPrincipalId, role],
      ["weekly-schedule-contributor-maintenance-configuration", maintenanceConfigurationId, ownPrincipalId, role],
    ]);
    assert.deepEqual(
      resources
        .filter(({ type }) => type.endsWith(":RemediationAtResource"))
        .map(({ name, inputs }) => [name, inputs.resourceId, inputs.resourceDiscoveryMode]),
      [
        ["weekly-prerequisites", subscription.slice(1), "ReEvaluateCompliance"],
        ["weekly-schedule", subscription.slice(1), "ReEvaluateCompliance"],
      ],
    );
  });

  it("passes the filter on to both policies", async () => {
    const resources = await resourcesOf({
      ...fewest,
      scope: resourceGroup,
      resourceGroups: ["web"],
      osTypes: ["Linux"],
      locations: ["West Europe"],
      tags: { ring: ["canary", "early"], team: ["web"] },
      tagOperator: "Any",
      userAssignedIdentity: identity,
      remediation: { skip: true },
    });
    const filter = {
      resourceGroups: { value: ["web"] },
      operatingSystemTypes: { value: ["Linux"] },
      locations: { value: ["westeurope"] },
      tagValues: {
        value: [
          { key: "ring", value: "canary" },
          { key: "ring", value: "early" },
          { key: "team", value: "web" },
        ],
      },
      tagOperator: { value: "Any" },
    };
    assert.deepEqual(
      resources.filter(({ type }) => type.endsWith(":PolicyAssignment")).map(({ inputs }) => inputs.parameters),
      [filter, { maintenanceConfigurationResourceId: { value: maintenanceConfigurationId }, ...filter }],
    );
    assert.deepEqual(
      rolesIn(resources).map(([name, scope, principalId]) => [name, scope, principalId]),
      [
        ["weekly-contributor", resourceGroup, identity.principalId],
        ["weekly-contributor-maintenance-configuration", maintenanceConfigurationId, identity.principalId],
      ],
    );
  });

  it("leaves the prerequisites to others where they are skipped", async () => {
    const args = { ...fewest, prerequisites: { skip: true } };
    assert.deepEqual(
      (await resourcesOf(args)).filter(({ type }) => type.endsWith(":PolicyAssignment")).map(({ name }) => name),
      ["weekly-schedule"],
    );
  });

  it("has the ids of its assignments, by name", async () => {
    let component: ScheduledPatchingPolicy | undefined;
    await registered(() => {
      component = new ScheduledPatchingPolicy("weekly", fewest);
    });
    assert.ok(component);
    assert.deepEqual(await resolved(component.policyAssignmentIds), {
      prerequisites: "azure-native:authorization:PolicyAssignment/weekly-prerequisites",
      schedule: "azure-native:authorization:PolicyAssignment/weekly-schedule",
    });
  });
});
