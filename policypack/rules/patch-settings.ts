import { imageSupport } from "../../facts/images";
import { periodicAssessment } from "../../facts/machine-settings";
import { Operation } from "../../facts/operations";
import { sameName } from "../stack/arm-id";
import { everyOf } from "../stack/three-valued";
import type { VirtualMachine } from "../stack/virtual-machine";
import type { Change } from "./rule";

const patchMode = "AutomaticByPlatform";
const bypass = "bypassPlatformSafetyChecksOnUserSchedule";

/**
 * Whether Azure takes patch settings for the machine as it is: not without the VM agent, and without `osProfile` only
 * from some API version on, of which vm-no-osprofile tells.
 */
function takesPatchSettings(machine: VirtualMachine): boolean {
  return everyOf(
    () => machine.osProfile.exist,
    () => machine.provisionsAgentOn(machine.operatingSystem),
  );
}

/**
 * Whether a schedule could patch the machine, as far as the machine itself tells. Where none could, a machine that waits
 * for schedules would no longer be patched by anything.
 */
export function canBeScheduled(machine: VirtualMachine): boolean {
  return everyOf(
    () => takesPatchSettings(machine),
    () => !machine.isScaleSetInstance,
    () => {
      const { image } = machine;
      return image.kind !== "marketplace" || imageSupport(image, Operation.Schedule).supported;
    },
  );
}

/** The change to the one patch mode that has schedules. */
export function patchByPlatform({ patchSettings }: VirtualMachine): Change {
  return { path: patchSettings.pathOf("patchMode"), value: patchMode };
}

/** The change that leaves updates to schedules alone. */
export function waitForSchedules({ automaticByPlatformSettings }: VirtualMachine): Change {
  return { path: automaticByPlatformSettings.pathOf(bypass), value: true };
}

/** Whether the machine says in so many words whether it waits for schedules. */
export function saysWhetherItWaits({ automaticByPlatformSettings }: VirtualMachine): boolean {
  return automaticByPlatformSettings.boolean(bypass) !== undefined;
}

/** The change to periodic assessment; none where the machine has it, or Azure does not take it for the machine. */
export function assessPeriodically(machine: VirtualMachine): readonly Change[] {
  const wanted = periodicAssessment.requires.assessmentMode;
  const lacksIt = everyOf(
    () => !sameName(machine.assessmentMode ?? "", wanted),
    () => takesPatchSettings(machine),
  );
  return lacksIt ? [{ path: machine.patchSettings.pathOf("assessmentMode"), value: wanted }] : [];
}
