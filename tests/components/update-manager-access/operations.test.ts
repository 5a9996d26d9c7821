import assert from "node:assert/strict";
import fc from "fast-check";
import {
  builtInRolesFor,
  customActionsFor,
  tasksOf,
  UpdateManagerOperation,
} from "../../../components/update-manager-access/operations";
import type { MachineKind } from "../../../facts/machine-kind";
import { rolesFor, rolesSuffice } from "../../../facts/roles";

const roleNames = (operations: UpdateManagerOperation[], machineKinds: MachineKind[]) =>
  builtInRolesFor(operations, machineKinds).map(({ name }) => name);

const someOperations = fc.subarray(Object.values(UpdateManagerOperation), { minLength: 1 });
const someMachineKinds = fc.subarray<MachineKind>(["azure", "arc"], { minLength: 1 });

describe("the built-in roles of operations", () => {
  const virtualMachines = "Virtual Machine Contributor";
  const arcServers = "Azure Connected Machine Resource Administrator";
  const cases: Readonly<Record<UpdateManagerOperation, [string[], string[]]>> = {
    View: [["Reader"], ["Reader"]],
    Assess: [[virtualMachines], [arcServers]],
    InstallNow: [[virtualMachines], [arcServers]],
    ReadOperationStatus: [["Reader"], ["Reader"]],
    ChangeUpdateSettings: [[virtualMachines], [arcServers]],
    AuthorSchedules: [
      ["Reader", "Scheduled Patching Contributor"],
      ["Reader", "Scheduled Patching Contributor"],
    ],
    RemediatePolicies: [
      ["Reader", "Resource Policy Contributor"],
      ["Reader", "Resource Policy Contributor"],
    ],
  };
  for (const [operation, [azure, arc]] of Object.entries(cases)) {
    it(`${operation}: ${azure.join(" and ")}; on Arc-enabled servers ${arc.join(" and ")}`, () => {
      assert.deepEqual(roleNames([operation as UpdateManagerOperation], ["azure"]), azure);
      assert.deepEqual(roleNames([operation as UpdateManagerOperation], ["arc"]), arc);
    });
  }

  it("are those of both kinds of machine together", () => {
    assert.deepEqual(roleNames(["Assess", "InstallNow"], ["azure", "arc"]), [virtualMachines, arcServers]);
  });

  it("are never Owner or Contributor, enough for every task, and none too many", () => {
    fc.assert(
      fc.property(someOperations, someMachineKinds, (operations, machineKinds) => {
        const roles = roleNames(operations, machineKinds);
        const suffice = (held: readonly string[]) =>
          machineKinds.every((machineKind) =>
            tasksOf(operations)
              .filter((task) => rolesFor(task, machineKind))
              .every((task) => rolesSuffice(held, task, machineKind)),
          );
        assert.ok(!roles.includes("Owner") && !roles.includes("Contributor"));
        assert.ok(suffice(roles));
        for (const role of roles) assert.ok(!suffice(roles.filter((other) => other !== role)), role);
      }),
    );
  });
});

describe("the actions of a custom role", () => {
  it("are those that the operations are documented to take", () => {
    assert.deepEqual(customActionsFor(["ReadOperationStatus"], ["azure", "arc"]), [
      "Microsoft.Compute/locations/operations/read",
      "Microsoft.HybridCompute/locations/updateCenterOperationResults/read",
    ]);
    assert.deepEqual(customActionsFor(["AuthorSchedules"], ["arc"]), [
      "Microsoft.HybridCompute/machines/read",
      "Microsoft.Maintenance/configurationAssignments/delete",
      "Microsoft.Maintenance/configurationAssignments/read",
      "Microsoft.Maintenance/configurationAssignments/write",
      "Microsoft.Maintenance/maintenanceConfigurations/delete",
      "Microsoft.Maintenance/maintenanceConfigurations/read",
      "Microsoft.Maintenance/maintenanceConfigurations/write",
      "Microsoft.Resources/deployments/operationstatuses/read",
      "Microsoft.Resources/deployments/read",
      "Microsoft.Resources/deployments/write",
    ]);
  });

  it("hold no wildcard, no role assignment, and nothing twice", () => {
    fc.assert(
      fc.property(someOperations, someMachineKinds, (operations, machineKinds) => {
        const actions = customActionsFor(operations, machineKinds);
        assert.ok(actions.length > 0);
        assert.equal(new Set(actions).size, actions.length);
        for (const action of actions) assert.match(action, /^Microsoft\.\w+\/[A-Za-z/]+\/(read|write|delete|action)$/);
        assert.ok(!actions.some((action) => action.startsWith("Microsoft.Authorization/role")));
      }),
    );
  });
});
