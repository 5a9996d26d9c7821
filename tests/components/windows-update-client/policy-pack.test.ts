import assert from "node:assert/strict";
import fc from "fast-check";
import { WindowsUpdateClient, type WindowsUpdateClientArgs } from "../../../index";
import { rules } from "../../../policypack/rules";
import { stackOf } from "../../policypack/fixture";
import { registered } from "../program";
import { arcServerId, problemsOf, subscriptionId, virtualMachineId } from "./arguments";
import { anySettings } from "./settings";

const machines = fc.constantFrom(
  { virtualMachines: { web: { id: virtualMachineId } } },
  { arcServers: { files: { id: arcServerId } } },
  { virtualMachines: { web: { id: virtualMachineId } }, arcServers: { files: { id: arcServerId } } },
);

const args: fc.Arbitrary<WindowsUpdateClientArgs> = fc
  .tuple(machines, anySettings)
  .map(([given, { machineKind: _, ...settings }]) => ({ ...given, ...settings }) as WindowsUpdateClientArgs)
  .filter((one) => problemsOf(one).length === 0);

describe("a client of Windows Update and the policy pack", () => {
  it("agree, whatever arguments the constructor takes", async () => {
    await fc.assert(
      fc.asyncProperty(args, async (one) => {
        const functions = { "azure-native:authorization:getClientConfig": { subscriptionId } };
        const resources = await registered(() => new WindowsUpdateClient("updates", one), functions);
        assert.ok(resources.length > 1);
        const stack = stackOf(...resources);
        const broken = rules.flatMap(({ name, check }) =>
          check(stack, {})
            .filter(({ outcome }) => outcome === "broken")
            .map(({ subject }) => `${name} ${subject.name}`),
        );
        assert.deepEqual(broken, []);
      }),
      { numRuns: 50 },
    );
  });
});
