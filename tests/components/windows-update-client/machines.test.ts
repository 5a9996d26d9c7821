import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Problems } from "../../../components/shared/problems";
import { locateMachine, resolveMachines } from "../../../components/windows-update-client/machines";
import { failure, resolved } from "../program";
import { arcServerId, problemsOf, reasonsOf, subscriptionId, virtualMachineId } from "./arguments";

describe("the machines of a client of Windows Update", () => {
  it("are at least one", () => {
    assert.deepEqual(problemsOf({}), ["virtualMachines: give a machine, here or under arcServers."]);
  });

  it("are given by resource id", () => {
    assert.deepEqual(
      problemsOf({
        virtualMachines: { web: { id: "web" }, arc: { id: arcServerId }, none: {} },
        arcServers: { "file-server": { id: virtualMachineId } },
      }),
      [
        'virtualMachines.web.id: "web" is not the resource id of an Azure virtual machine.',
        `virtualMachines.arc.id: "${arcServerId}" is not the resource id of an Azure virtual machine but of an Arc-enabled server: give it under arcServers.`,
        "virtualMachines.none.id: give the machine's resource id.",
        `arcServers["file-server"].id: "${virtualMachineId}" is not the resource id of an Arc-enabled server but of an Azure virtual machine: give it under virtualMachines.`,
      ],
    );
  });

  it("are set up once, each under a name of its own", () => {
    assert.deepEqual(
      problemsOf({
        virtualMachines: { web: { id: virtualMachineId }, again: { id: virtualMachineId.toUpperCase() } },
        arcServers: { web: { id: arcServerId } },
      }),
      [
        "virtualMachines.again.id: is the machine of virtualMachines.web already.",
        "arcServers.web: virtualMachines.web has this name already, from which the run command's is made: choose another.",
      ],
    );
  });

  describe("each", () => {
    const locate = (id: string, ownSubscription: string | undefined) => {
      const problems: Problems = new Problems('WindowsUpdateClient "updates"');
      const [machine] = resolveMachines({ virtualMachines: { web: { id: pulumi.output(id) } } }, problems);
      assert.ok(machine);
      return locateMachine(machine, ownSubscription, problems);
    };

    it("is where its id says", async () => {
      const expected = { subscriptionId, resourceGroupName: "Machines", name: "web" };
      assert.deepEqual(await resolved(locate(virtualMachineId, subscriptionId.toUpperCase())), expected);
      assert.deepEqual(await resolved(locate(virtualMachineId, undefined)), expected);
    });

    it("is of the provider's subscription", async () => {
      const other = "11111111-1111-1111-1111-111111111111";
      assert.deepEqual(reasonsOf(await failure(locate(virtualMachineId, other))), [
        `virtualMachines.web.id: "${virtualMachineId}" lies in another subscription than "${other}", that of the provider: set it up by a WindowsUpdateClient with a provider of that subscription.`,
      ]);
    });

    it("is checked when its id resolves", async () => {
      assert.deepEqual(reasonsOf(await failure(locate(arcServerId, subscriptionId))), [
        `virtualMachines.web.id: "${arcServerId}" is not the resource id of an Azure virtual machine but of an Arc-enabled server: give it under arcServers.`,
      ]);
    });
  });
});
