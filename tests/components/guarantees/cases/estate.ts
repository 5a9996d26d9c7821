import { assignment, linuxMachine, recordsOf, schedule, windowsMachine } from "../../../policypack/fixture";

const place = { resourceGroupName: "patching" };

// No schedule of a case starts at half past.
const otherTime = { startDateTime: "2026-01-07 09:30", recurEvery: "1Week Wednesday" };

const installPatches = {
  rebootSetting: "IfRequired",
  windowsParameters: { classificationsToInclude: ["Critical", "Security"] },
  linuxParameters: { classificationsToInclude: ["Critical", "Security"] },
};

/** A Linux and a Windows machine with a schedule: what stands beside a component, so that rules have something to judge. */
export const estate = recordsOf(
  linuxMachine({ ...place, vmName: "estate-linux" }, "estate-linux"),
  windowsMachine({ ...place, vmName: "estate-windows" }, "estate-windows"),
  schedule({ ...place, installPatches, ...otherTime }, "estate"),
  assignment("estate-linux", "estate"),
  assignment("estate-windows", "estate"),
);
