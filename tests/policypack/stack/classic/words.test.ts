import assert from "node:assert/strict";
import { broken, met, notKnown } from "../../../../policypack/rules/rule";
import { classicText } from "../../../../policypack/stack/classic/text";
import {
  classicChange,
  classicPath,
  inClassicWords,
  inWordsOfOthers,
  ownChanges,
} from "../../../../policypack/stack/classic/words";
import { classicLinux, classicSchedule, classicToken } from "../../classic";
import { type Declared, schedule, stackOf } from "../../fixture";

const linux = classicToken("compute", "LinuxVirtualMachine");
const windows = classicToken("compute", "WindowsVirtualMachine");
const legacy = classicToken("compute", "VirtualMachine");
const configuration = classicToken("maintenance", "Configuration");
const assignment = classicToken("core", "SubscriptionPolicyAssignment");

describe("the names of the classic provider", () => {
  const paths: readonly (readonly [type: string, native: string, classic: string | undefined])[] = [
    [linux, "osProfile.linuxConfiguration.patchSettings.patchMode", "patchMode"],
    [linux, "osProfile.linuxConfiguration.patchSettings.assessmentMode", "patchAssessmentMode"],
    [linux, "osProfile.linuxConfiguration.provisionVMAgent", "provisionVmAgent"],
    [linux, "osProfile.allowExtensionOperations", "allowExtensionOperations"],
    [linux, "osProfile.customData", "customData"],
    [linux, "storageProfile.imageReference.sku", "sourceImageReference.sku"],
    [linux, "storageProfile.imageReference", "sourceImageReference"],
    [linux, "storageProfile.imageReference.id", "sourceImageId"],
    [linux, "networkProfile.networkInterfaces[1].id", "networkInterfaceIds[1]"],
    [linux, "tags.environment", "tags.environment"],
    [linux, "osProfile.windowsConfiguration.patchSettings.patchMode", undefined],
    [linux, "osProfile", undefined],
    [windows, "osProfile.windowsConfiguration.enableAutomaticUpdates", "automaticUpdatesEnabled"],
    [windows, "osProfile.windowsConfiguration.patchSettings.enableHotpatching", "hotpatchingEnabled"],
    [configuration, "startDateTime", "window.startDateTime"],
    [configuration, "extensionProperties.InGuestPatchMode", "inGuestUserPatchMode"],
    [
      configuration,
      "installPatches.linuxParameters.packageNameMasksToInclude[2]",
      "installPatches.linuxes[0].packageNamesMaskToIncludes[2]",
    ],
    [classicToken("maintenance", "AssignmentVirtualMachine"), "resourceName", "virtualMachineId"],
    [classicToken("management", "Lock"), "level", "lockLevel"],
    [
      classicToken("lighthouse", "Definition"),
      "properties.authorizations[1].roleDefinitionId",
      "authorizations[1].roleDefinitionId",
    ],
    [classicToken("network", "NetworkSecurityGroup"), "securityRules[3].access", "securityRules[3].access"],
    [assignment, "parameters.effect.value", "parameters.effect.value"],
    ["azure:storage/account:Account", "location", undefined],
  ];
  for (const [type, native, classic] of paths) {
    it(`call ${native} of ${type.split(":").at(-1)} ${classic ?? "nothing"}`, () => {
      assert.equal(classicPath(type, native), classic);
    });
  }

  const texts: readonly (readonly [type: string, native: string, classic: string])[] = [
    [
      linux,
      'osProfile: { linuxConfiguration: { patchSettings: { patchMode: "AutomaticByPlatform", automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true } } } }',
      'patchMode: "AutomaticByPlatform", bypassPlatformSafetyChecksOnUserScheduleEnabled: true',
    ],
    [
      linux,
      'storageProfile: { imageReference: { publisher: "Canonical", sku: "server" } }, or another',
      'sourceImageReference: { publisher: "Canonical", sku: "server" }, or another',
    ],
    [linux, "without patchMode, in one of both", "without patchMode, in one of both"],
    [configuration, 'maintenanceScope: "InGuestPatch"', 'scope: "InGuestPatch"'],
    [configuration, "a startDateTime after the window", "a window.startDateTime after the window"],
    [configuration, "its location and level", "its location and level"],
    [assignment, 'identity: { type: "SystemAssigned" }', 'identity: { type: "SystemAssigned" }'],
    [
      linux,
      "new maintenance.ConfigurationAssignment(..., { providerName: \"Microsoft.Compute\", resourceName: <the VM's name>, maintenanceConfigurationId: <the schedule's id>, ... }), or not",
      "new azure.maintenance.AssignmentVirtualMachine(..., { virtualMachineId: <the VM's id>, maintenanceConfigurationId: <the schedule's id>, ... }), or not",
    ],
    [
      assignment,
      'new authorization.RoleAssignment("...", { scope: assignment.scope, principalId, roleDefinitionId: "x" })',
      'new azure.authorization.Assignment("...", { scope: assignment.scope, principalId, roleDefinitionId: "x" })',
    ],
    [linux, "new other.Resource({ a: 1 }) as it is", "new other.Resource({ a: 1 }) as it is"],
    [
      linux,
      "set natGateway: { id: natGateway.id } on subnet servers, with a NatGateway",
      'add new azure.network.SubnetNatGatewayAssociation("...", { subnetId: <the id of servers>, natGatewayId: natGateway.id }), with a NatGateway',
    ],
    [linux, "an open { brace", "an open { brace"],
    [linux, "the maintenanceScope of another, and its resourceName", "the scope of another, and its resourceName"],
    [configuration, 'extensionProperties: { InGuestPatchMode: "User" }', 'inGuestUserPatchMode: "User"'],
    [linux, 'take "osProfile.customData" out', 'take "customData" out'],
    [
      linux,
      'add a security rule of a lower number than "deny": { name: "allow", direction: "Outbound" }, without patchMode',
      'add a security rule of a lower number than "deny": { name: "allow", direction: "Outbound" }, without patchMode',
    ],
    [
      linux,
      'add an application rule before "deny": { ruleType: "ApplicationRule", name: "updates", sourceAddresses: ["*"], protocols: [{ protocolType: "Http", port: 80 }], targetFqdns: ["a.com"] }',
      'add an application rule before "deny": { name: "updates", sourceAddresses: ["*"], protocols: [{ type: "Http", port: 80 }], destinationFqdns: ["a.com"] } in applicationRuleCollections of a FirewallPolicyRuleCollectionGroup, or with targetFqdns for destinationFqdns in a FirewallApplicationRuleCollection',
    ],
    [
      windows,
      'add an application rule that allows it: { ruleType: "ApplicationRule", name: "updates", fqdnTags: ["WindowsUpdate"] }',
      'add an application rule that allows it: { name: "updates", destinationFqdnTags: ["WindowsUpdate"] } in applicationRuleCollections of a FirewallPolicyRuleCollectionGroup, or with fqdnTags for destinationFqdnTags in a FirewallApplicationRuleCollection',
    ],
    [
      linux,
      'add a network rule that allows it: { ruleType: "NetworkRule", name: "updates", ipProtocols: ["TCP"], destinationPorts: ["443"] }',
      'add a network rule that allows it: { name: "updates", protocols: ["TCP"], destinationPorts: ["443"] } in networkRuleCollections of a FirewallPolicyRuleCollectionGroup, or in a FirewallNetworkRuleCollection',
    ],
    [linux, "linked to subnet my-networkSecurityGroup-1", "linked to subnet my-networkSecurityGroup-1"],
  ];
  for (const [type, native, classic] of texts) {
    it(`say: ${classic}`, () => assert.equal(classicText(type, native), classic));
  }

  it("are not read into the names of the stack's resources", () => {
    const text =
      'of network security group networkSecurityGroup, set maintenanceScope: "InGuestPatch", not natGateway.id';
    assert.equal(
      classicText(configuration, text, new Set(["networkSecurityGroup", "maintenanceScope"])),
      'of network security group networkSecurityGroup, set scope: "InGuestPatch", not natGateway.id',
    );
  });
});

describe("an answer about a classic resource", () => {
  const wrong = broken({
    property: "enforcementMode",
    found: '"DoNotEnforce"',
    mustBe: '"Default" for the policy to take effect',
    fix: 'enforcementMode: "Default"',
  });

  it("has its values as the classic provider spells them", () => {
    assert.deepEqual(
      inClassicWords(assignment, "it", wrong),
      broken({
        property: "enforce",
        found: "false",
        mustBe: "true for the policy to take effect",
        fix: "enforce: true",
      }),
    );
  });

  it("is left as it is for azure-native, and where nothing is wrong", () => {
    assert.equal(inClassicWords(undefined, "it", wrong), wrong);
    assert.equal(inClassicWords(assignment, "it", met), met);
  });

  it("names what is not known, but not what is not known of another resource", () => {
    const property = "osProfile.linuxConfiguration.patchSettings.patchMode";
    const because = "is known only after deployment";
    assert.deepEqual(
      inClassicWords(linux, "it", notKnown({ property, because })),
      notKnown({ property: "patchMode", because }),
    );
    const other = notKnown({ property: "osProfile.customData", because: "of web is known only after deployment" });
    assert.equal(inClassicWords(linux, "it", other), other);
    const { property: name } = { property: "", ...inClassicWords(linux, "web", other) };
    assert.equal(name, "customData");
  });

  it("calls what is not known of another resource as that one does", () => {
    const answer = notKnown({ property: "startDateTime", because: "of weekly is known only after deployment" });
    const named = (...declared: readonly Declared[]) => inWordsOfOthers(answer, stackOf(...declared).resources);
    assert.deepEqual(named(classicLinux(), classicSchedule()), { ...answer, property: "window.startDateTime" });
    assert.equal(named(classicLinux(), schedule()), answer);
    assert.equal(named(classicLinux()), answer);
    assert.equal(named(classicSchedule(), schedule()), answer);
    assert.equal(inWordsOfOthers(met, []), met);
  });

  it("says where a setting is that the type does not have", () => {
    const property = "osProfile.windowsConfiguration.patchSettings.patchMode";
    const answer = broken({ property, found: "not set", mustBe: '"Manual"', fix: `${property}: "Manual"` });
    assert.deepEqual(
      inClassicWords(legacy, "it", answer),
      broken({
        property: "patchMode",
        found: "not set",
        mustBe: '"Manual"',
        fix: 'patchMode: "Manual", which azure.compute.WindowsVirtualMachine can set and azure.compute.VirtualMachine cannot',
      }),
    );
    const firewall = classicToken("network", "Firewall");
    const rule = { ...answer, property: "networkRuleCollections[0].rules[1]", fix: "take it out" };
    assert.deepEqual(inClassicWords(firewall, "it", rule), rule);
    const server = inClassicWords(classicToken("arcmachine", "ArcMachine"), "it", answer);
    assert.equal(server.outcome, "broken");
    assert.equal(
      "fix" in server && server.fix,
      `${property}: "Manual", which azure-native can set and azure.arcmachine.ArcMachine cannot`,
    );
  });
});

describe("a change to a classic resource", () => {
  const path = "osProfile.windowsConfiguration.enableAutomaticUpdates";

  it("is made to the property that does the same", () => {
    assert.deepEqual(classicChange(windows, { path, value: true }), { path: "automaticUpdatesEnabled", value: true });
    assert.deepEqual(classicChange(assignment, { path: "enforcementMode", value: "Default" }), {
      path: "enforce",
      value: true,
    });
  });

  it("is made to the name that the program uses", () => {
    assert.deepEqual(classicChange(windows, { path, value: true }, { enableAutomaticUpdates: false }), {
      path: "enableAutomaticUpdates",
      value: true,
    });
    assert.deepEqual(
      classicChange(windows, { path, value: true }, { enableAutomaticUpdates: false, automaticUpdatesEnabled: false }),
      { path: "automaticUpdatesEnabled", value: true },
    );
  });

  it("is not made where it would take more than one property, or there is none", () => {
    const assigned = classicToken("maintenance", "AssignmentVirtualMachine");
    assert.equal(classicChange(assigned, { path: "resourceName", value: "web" }), undefined);
    assert.equal(classicChange(linux, { path, value: true }), undefined);
    const [possible, impossible] = [
      { path: "licenseType", value: "None" },
      { path, value: true },
    ];
    assert.deepEqual(ownChanges(linux, [possible], {}), [possible]);
    assert.equal(ownChanges(linux, [possible, impossible], {}), undefined);
    const native = "azure-native:compute:VirtualMachine";
    assert.deepEqual(ownChanges(native, [impossible], {}), [impossible]);
  });
});
