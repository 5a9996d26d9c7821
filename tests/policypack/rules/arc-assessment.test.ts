import assert from "node:assert/strict";
import { arcAssessment as rule } from "../../../policypack/rules/arc-enabled-servers/arc-assessment";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { NotKnown } from "../../../policypack/stack/properties";
import { arcServer, arcServerComponent, reporting, takenUp, windowsArcServer } from "../arc";
import { type Declared, linuxMachine, policyAssignment, stackOf, unknown } from "../fixture";
import { expectVerdicts, knownLater } from "./expect";

const linux = "osProfile.linuxConfiguration.assessmentMode";
const windows = "osProfile.windowsConfiguration.assessmentMode";
const componentFix = {
  component: "ArcServer",
  componentFix: 'machine: { assessmentMode: "AutomaticByPlatform" }, its default',
};
const wrong = (property: string, found = "not set") =>
  broken({
    property,
    found,
    mustBe: '"AutomaticByPlatform" for an assessment every 24 hours',
    fix: `${property}: "AutomaticByPlatform"`,
    ...componentFix,
  });
const unnamed = broken({
  property: "osProfile",
  found: "without an assessmentMode",
  mustBe: 'given with "AutomaticByPlatform" in the block of the server\'s operating system',
  fix: 'osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } }, or windowsConfiguration',
  ...componentFix,
});
const old = (server: Declared) => ({ ...server, type: "azure-native:hybridcompute/v20210520:Machine" });

describe("arc-assessment", () => {
  it("is met in the block of either system, without a patch mode", () => {
    expectVerdicts(rule, [arcServer()], { till: met });
    expectVerdicts(rule, [windowsArcServer()], { till: met });
    const osProfile = { linuxConfiguration: { assessmentMode: "automaticbyplatform" } };
    expectVerdicts(rule, [arcServer({ osProfile, osType: undefined })], { till: met });
  });

  it("is broken where no mode, or another one, is given", () => {
    expectVerdicts(rule, [arcServer({ osProfile: undefined })], { till: wrong(linux) });
    const osProfile = { windowsConfiguration: { assessmentMode: "ImageDefault" } };
    expectVerdicts(rule, [windowsArcServer({ osProfile })], { till: wrong(windows, '"ImageDefault"') });
  });

  it("is broken by the block of the other system", () => {
    const osProfile = { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } };
    expectVerdicts(rule, [windowsArcServer({ osProfile })], { till: wrong(windows) });
  });

  it("is broken without a profile where nothing tells the system either", () => {
    expectVerdicts(rule, [arcServer({ osProfile: undefined, osType: undefined })], { till: unnamed });
  });

  it("takes the system from the agent, and from the component", () => {
    const plain = arcServer({ osProfile: undefined, osType: undefined });
    expectVerdicts(rule, [reporting({ osName: "windows" }, plain)], { till: wrong(windows) });
    expectVerdicts(rule, [takenUp(plain), arcServerComponent({ operatingSystem: "Windows" })], {
      till: wrong(windows),
    });
  });

  it("is broken in an API version from before the property", () => {
    expectVerdicts(rule, [old(arcServer())], {
      till: broken({
        property: linux,
        found: "one that API version 2021-05-20 does not have",
        mustBe: '"AutomaticByPlatform", in API version 2022-03-10 or newer',
        fix: `azure-native's default version of hybridcompute, with ${linux}: "AutomaticByPlatform"`,
      }),
    });
    const current = { ...arcServer(), type: "azure-native:hybridcompute/v20220310:Machine" };
    expectVerdicts(rule, [current], { till: met });
  });

  it("is not known while the mode is not, or which of two blocks counts", () => {
    const osProfile = { linuxConfiguration: { assessmentMode: unknown } };
    expectVerdicts(rule, [arcServer({ osProfile })], { till: knownLater(linux) });
    expectVerdicts(rule, [arcServer({ osProfile: unknown })], { till: knownLater("osProfile") });
    const both = {
      linuxConfiguration: { assessmentMode: "AutomaticByPlatform" },
      windowsConfiguration: { assessmentMode: "ImageDefault" },
    };
    expectVerdicts(rule, [arcServer({ osProfile: both, osType: undefined })], {
      till: notKnown({ property: "osType", because: "is not given, and the OS profile does not tell the system" }),
    });
  });

  it("is not known below the policy that sets it, and broken below that for Azure VMs", () => {
    const definitions = "/providers/Microsoft.Authorization/policyDefinitions";
    const plain = arcServer({ osProfile: undefined });
    const policy = `${definitions}/bfea026e-043f-4ff4-9d1b-bf301ca7ff46`;
    const ofSystem = (value: string) => policyAssignment(policy, {}, { parameters: { osType: { value } } });
    expectVerdicts(rule, [plain, ofSystem("Linux")], {
      till: notKnown({ property: linux, because: "is set by governance after deployment" }),
    });
    expectVerdicts(rule, [plain, ofSystem("Windows")], { till: wrong(linux) });
    expectVerdicts(rule, [plain, policyAssignment(`${definitions}/59efceea-0c96-497e-a4a1-4eb2290dac15`)], {
      till: wrong(linux),
    });
  });

  it("does not apply to a value that Azure does not take, or to Azure VMs", () => {
    const osProfile = { linuxConfiguration: { assessmentMode: "Daily" } };
    expectVerdicts(rule, [arcServer({ osProfile })], {
      till: notApplicable('assessmentMode "Daily" is no value that Azure takes'),
    });
    expectVerdicts(rule, [linuxMachine()], {});
  });

  describe("as a remediation", () => {
    const changesOf = (declared: Declared) => {
      const [resource] = stackOf(declared).resources;
      assert.ok(resource);
      return rule.remediate?.(resource);
    };

    it("sets the mode in the block of the server's system", () => {
      assert.deepEqual(changesOf(arcServer({ osProfile: undefined })), [{ path: linux, value: "AutomaticByPlatform" }]);
      const osProfile = { windowsConfiguration: { assessmentMode: "ImageDefault", enableHotpatching: true } };
      assert.deepEqual(changesOf(windowsArcServer({ osProfile, osType: undefined })), [
        { path: windows, value: "AutomaticByPlatform" },
      ]);
    });

    it("changes nothing that is right, that the API version lacks, or that is no Arc-enabled server", () => {
      assert.deepEqual(changesOf(arcServer()), []);
      assert.deepEqual(changesOf(old(arcServer())), []);
      assert.deepEqual(changesOf(linuxMachine()), []);
    });

    it("changes nothing while the system or the mode is not known", () => {
      assert.throws(() => changesOf(arcServer({ osProfile: undefined, osType: undefined })), NotKnown);
      assert.throws(() => changesOf(arcServer({ osProfile: unknown })), NotKnown);
    });
  });
});
