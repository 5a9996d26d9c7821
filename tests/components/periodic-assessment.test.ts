import assert from "node:assert/strict";
import { policyAssignmentName } from "../../components/policy-assignment/assign";
import { roleAssignmentName } from "../../components/shared/role-assignment";
import { PeriodicAssessment, type PeriodicAssessmentArgs } from "../../index";
import {
  arcAdministrator,
  contributor,
  identity,
  managementGroup,
  ownPrincipalId,
  resourceGroup,
  subscription,
} from "./policy-assignment/arguments";
import { registered, resolved } from "./program";

/** What a component registers below itself, by name: the order is that in which inputs resolve. */
const resourcesOf = async (args: PeriodicAssessmentArgs) =>
  (await registered(() => new PeriodicAssessment("daily", args)))
    .slice(1)
    .sort((one, other) => one.name.localeCompare(other.name));

const virtualMachines = "Configure periodic checking for missing system updates on azure virtual machines";
const arcServers = "Configure periodic checking for missing system updates on azure Arc-enabled servers";

describe("PeriodicAssessment", () => {
  it("assigns the policies of both types of machine and both systems from the fewest arguments", async () => {
    const resources = await resourcesOf({ scope: managementGroup, location: "westeurope" });
    assert.deepEqual(
      resources.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`),
      [
        "PolicyAssignment daily-linux-arc-servers",
        "RemediationAtResource daily-linux-arc-servers",
        "RoleAssignment daily-linux-arc-servers-azure-connected-machine-resource-administrator",
        "PolicyAssignment daily-linux-virtual-machines",
        "RemediationAtResource daily-linux-virtual-machines",
        "RoleAssignment daily-linux-virtual-machines-contributor",
        "PolicyAssignment daily-windows-arc-servers",
        "RemediationAtResource daily-windows-arc-servers",
        "RoleAssignment daily-windows-arc-servers-azure-connected-machine-resource-administrator",
        "PolicyAssignment daily-windows-virtual-machines",
        "RemediationAtResource daily-windows-virtual-machines",
        "RoleAssignment daily-windows-virtual-machines-contributor",
      ],
    );
    const [assignment, remediation, role] = resources;
    assert.deepEqual(assignment?.inputs, {
      policyAssignmentName: policyAssignmentName(managementGroup, "daily-linux-arc-servers"),
      scope: managementGroup,
      policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/bfea026e-043f-4ff4-9d1b-bf301ca7ff46",
      displayName: `${arcServers} (Linux)`,
      parameters: { assessmentMode: { value: "AutomaticByPlatform" }, osType: { value: "Linux" } },
      nonComplianceMessages: [
        { message: "Azure Update Manager does not assess this machine for missing updates every 24 hours." },
      ],
      // The SDK's own default.
      enforcementMode: "Default",
      location: "westeurope",
      identity: { type: "SystemAssigned" },
    });
    const remediationName = remediation?.inputs.remediationName;
    assert.match(String(remediationName), /^[0-9a-f]{24}$/);
    assert.deepEqual(remediation?.inputs, {
      resourceId: "providers/Microsoft.Management/managementGroups/landing-zones",
      remediationName,
      policyAssignmentId: "azure-native:authorization:PolicyAssignment/daily-linux-arc-servers",
      resourceDiscoveryMode: "ExistingNonCompliant",
    });
    assert.deepEqual(role?.inputs, {
      roleAssignmentName: roleAssignmentName(managementGroup, ownPrincipalId, arcAdministrator),
      scope: managementGroup,
      principalId: ownPrincipalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${arcAdministrator}`,
      description: "Azure Policy changes machines for Azure Update Manager",
    });
  });

  it("passes every argument on to the property that it is for", async () => {
    const images = `${subscription}/resourceGroups/images`;
    const resources = await resourcesOf({
      scope: resourceGroup,
      excludedScopes: [`${resourceGroup}/providers/Microsoft.Compute/virtualMachines/left-out`],
      location: "westeurope",
      userAssignedIdentity: identity,
      roles: { additionalScopes: { images } },
      enforcementMode: "DoNotEnforce",
      nonComplianceMessage: "Assess me.",
      remediation: {
        run: "2",
        resourceDiscoveryMode: "ExistingNonCompliant",
        resourceCount: 100,
        parallelDeployments: 5,
        failureThreshold: 0.1,
      },
      resourceTypes: ["Microsoft.Compute/virtualMachines"],
      osTypes: ["Windows"],
      locations: ["West Europe", "northeurope"],
      tags: { environment: "production" },
      tagOperator: "Any",
      assessmentMode: "ImageDefault",
      audit: { effect: "Deny" },
    });
    const [audit, role, atImages, assignment, remediation] = resources;
    assert.equal(resources.length, 5);
    assert.deepEqual(assignment?.inputs, {
      policyAssignmentName: policyAssignmentName(resourceGroup, "daily-windows-virtual-machines"),
      scope: resourceGroup,
      notScopes: [`${resourceGroup}/providers/Microsoft.Compute/virtualMachines/left-out`],
      policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/59efceea-0c96-497e-a4a1-4eb2290dac15",
      displayName: `${virtualMachines} (Windows)`,
      parameters: {
        assessmentMode: { value: "ImageDefault" },
        osType: { value: "Windows" },
        locations: { value: ["westeurope", "northeurope"] },
        tagValues: { value: { environment: "production" } },
        tagOperator: { value: "Any" },
      },
      nonComplianceMessages: [{ message: "Assess me." }],
      enforcementMode: "DoNotEnforce",
      location: "westeurope",
      identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
    });
    assert.deepEqual(audit, {
      type: "azure-native:authorization:PolicyAssignment",
      name: "daily-audit",
      inputs: {
        policyAssignmentName: policyAssignmentName(resourceGroup, "daily-audit"),
        scope: resourceGroup,
        notScopes: [`${resourceGroup}/providers/Microsoft.Compute/virtualMachines/left-out`],
        policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/bd876905-5b84-4f73-ab2d-2e7a7c4568d9",
        displayName: "Machines should be configured to periodically check for missing system updates",
        parameters: { effect: { value: "Deny" } },
        nonComplianceMessages: [{ message: "Assess me." }],
        enforcementMode: "DoNotEnforce",
      },
    });
    assert.deepEqual(
      [role, atImages].map((one) => [one?.name, one?.inputs]),
      [
        ["daily-contributor", resourceGroup],
        ["daily-contributor-images", images],
      ].map(([name, scope = ""]) => [
        name,
        {
          roleAssignmentName: roleAssignmentName(scope, identity.principalId, contributor),
          scope,
          principalId: identity.principalId,
          principalType: "ServicePrincipal",
          roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${contributor}`,
          description: "Azure Policy changes machines for Azure Update Manager",
        },
      ]),
    );
    assert.deepEqual(remediation?.inputs, {
      resourceId: resourceGroup.slice(1),
      remediationName: remediation?.inputs.remediationName,
      policyAssignmentId: "azure-native:authorization:PolicyAssignment/daily-windows-virtual-machines",
      resourceDiscoveryMode: "ExistingNonCompliant",
      resourceCount: 100,
      parallelDeployments: 5,
      failureThreshold: { percentage: 0.1 },
    });
  });

  it("gives a shared identity each role once", async () => {
    const resources = await resourcesOf({
      scope: subscription,
      location: "westeurope",
      userAssignedIdentity: identity,
    });
    assert.deepEqual(
      resources.filter(({ type }) => type.endsWith(":RoleAssignment")).map(({ name }) => name),
      ["daily-azure-connected-machine-resource-administrator", "daily-contributor"],
    );
  });

  it("starts another task for other machines, other settings and another run", async () => {
    const taskOf = async (change: Partial<PeriodicAssessmentArgs>) =>
      (await resourcesOf({ scope: subscription, location: "westeurope", ...change })).find(({ type }) =>
        type.endsWith(":RemediationAtResource"),
      )?.inputs.remediationName;
    const tasks = [
      await taskOf({}),
      await taskOf({ remediation: { run: "2" } }),
      await taskOf({ remediation: { run: "2", resourceCount: 5 } }),
      await taskOf({ locations: ["westeurope"] }),
      await taskOf({ excludedScopes: [resourceGroup] }),
    ];
    assert.equal(new Set(tasks).size, tasks.length);
    assert.equal(await taskOf({ remediation: {}, nonComplianceMessage: "Assess me.", audit: {} }), tasks[0]);
    assert.equal(await taskOf({ remediation: { skip: true } }), undefined);
  });

  it("reports alone, without an identity, a role or a task", async () => {
    const resources = await resourcesOf({ scope: subscription, configure: false, audit: {} });
    assert.deepEqual(
      resources.map(({ type, name, inputs }) => [type, name, inputs.identity, inputs.location, inputs.parameters]),
      [
        [
          "azure-native:authorization:PolicyAssignment",
          "daily-audit",
          undefined,
          undefined,
          { effect: { value: "Audit" } },
        ],
      ],
    );
  });

  it("leaves the roles to others where they are skipped", async () => {
    const resources = await resourcesOf({ scope: subscription, location: "westeurope", roles: { skip: true } });
    assert.deepEqual(
      new Set(resources.map(({ type }) => type)),
      new Set(["azure-native:authorization:PolicyAssignment", "azure-native:policyinsights:RemediationAtResource"]),
    );
  });

  it("has the ids of its assignments, by name", async () => {
    let component: PeriodicAssessment | undefined;
    await registered(() => {
      component = new PeriodicAssessment("daily", {
        scope: subscription,
        location: "westeurope",
        osTypes: ["Linux"],
        audit: {},
      });
    });
    assert.ok(component);
    const id = (name: string) => `azure-native:authorization:PolicyAssignment/daily-${name}`;
    assert.deepEqual(await resolved(component.policyAssignmentIds), {
      "linux-virtual-machines": id("linux-virtual-machines"),
      "linux-arc-servers": id("linux-arc-servers"),
      audit: id("audit"),
    });
  });

  it("names assignments with the 24 characters that a management group allows", () => {
    assert.match(policyAssignmentName(managementGroup, "a".repeat(100)), /^[0-9a-f]{24}$/);
    assert.notEqual(policyAssignmentName(managementGroup, "one"), policyAssignmentName(managementGroup, "other"));
    assert.notEqual(policyAssignmentName(managementGroup, "one"), policyAssignmentName(subscription, "one"));
  });
});
