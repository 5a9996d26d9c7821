import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { UpdateManagerAccess, type UpdateManagerAccessArgs } from "../../index";
import { registered, resolved } from "./program";

const principalId = "3f1d8f0a-6a0e-4b7e-9d51-0c8a4b1f7e21";
const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const web = `${subscription}/resourceGroups/web`;
const server = `${subscription}/resourceGroups/data/providers/Microsoft.HybridCompute/machines/warehouse`;
const roleDefinitions = `${subscription}/providers/Microsoft.Authorization/roleDefinitions`;

/** What a component registers below itself, by name: the order is that in which inputs resolve. */
const resourcesOf = async (args: UpdateManagerAccessArgs) =>
  (await registered(() => new UpdateManagerAccess("operators", args)))
    .slice(1)
    .sort((one, other) => one.name.localeCompare(other.name));

describe("UpdateManagerAccess", () => {
  it("assigns the smallest built-in roles at each scope", async () => {
    const args: UpdateManagerAccessArgs = {
      principalId,
      principalType: "Group",
      operations: ["View", "Assess"],
      scopes: { web: { resourceGroupId: web }, warehouse: { arcServerId: server } },
    };
    const assignment = (scope: string, roleAssignmentName: string, role: string) => ({
      roleAssignmentName,
      scope,
      principalId,
      principalType: "Group",
      roleDefinitionId: `${roleDefinitions}/${role}`,
      description: "Azure Update Manager: View, Assess",
    });
    const type = "azure-native:authorization:RoleAssignment";
    assert.deepEqual(await resourcesOf(args), [
      {
        type,
        name: "operators-warehouse-azure-connected-machine-resource-administrator",
        inputs: assignment(server, "5f6163f2-e2e3-58ed-b722-2995b8a1ed9c", "cd570a14-e51a-42ad-bac8-bafd67325302"),
      },
      {
        type,
        name: "operators-warehouse-reader",
        inputs: assignment(server, "b7369020-c969-584c-b998-7015e75d70c8", "acdd72a7-3385-48ef-bd42-f606fba81ae7"),
      },
      {
        type,
        name: "operators-web-azure-connected-machine-resource-administrator",
        inputs: assignment(web, "18716bea-b459-5e0a-892f-2c4fd64e7b73", "cd570a14-e51a-42ad-bac8-bafd67325302"),
      },
      {
        type,
        name: "operators-web-reader",
        inputs: assignment(web, "e4d50ca2-9d8a-50c8-aa9c-bc94b7cead6f", "acdd72a7-3385-48ef-bd42-f606fba81ae7"),
      },
      {
        type,
        name: "operators-web-virtual-machine-contributor",
        inputs: assignment(web, "c1737470-a1b3-564f-8231-a7decbc5b390", "9980e02c-c2be-4d73-94e8-173b1dc7cf3c"),
      },
    ]);
  });

  it("defines a custom role, and assigns it at each scope", async () => {
    const args: UpdateManagerAccessArgs = {
      principalId,
      principalType: "ServicePrincipal",
      operations: ["Assess"],
      resourceTypes: ["Microsoft.HybridCompute/machines"],
      scopes: { warehouse: { arcServerId: pulumi.output(server) }, all: { subscriptionId: subscription } },
      customRole: { roleName: "Assessor", description: "Assesses servers" },
    };
    const [all, warehouse] = await assignmentsOf(args);
    const definition = (await resourcesOf(args)).find(({ name }) => name === "operators");
    assert.deepEqual(definition, {
      type: "azure-native:authorization:RoleDefinition",
      name: "operators",
      inputs: {
        scope: subscription,
        roleDefinitionId: "e157ae4d-e386-55b3-903a-d638c580fa15",
        roleName: "Assessor",
        roleType: "CustomRole",
        description: "Assesses servers",
        permissions: [
          {
            actions: [
              "Microsoft.HybridCompute/locations/updateCenterOperationResults/read",
              "Microsoft.HybridCompute/machines/assessPatches/action",
              "Microsoft.HybridCompute/machines/patchAssessmentResults/read",
              "Microsoft.HybridCompute/machines/patchAssessmentResults/softwarePatches/read",
              "Microsoft.HybridCompute/machines/patchInstallationResults/read",
              "Microsoft.HybridCompute/machines/patchInstallationResults/softwarePatches/read",
              "Microsoft.HybridCompute/machines/read",
            ],
            notActions: [],
          },
        ],
        assignableScopes: [subscription, `${subscription}/resourceGroups/data`],
      },
    });
    // The stand-in for Azure gives a resource its Pulumi name and a suffix.
    const roleDefinitionId = `${roleDefinitions}/operators1a2b3c4d`;
    assert.deepEqual(
      [all?.name, all?.inputs.scope, all?.inputs.roleDefinitionId],
      ["operators-all", subscription, roleDefinitionId],
    );
    assert.deepEqual(
      [warehouse?.name, warehouse?.inputs.scope, warehouse?.inputs.roleDefinitionId],
      ["operators-warehouse", server, roleDefinitionId],
    );
  });

  it("defines a custom role at the same scope in whatever order the scopes come", async () => {
    const definitionOf = async (scopes: UpdateManagerAccessArgs["scopes"]) =>
      (await resourcesOf({ principalId, principalType: "Group", operations: ["View"], scopes, customRole: {} })).find(
        ({ type }) => type.endsWith(":RoleDefinition"),
      );
    const [one, other] = [{ resourceGroupId: web }, { subscriptionId: subscription }];
    assert.deepEqual(await definitionOf({ one, other }), await definitionOf({ other, one }));
  });

  it("names a custom role after the stack by default", async () => {
    const [definition] = (
      await resourcesOf({
        principalId,
        principalType: "Group",
        operations: ["View", "InstallNow"],
        scopes: { web: { resourceGroupId: web } },
        customRole: {},
      })
    ).filter(({ type }) => type.endsWith(":RoleDefinition"));
    assert.equal(definition?.inputs.roleName, "Azure Update Manager project/stack/operators");
    assert.equal(definition?.inputs.description, "Azure Update Manager: View, InstallNow");
    assert.deepEqual(definition?.inputs.assignableScopes, [web]);
  });

  it("has the outputs of its resources", async () => {
    let component: UpdateManagerAccess | undefined;
    await registered(() => {
      component = new UpdateManagerAccess("operators", {
        principalId,
        principalType: "Group",
        operations: ["InstallNow"],
        resourceTypes: ["Microsoft.Compute/virtualMachines"],
        scopes: { web: { resourceGroupId: web }, all: { subscriptionId: subscription } },
      });
    });
    assert.ok(component);
    assert.deepEqual(await resolved(component.roleNames), ["Virtual Machine Contributor"]);
    assert.deepEqual(await resolved(component.roleAssignmentIds), [
      "azure-native:authorization:RoleAssignment/operators-all-virtual-machine-contributor",
      "azure-native:authorization:RoleAssignment/operators-web-virtual-machine-contributor",
    ]);
    assert.equal(await resolved(component.customRoleDefinitionId), undefined);
  });

  it("throws one error for all that is wrong", () => {
    assert.throws(
      () =>
        new UpdateManagerAccess("operators", {
          principalId: "operators",
          principalType: "Group",
          operations: ["View"],
          scopes: { web: { resourceGroupId: "web" } },
        }),
      {
        message: [
          'UpdateManagerAccess "operators" cannot be created:',
          '  scopes.web.resourceGroupId: "web" is not the id of a resource group.',
          '  principalId: "operators" is not the object id of a principal: a GUID, not a name or an application\'s client id.',
        ].join("\n"),
      },
    );
  });
});

async function assignmentsOf(args: UpdateManagerAccessArgs) {
  return (await resourcesOf(args)).filter(({ type }) => type.endsWith(":RoleAssignment"));
}
