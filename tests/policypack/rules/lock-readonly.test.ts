import { lockReadonly as rule } from "../../../policypack/rules/roles-policies-and-locks/lock-readonly";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, linuxMachine, unknown, urnOf } from "../fixture";
import { group, lock } from "../governance";
import { expectVerdicts } from "./expect";

const level = "ReadOnly";
const locked = (name: string) =>
  broken({
    property: "level",
    found: `"ReadOnly", which holds for ${name}`,
    mustBe: '"CanNotDelete" where there are machines that Update Manager patches',
    fix: 'level: "CanNotDelete"',
    concerns: [urnOf(name === "ledger" ? server.type : linuxMachine().type, name)],
  });
const atResource = (resourceName: string, resourceType = "virtualMachines") =>
  lock("ManagementLockAtResourceLevel", {
    resourceGroupName: "Fleet",
    resourceProviderNamespace: "Microsoft.Compute",
    parentResourcePath: "",
    resourceType,
    resourceName,
    level,
  });
const server: Declared = {
  name: "ledger",
  type: "azure-native:hybridcompute:Machine",
  inputs: { resourceGroupName: "fleet", machineName: "ledger" },
};

describe("lock-readonly", () => {
  it("is met where no machine of the stack is below", () => {
    const resourceGroupName = "data";
    const elsewhere = lock("ManagementLockAtResourceGroupLevel", { resourceGroupName, level });
    expectVerdicts(rule, [linuxMachine(), elsewhere], { lock: met });
    expectVerdicts(rule, [linuxMachine(), atResource("other")], { lock: met });
    expectVerdicts(rule, [linuxMachine(), atResource("web", "disks")], { lock: met });
  });

  it("is broken by a lock on the machine, in each way to write it", () => {
    expectVerdicts(
      rule,
      [linuxMachine(), lock("ManagementLockByScope", { scope: unknown, level }, { scope: ["web"] })],
      {
        lock: locked("web"),
      },
    );
    const scope = "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Compute/virtualMachines/Web";
    expectVerdicts(rule, [linuxMachine(), lock("ManagementLockByScope", { scope, level })], { lock: locked("web") });
    expectVerdicts(rule, [linuxMachine(), atResource("WEB")], { lock: locked("web") });
  });

  it("is broken by a lock on the resource group, in each way to write it", () => {
    const byName = lock("ManagementLockAtResourceGroupLevel", { resourceGroupName: "fleet", level });
    expectVerdicts(rule, [linuxMachine(), byName], { lock: locked("web") });
    const byScope = lock("ManagementLockByScope", { scope: unknown, level: "readonly" }, { scope: ["group"] });
    expectVerdicts(rule, [group, linuxMachine(), byScope], { lock: locked("web") });
  });

  it("is broken by a lock on the subscription, and for an Arc-enabled server", () => {
    expectVerdicts(rule, [server, lock("ManagementLockAtSubscriptionLevel", { level })], { lock: locked("ledger") });
  });

  it("is on no machine of another subscription", () => {
    const of = (subscriptionId: string) => ({ provider: { subscriptionId } });
    const onSubscription = { ...lock("ManagementLockAtSubscriptionLevel", { level }), ...of("2222") };
    expectVerdicts(rule, [{ ...linuxMachine(), ...of("1111") }, onSubscription], { lock: met });
    expectVerdicts(rule, [{ ...linuxMachine(), ...of("2222") }, onSubscription], { lock: locked("web") });
  });

  it("is not known while the level is not, or the subscription that is locked", () => {
    expectVerdicts(rule, [linuxMachine(), lock("ManagementLockAtSubscriptionLevel", { level: unknown })], {
      lock: notKnown({ property: "level", because: "is known only after deployment" }),
    });
    expectVerdicts(rule, [linuxMachine(), lock("ManagementLockByScope", { scope: "/subscriptions/0000", level })], {
      lock: notKnown({
        property: "scope",
        because: "is a subscription, and that of this stack is known only after deployment",
      }),
    });
  });

  it("does not apply to locks against deletion", () => {
    expectVerdicts(rule, [linuxMachine(), lock("ManagementLockAtSubscriptionLevel", { level: "CanNotDelete" })], {
      lock: notApplicable("it is no ReadOnly lock"),
    });
  });
});
