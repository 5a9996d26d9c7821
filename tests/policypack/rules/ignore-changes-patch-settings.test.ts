import { ignoreChangesPatchSettings as rule } from "../../../policypack/rules/pulumi-programs/ignore-changes-patch-settings";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import {
  type Declared,
  dynamicScope,
  linuxMachine,
  schedule,
  storageProfile,
  unknown,
  windowsMachine,
} from "../fixture";
import { expectVerdicts } from "./expect";

const ignoring = (declared: Declared, ...ignoreChanges: string[]): Declared => ({ ...declared, ignoreChanges });

const hiding = (ignored: string, path?: string) =>
  broken({
    property: "ignoreChanges",
    found: path === undefined ? JSON.stringify(ignored) : `${JSON.stringify(ignored)}, which covers ${path}`,
    mustBe: "left to properties by which no machine is patched",
    fix: `take ${JSON.stringify(ignored)} out of ignoreChanges, and put in its place what has to be ignored and no more, such as "tags"; or "keptElsewhere": true for ignore-changes-patch-settings in the policy configuration`,
  });

const arcServer = (ignored: string, osProfile: unknown = { linuxConfiguration: {} }): Declared => ({
  name: "till",
  type: "azure-native:hybridcompute:Machine",
  inputs: { machineName: "till", resourceGroupName: "fleet", osProfile },
  ignoreChanges: [ignored],
});

const linuxSettings = "osProfile.linuxConfiguration.patchSettings";

describe("ignore-changes-patch-settings", () => {
  it("is met without ignored changes", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), dynamicScope()], { web: met, weekly: met, scope: met });
  });

  it("is met where other properties are ignored", () => {
    for (const path of ["tags", "osProfile.adminPassword", "osProfile.customData", "storageProfile", "identity.*"]) {
      expectVerdicts(rule, [ignoring(linuxMachine(), path)], { web: met });
    }
    expectVerdicts(rule, [ignoring(linuxMachine(), 'osProfile["linuxConfiguration"].ssh')], { web: met });
    expectVerdicts(rule, [ignoring(linuxMachine(), "osProfile.allowExtensionOperations.none")], { web: met });
    expectVerdicts(rule, [ignoring(schedule(), "tags", "namespace")], { weekly: met });
    expectVerdicts(rule, [ignoring(dynamicScope(), "maintenanceConfigurationId")], { scope: met });
  });

  it("is met by what the engine cannot read, and so ignores nothing", () => {
    for (const path of ["", ".osProfile", "osProfile[", "OsProfile"]) {
      expectVerdicts(rule, [ignoring(linuxMachine(), path)], { web: met });
    }
  });

  for (const path of [
    "osProfile",
    '["osProfile"]',
    "osProfile.*",
    "osProfile.linuxConfiguration",
    'osProfile["linuxConfiguration"]',
    "osProfile[*].patchSettings.patchMode",
    "osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.rebootSetting",
    "*",
  ]) {
    it(`is broken by ${path} of a VM`, () => {
      expectVerdicts(rule, [ignoring(linuxMachine(), "tags", path)], { web: hiding(path, linuxSettings) });
    });
  }

  it("is broken by the settings themselves, of the VM's own system", () => {
    expectVerdicts(rule, [ignoring(linuxMachine(), linuxSettings)], { web: hiding(linuxSettings) });
    const agent = "osProfile.windowsConfiguration.provisionVMAgent";
    expectVerdicts(rule, [ignoring(windowsMachine(), agent)], { files: hiding(agent) });
    const allow = "osProfile.allowExtensionOperations";
    expectVerdicts(rule, [ignoring(windowsMachine(), allow)], { files: hiding(allow) });
    expectVerdicts(rule, [ignoring(windowsMachine(), "osProfile")], {
      files: hiding("osProfile", "osProfile.windowsConfiguration.patchSettings"),
    });
  });

  it("is met by the settings of the other system, which the machine does not have", () => {
    expectVerdicts(rule, [ignoring(linuxMachine(), "osProfile.windowsConfiguration")], { web: met });
    expectVerdicts(rule, [arcServer("osProfile.windowsConfiguration")], { till: met });
  });

  it("is broken by the OS profile of an Arc-enabled server", () => {
    expectVerdicts(rule, [arcServer("osProfile")], { till: hiding("osProfile", "osProfile.linuxConfiguration") });
    expectVerdicts(rule, [arcServer("osProfile.linuxConfiguration.assessmentMode")], {
      till: hiding("osProfile.linuxConfiguration.assessmentMode", "osProfile.linuxConfiguration"),
    });
  });

  it("is broken by when a schedule runs and by what it installs", () => {
    for (const path of [
      "recurEvery",
      "startDateTime",
      "duration",
      "timeZone",
      "installPatches",
      "extensionProperties",
    ]) {
      expectVerdicts(rule, [ignoring(schedule(), path)], { weekly: hiding(path) });
    }
    const masks = "installPatches.linuxParameters.packageNameMasksToExclude";
    expectVerdicts(rule, [ignoring(schedule(), masks)], { weekly: hiding(masks, "installPatches") });
  });

  it("is broken by the filter of a dynamic scope", () => {
    expectVerdicts(rule, [ignoring(dynamicScope(), "filter.tagSettings")], {
      scope: hiding("filter.tagSettings", "filter"),
    });
  });

  it("is not known where it is not known whether the settings are those of the VM's system, or the scope guests", () => {
    const reference = storageProfile({ publisher: "Canonical", offer: unknown, sku: unknown });
    const machine = linuxMachine({ storageProfile: reference, osProfile: unknown });
    expectVerdicts(rule, [ignoring(machine, "osProfile.linuxConfiguration")], {
      web: notKnown({ property: "storageProfile.imageReference.offer", because: "is known only after deployment" }),
    });
    expectVerdicts(rule, [ignoring(schedule({ maintenanceScope: unknown }), "recurEvery")], {
      weekly: notKnown({ property: "maintenanceScope", because: "is known only after deployment" }),
    });
  });

  it("is decided where the settings of both systems are hidden, or none is", () => {
    const reference = storageProfile({ publisher: "Canonical", offer: unknown, sku: unknown });
    const machine = linuxMachine({ storageProfile: reference, osProfile: unknown });
    expectVerdicts(rule, [ignoring(machine, "osProfile.*.patchSettings")], {
      web: hiding("osProfile.*.patchSettings", "osProfile.windowsConfiguration.patchSettings"),
    });
    expectVerdicts(rule, [ignoring(machine, "tags")], { web: met });
    expectVerdicts(rule, [ignoring(schedule({ maintenanceScope: unknown }), "tags")], { weekly: met });
  });

  it("does not apply to configurations of other scopes, or where the settings are kept elsewhere", () => {
    expectVerdicts(rule, [ignoring(schedule({ maintenanceScope: "Host" }), "recurEvery")], {
      weekly: notApplicable("the configuration is not a schedule of updates in the guest"),
    });
    expectVerdicts(
      rule,
      [ignoring(linuxMachine(), "osProfile")],
      { web: notApplicable("the settings are kept elsewhere") },
      { keptElsewhere: true },
    );
  });
});
