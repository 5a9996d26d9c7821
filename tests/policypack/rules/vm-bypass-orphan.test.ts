import { vmBypassOrphan as rule } from "../../../policypack/rules/azure-vm-settings/vm-bypass-orphan";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  assignment,
  linuxMachine,
  linuxProfile,
  policyAssignment,
  schedule,
  scheduledPatchSettings,
  unknown,
} from "../fixture";
import { group, policySet, setAssignment } from "../governance";
import { expectVerdicts } from "./expect";

const brokenVerdict = broken({
  property:
    "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule",
  found: "true",
  mustBe: "joined by a schedule that reaches the VM",
  fix: 'new maintenance.ConfigurationAssignment(..., { providerName: "Microsoft.Compute", resourceType: "virtualMachines", resourceName: <the VM\'s name>, maintenanceConfigurationId: <the schedule\'s id>, ... }), or "scheduledElsewhere": true for vm-bypass-orphan in the policy configuration',
});
const scheduleUpdates = "/providers/Microsoft.Authorization/policyDefinitions/ba0df93e-e4ac-479a-aac2-134bbae39a1a";

describe("vm-bypass-orphan", () => {
  it("is met by a machine that a schedule reaches", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web")], { web: met });
  });

  it("is broken by a machine without a schedule", () => {
    expectVerdicts(rule, [linuxMachine()], { web: brokenVerdict });
    expectVerdicts(rule, [linuxMachine(), schedule()], { web: brokenVerdict });
  });

  it("is broken by a machine that only a configuration of another scope reaches", () => {
    const host = schedule({ maintenanceScope: "Host" });
    expectVerdicts(rule, [linuxMachine(), host, assignment("web")], { web: brokenVerdict });
  });

  it("is not known while it is not known whether a schedule reaches the machine", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), { ...assignment("web"), from: {} }], {
      web: notKnown({ property: "resourceName", because: "is known only after deployment" }),
    });
  });

  it("is not known where the built-in policy assigns schedules", () => {
    expectVerdicts(rule, [linuxMachine(), policyAssignment(scheduleUpdates)], {
      web: notKnown({
        property: "policyDefinitionId",
        because: "of governance assigns schedules only after deployment",
      }),
    });
  });

  it("is not known where the policy that assigns schedules is one of a set of the stack", () => {
    expectVerdicts(rule, [group, linuxMachine(), policySet(["scheduleUpdates"]), setAssignment()], {
      web: notKnown({
        property: "policyDefinitionId",
        because: "of governance assigns schedules only after deployment",
      }),
    });
    expectVerdicts(rule, [group, linuxMachine(), policySet(["auditPeriodicAssessment"]), setAssignment()], {
      web: brokenVerdict,
    });
  });

  it("is broken where the built-in policy is for other machines, or does nothing", () => {
    const assigned = (parameters: object, change: object = {}) =>
      policyAssignment(scheduleUpdates, {}, { parameters, ...change });
    expectVerdicts(rule, [linuxMachine(), assigned({ operatingSystemTypes: { value: ["Windows"] } })], {
      web: brokenVerdict,
    });
    expectVerdicts(rule, [linuxMachine(), assigned({ effect: { value: "Disabled" } })], { web: brokenVerdict });
    expectVerdicts(rule, [linuxMachine(), assigned({}, { enforcementMode: "DoNotEnforce" })], { web: brokenVerdict });
  });

  it("is not known while the settings of a machine without a schedule are not", () => {
    const osProfile = linuxProfile({ ...scheduledPatchSettings, automaticByPlatformSettings: unknown });
    expectVerdicts(rule, [linuxMachine({ osProfile })], {
      web: notKnown({
        property: "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings",
        because: "is known only after deployment",
      }),
    });
  });

  it("does not apply to a machine that does not wait for schedules", () => {
    const osProfile = linuxProfile({ patchMode: "AutomaticByPlatform" });
    expectVerdicts(rule, [linuxMachine({ osProfile })], {
      web: notApplicable("the machine does not wait for schedules"),
    });
  });

  it("does not apply to another patch mode, which vm-bypass-wrong-mode flags", () => {
    const osProfile = linuxProfile({ ...scheduledPatchSettings, patchMode: "ImageDefault" });
    expectVerdicts(rule, [linuxMachine({ osProfile })], {
      web: notApplicable("the platform does not patch the machine"),
    });
  });

  it("does not apply where schedules are assigned elsewhere", () => {
    const verdict = notApplicable("schedules are assigned elsewhere");
    expectVerdicts(rule, [linuxMachine()], { web: verdict }, { scheduledElsewhere: true });
    expectVerdicts(rule, [linuxMachine()], { web: brokenVerdict }, { scheduledElsewhere: false });
  });
});
