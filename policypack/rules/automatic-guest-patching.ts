import type { VirtualMachine } from "../stack/virtual-machine";
import { everyVirtualMachine, provided } from "./judge";
import { type Answer, type Broken, notApplicable, type Rule } from "./rule";

/** A check that asks the same of every VM that Azure is to patch by itself. */
export function everyMachinePatchedByPlatform(ask: (machine: VirtualMachine) => Answer): Rule["check"] {
  return everyVirtualMachine((machine, stack) =>
    provided(
      () =>
        stack.isPatchedByPlatform(machine)
          ? undefined
          : notApplicable("the machine does not ask for automatic guest patching"),
      () => ask(machine),
    ),
  );
}

/** The change from automatic guest patching to a schedule, which takes more images. */
export function patchByScheduleInstead(machine: VirtualMachine): Pick<Broken, "fix" | "componentFix"> {
  const bypass = machine.automaticByPlatformSettings.pathOf("bypassPlatformSafetyChecksOnUserSchedule");
  return {
    fix: `${bypass}: true, with a schedule of your own`,
    componentFix: 'patchOrchestration: "CustomerManagedSchedules"',
  };
}
