import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { resolveAssignments } from "../../../components/maintenance-schedule/assignments";
import { locateMachine } from "../../../components/maintenance-schedule/locate-machine";
import { Problems } from "../../../components/shared/problems";
import { failure, resolved } from "../program";
import { arcServerId, subscriptionId, virtualMachineId } from "./arguments";

/** Where the machine of an id is, as an assignment would have it. */
function locate(id: string, ownSubscription: string | undefined) {
  const problems: Problems = new Problems('MaintenanceSchedule "weekly"');
  const [machine] = resolveAssignments(
    { virtualMachines: { web: { id: pulumi.output(id) } } },
    undefined,
    problems,
  ).machines;
  assert.ok(machine);
  return locateMachine(machine, ownSubscription, problems);
}

describe("a machine of a maintenance schedule", () => {
  it("is where its id says", async () => {
    const expected = { subscriptionId, resourceGroupName: "Machines", name: "web" };
    assert.deepEqual(await resolved(locate(virtualMachineId, subscriptionId.toUpperCase())), expected);
    assert.deepEqual(await resolved(locate(virtualMachineId, undefined)), expected);
  });

  it("is of the provider's subscription", async () => {
    const error = await failure(locate(virtualMachineId, "11111111-1111-1111-1111-111111111111"));
    assert.ok(pulumi.InputPropertiesError.isInstance(error));
    assert.deepEqual(error.errors, [
      {
        propertyPath: "virtualMachines.web.id",
        reason: `"${virtualMachineId}" lies in another subscription than "11111111-1111-1111-1111-111111111111", that of the provider: assign the schedule there by a MaintenanceScheduleAssignment with a provider of that subscription. See https://learn.microsoft.com/azure/update-manager/cross-subscription-patching`,
      },
    ]);
  });

  it("is checked when its id resolves", async () => {
    const error = await failure(locate(arcServerId, subscriptionId));
    assert.ok(pulumi.InputPropertiesError.isInstance(error));
    assert.equal(
      error.message,
      `MaintenanceSchedule "weekly" cannot be created:\n  virtualMachines.web.id: "${arcServerId}" is not the resource id of an Azure virtual machine but of an Arc-enabled server: give it under arcServers.`,
    );
  });
});
