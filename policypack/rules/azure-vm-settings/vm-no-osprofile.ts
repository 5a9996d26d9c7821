import { withoutOsProfile } from "../../../facts/machine-settings";
import { Operation } from "../../../facts/operations";
import { firstOf } from "../../stack/three-valued";
import { everyVirtualMachine } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/**
 * A machine whose disk brings its own users and settings gets patch settings in an OS profile that holds nothing else,
 * which older API versions refuse.
 */
export const vmNoOsprofile: Rule = {
  code: "AUM021",
  name: "vm-no-osprofile",
  area: "Azure VM settings",
  title: "A scheduled VM from a specialized image or an attached disk has an OS profile with its patch settings.",
  why: "The VM has no patch mode, so the schedule ends with a prerequisites error and installs nothing.",
  level: "advisory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: withoutOsProfile.source,
  check: everyVirtualMachine((machine, stack) => {
    const { osProfile, resource } = machine;
    const settled = firstOf(
      () =>
        osProfile.exist && !machine.attachesDisk
          ? notApplicable("Azure sets the machine up from its image")
          : undefined,
      () => (stack.isScheduled(machine) ? undefined : notApplicable("no schedule of this stack reaches the machine")),
    );
    if (settled !== undefined) return settled;
    if (!osProfile.exist) {
      const block = machine.operatingSystem === "Linux" ? "linuxConfiguration" : "windowsConfiguration";
      return broken({
        property: osProfile.path,
        found: show(undefined),
        mustBe: `given, with nothing but ${block}.patchSettings in it, for the schedule to run`,
        fix: `osProfile: { ${block}: { patchSettings: { patchMode: "AutomaticByPlatform", assessmentMode: "AutomaticByPlatform", automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true } } } }`,
      });
    }
    if (resource.apiVersion === undefined || resource.apiVersion >= withoutOsProfile.apiVersion) return met;
    return broken({
      property: "API version",
      found: show(resource.apiVersion),
      mustBe: `${withoutOsProfile.apiVersion} or later to take an OS profile for an attached disk`,
      fix: 'import { VirtualMachine } from "@pulumi/azure-native/compute", without an API version',
    });
  }),
};
