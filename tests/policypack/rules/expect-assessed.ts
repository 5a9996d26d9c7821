import type { Rule } from "../../../policypack/rules/rule";
import { linuxMachine, linuxProfile, schedule, unknown } from "../fixture";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

/** The tests of rules that mend a machine by having it assessed periodically. */
export function itHasMachinesAssessed(rule: Rule): void {
  const path = "osProfile.linuxConfiguration.patchSettings.assessmentMode";
  const assessed = (assessmentMode: unknown, change: object = {}) =>
    linuxMachine({ osProfile: linuxProfile({ assessmentMode }, change) });

  it("has the machine assessed periodically, and changes nothing else", () => {
    expectChanges(rule, assessed("ImageDefault"), { path, value: "AutomaticByPlatform" });
    expectChanges(rule, linuxMachine({ osProfile: linuxProfile() }), { path, value: "AutomaticByPlatform" });
  });

  it("leaves alone what is assessed, what takes no patch settings, and other resources", () => {
    expectChanges(rule, linuxMachine());
    expectChanges(rule, assessed("automaticbyplatform"));
    expectChanges(rule, assessed("ImageDefault", { provisionVMAgent: false }));
    expectChanges(rule, linuxMachine({ osProfile: undefined }));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, assessed(unknown), path);
    expectLeftUnknown(rule, linuxMachine({ osProfile: unknown }), "osProfile");
  });
}
