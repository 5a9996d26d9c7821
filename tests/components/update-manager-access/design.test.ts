import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { designAccess, type UpdateManagerAccessArgs } from "../../../components/update-manager-access/design";
import { problemsIn as problemsOf } from "../maintenance-schedule/arguments";
import { failure } from "../program";

const subscriptionId = "00000000-0000-0000-0000-000000000000";
const group = `/subscriptions/${subscriptionId}/resourceGroups/web`;
const operators: UpdateManagerAccessArgs = {
  principalId: "3f1d8f0a-6a0e-4b7e-9d51-0c8a4b1f7e21",
  principalType: "Group",
  operations: ["View"],
  scopes: { web: { resourceGroupId: group } },
};

const problems = (changes: object) => problemsOf(() => designAccess("operators", { ...operators, ...changes }));
const page = "See https://learn.microsoft.com/azure/update-manager/roles-permissions";

describe("the arguments of UpdateManagerAccess", () => {
  it("can be right", () => assert.deepEqual(problems({}), []));

  it("are all needed but resourceTypes and customRole", () => {
    assert.deepEqual(
      problemsOf(() => designAccess("operators", {} as UpdateManagerAccessArgs)),
      [
        'principalType: undefined is not one of "Group", "User" or "ServicePrincipal".',
        "operations: give what the principal does with Update Manager.",
        "scopes: give a machine, resource group or subscription.",
        'principalId: "" is not the object id of a principal: a GUID, not a name or an application\'s client id.',
      ],
    );
  });

  it("have values that exist, each once", () => {
    assert.deepEqual(problems({ operations: ["Patch", "View", "View"], resourceTypes: ["Machines"] }), [
      'operations[0]: "Patch" is not one of "View", "Assess", "InstallNow", "ReadOperationStatus", "ChangeUpdateSettings", "AuthorSchedules" or "RemediatePolicies".',
      "operations[2]: is given twice.",
      'resourceTypes[0]: "Machines" is not one of "Microsoft.Compute/virtualMachines" or "Microsoft.HybridCompute/machines".',
    ]);
    assert.deepEqual(problems({ resourceTypes: [] }), ["resourceTypes: is empty: leave it out for both."]);
  });

  it("name one thing in each scope", () => {
    assert.deepEqual(problems({ scopes: { web: {}, "all of it": { resourceGroupId: group, subscriptionId } } }), [
      'scopes["all of it"]: has resourceGroupId and subscriptionId: give one of virtualMachineId, arcServerId, resourceGroupId and subscriptionId.',
      "scopes.web: give one of virtualMachineId, arcServerId, resourceGroupId and subscriptionId.",
    ]);
  });

  it("hold ids of what they say", () => {
    assert.deepEqual(
      problems({
        scopes: {
          a: { virtualMachineId: group },
          b: { arcServerId: `${group}/providers/Microsoft.Compute/virtualMachines/web` },
          c: { resourceGroupId: "web" },
          d: { subscriptionId: "production" },
        },
      }),
      [
        `scopes.a.virtualMachineId: "${group}" is not the id of an Azure virtual machine.`,
        `scopes.b.arcServerId: "${group}/providers/Microsoft.Compute/virtualMachines/web" is not the id of an Arc-enabled server.`,
        'scopes.c.resourceGroupId: "web" is not the id of a resource group.',
        'scopes.d.subscriptionId: "production" is not the id of a subscription.',
      ],
    );
  });

  it("name no scope twice, however it is written", () => {
    assert.deepEqual(
      problems({
        scopes: { one: { subscriptionId }, two: { subscriptionId: `/subscriptions/${subscriptionId.toUpperCase()}` } },
      }),
      ["scopes.two: is the same as scopes.one: leave one of them out."],
    );
  });

  it("grant nothing that has no effect at the scope", () => {
    assert.deepEqual(
      problems({
        operations: ["ReadOperationStatus", "AuthorSchedules", "RemediatePolicies"],
        resourceTypes: ["Microsoft.HybridCompute/machines"],
        scopes: { vm: { virtualMachineId: `${group}/providers/Microsoft.Compute/virtualMachines/web` } },
      }),
      [
        `scopes.vm.virtualMachineId: "ReadOperationStatus" has no effect here: it takes subscriptionId. ${page}`,
        `scopes.vm.virtualMachineId: "AuthorSchedules" has no effect here: it takes resourceGroupId or subscriptionId. ${page}`,
        `scopes.vm.virtualMachineId: "RemediatePolicies" has no effect here: it takes resourceGroupId or subscriptionId. ${page}`,
        "scopes.vm.virtualMachineId: is an Azure virtual machine, which resourceTypes leaves out.",
      ],
    );
  });

  it("give a custom role a name, if any", () => {
    assert.deepEqual(problems({ customRole: { roleName: " " } }), [
      "customRole.roleName: is empty: give a name that no other role of the tenant has, or leave it out.",
    ]);
  });

  it("are checked when they resolve", async () => {
    const scopes = { web: { resourceGroupId: pulumi.output("web") } };
    const { assignments, principal } = designAccess("operators", {
      ...operators,
      principalId: pulumi.output("operators"),
      scopes,
    });
    const messageOf = async (input: pulumi.Input<unknown> | undefined) =>
      ((await failure(pulumi.output(input))) as Error | undefined)?.message;
    assert.equal(
      await messageOf(assignments[0]?.scope),
      'UpdateManagerAccess "operators" cannot be created:\n  scopes.web.resourceGroupId: "web" is not the id of a resource group.',
    );
    assert.equal(
      await messageOf(principal.principalId),
      'UpdateManagerAccess "operators" cannot be created:\n  principalId: "operators" is not the object id of a principal: a GUID, not a name or an application\'s client id.',
    );
  });
});
