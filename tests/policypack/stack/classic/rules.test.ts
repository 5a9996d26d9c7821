import assert from "node:assert/strict";
import { rules } from "../../../../policypack/rules";
import type { Verdict } from "../../../../policypack/rules/rule";
import {
  armId,
  classic,
  classicAssignment,
  classicExtension,
  classicInterface,
  classicLinux,
  classicNetwork,
  classicSchedule,
  classicScope,
  classicWindow,
  classicWindows,
  filledIn,
} from "../../classic";
import { type Declared, stackOf, unknown } from "../../fixture";

/** The verdicts of a rule, by its name, that are neither met nor out of its way. */
function open(name: string, declared: readonly Declared[]): readonly Verdict[] {
  const rule = rules.find((each) => each.name === name);
  assert.ok(rule !== undefined, name);
  const settings = Object.fromEntries(
    Object.entries(rule.settings ?? {}).map(([setting, value]) => [setting, value.default]),
  );
  const verdicts = rule.check(stackOf(...declared), settings);
  return verdicts.filter(({ outcome }) => outcome === "broken" || outcome === "notKnown");
}

const scheduled = [classicSchedule(), classicAssignment("web"), classicAssignment("files")];
const network = [...classicNetwork(), classicInterface("web"), classicInterface("files")];
const ready = [classicLinux(), classicWindows(), ...network, ...scheduled];
const group = classic(["core", "ResourceGroup"], "group", { name: "fleet", location: "westeurope" });
const windows = (change: object) => [classicWindows(change), classicSchedule(), classicAssignment("files")];
const linux = (change: object) => [classicLinux(change), classicSchedule(), classicAssignment("web")];
const configured = (change: object) => [classicLinux(), classicSchedule(change), classicAssignment("web")];
const inWindow = (change: object) => configured({ window: { ...classicWindow, ...change } });
const patches = (change: object) =>
  configured({
    installPatches: { reboot: "IfRequired", linuxes: [{ classificationsToIncludes: ["Critical"] }], ...change },
  });

const definition = (guid: string) => `/providers/Microsoft.Authorization/policyDefinitions/${guid}`;
const assessment = definition("59efceea-0c96-497e-a4a1-4eb2290dac15");
const assigned = (change: object, from: Declared["from"] = {}, type = "SubscriptionPolicyAssignment") =>
  classic(
    ["core", type],
    "governance",
    {
      name: "governance",
      subscriptionId: "/subscriptions/00000000-0000-0000-0000-000000000000",
      policyDefinitionId: assessment,
      location: "westeurope",
      identity: { type: "SystemAssigned" },
      parameters: JSON.stringify({ osType: { value: "Linux" } }),
      ...change,
    },
    from,
  );

const topic = (change: object) =>
  classic(
    ["eventgrid", "SystemTopic"],
    "topic",
    {
      name: "topic",
      resourceGroupName: "fleet",
      location: "westeurope",
      sourceResourceId: unknown,
      topicType: "Microsoft.Maintenance.MaintenanceConfigurations",
      ...change,
    },
    { sourceResourceId: ["weekly"] },
  );

const subscription = (change: object) =>
  classic(
    ["eventgrid", "SystemTopicEventSubscription"],
    "events",
    {
      name: "events",
      systemTopic: "topic",
      resourceGroupName: "fleet",
      includedEventTypes: ["Microsoft.Maintenance.PreMaintenanceEvent"],
      ...change,
    },
    { systemTopic: ["topic"] },
  );

const delegation = (roleDefinitionId: string) =>
  classic(["lighthouse", "Definition"], "delegation", {
    name: "delegation",
    scope: "/subscriptions/00000000-0000-0000-0000-000000000000",
    managingTenantId: "11111111-1111-1111-1111-111111111111",
    authorizations: [{ principalId: "22222222-2222-2222-2222-222222222222", roleDefinitionId }],
  });

const customRole = (actions: readonly string[]) =>
  classic(["authorization", "RoleDefinition"], "operator", {
    name: "operator",
    scope: "/subscriptions/00000000-0000-0000-0000-000000000000",
    permissions: [{ actions }],
  });

const shutdown = (dailyRecurrenceTime: string, change: object = {}) =>
  classic(
    ["devtest", "GlobalVMShutdownSchedule"],
    "shutdown",
    {
      virtualMachineId: unknown,
      location: "westeurope",
      dailyRecurrenceTime,
      timezone: "W. Europe Standard Time",
      ...change,
    },
    { virtualMachineId: ["web"] },
  );

const lock = (lockLevel: string, on = "group") =>
  classic(["management", "Lock"], "lock", { name: "lock", scope: unknown, lockLevel }, { scope: [on] });

const script = (commandToExecute: string) =>
  classicExtension("Microsoft.Azure.Extensions", "CustomScript", { settings: JSON.stringify({ commandToExecute }) });

/** A stack that breaks a rule: the resource that does, and its property as the classic provider names it. */
type Case = readonly [rule: string, declared: readonly Declared[], subject: string, property: string];

const cases: readonly Case[] = [
  ["vm-patchmode-schedule", linux({ patchMode: "ImageDefault" }), "web", "patchMode"],
  ["vm-patchmode-schedule", linux(filledIn), "web", "patchMode"],
  ["vm-patchmode-schedule", windows({ patchMode: "Manual", automaticUpdatesEnabled: false }), "files", "patchMode"],
  [
    "vm-bypass-schedule",
    linux({ bypassPlatformSafetyChecksOnUserScheduleEnabled: false }),
    "web",
    "bypassPlatformSafetyChecksOnUserScheduleEnabled",
  ],
  ["vm-bypass-orphan", [classicLinux()], "web", "bypassPlatformSafetyChecksOnUserScheduleEnabled"],
  ["vm-bypass-wrong-mode", [classicLinux({ patchMode: "ImageDefault" })], "web", "patchMode"],
  ["vm-patchmode-enum-os", linux({ patchMode: "AutomaticByOS" }), "web", "patchMode"],
  [
    "vm-byos-needs-autoupdates",
    windows({ patchMode: "AutomaticByOS", enableAutomaticUpdates: false }),
    "files",
    "automaticUpdatesEnabled",
  ],
  ["vm-manual-needs-no-autoupdates", windows({ patchMode: "Manual" }), "files", "automaticUpdatesEnabled"],
  ["vm-provision-agent", linux({ provisionVmAgent: false }), "web", "provisionVmAgent"],
  ["vm-allow-extension-operations", windows({ allowExtensionOperations: false }), "files", "allowExtensionOperations"],
  ["vm-periodic-assessment", linux({ patchAssessmentMode: undefined }), "web", "patchAssessmentMode"],
  ["vm-reboot-setting-override", linux({ rebootSetting: "Never" }), "web", "rebootSetting"],
  [
    "vm-hotpatch-mode",
    windows({ hotpatchingEnabled: true, patchMode: "Manual", automaticUpdatesEnabled: false }),
    "files",
    "patchMode",
  ],
  ["vm-hotpatch-image", windows({ hotpatchingEnabled: true }), "files", "sourceImageReference"],
  [
    "vm-extension-declared",
    [...ready, classicExtension("Microsoft.CPlat.Core", "LinuxPatchExtension")],
    "extension",
    "type",
  ],
  ["vm-shutdown-schedule", [...ready, shutdown("0300")], "shutdown", "dailyRecurrenceTime"],
  [
    "img-supported",
    linux({ sourceImageReference: { publisher: "nobody", offer: "nothing", sku: "none", version: "latest" } }),
    "web",
    "sourceImageReference",
  ],
  [
    "img-windows-client",
    windows({
      sourceImageReference: {
        publisher: "MicrosoftWindowsDesktop",
        offer: "windows-11",
        sku: "win11-23h2-pro",
        version: "latest",
      },
    }),
    "files",
    "sourceImageReference.publisher",
  ],
  ["wl-arc-on-azure-vm", [...ready, script("azcmagent connect")], "extension", "settings.commandToExecute"],
  [
    "wl-vmss",
    [
      classicSchedule(),
      classic(
        ["maintenance", "AssignmentVirtualMachineScaleSet"],
        "set",
        {
          location: "westeurope",
          virtualMachineScaleSetId: armId("Microsoft.Compute/virtualMachineScaleSets", "set"),
          maintenanceConfigurationId: unknown,
        },
        { maintenanceConfigurationId: ["weekly"] },
      ),
    ],
    "set",
    "resourceType",
  ],
  ["mc-scope", configured({ scope: "Host" }), "weekly", "scope"],
  ["mc-inguestpatchmode", configured({ inGuestUserPatchMode: undefined }), "weekly", "inGuestUserPatchMode"],
  ["mc-visibility", configured({ visibility: "Public" }), "weekly", "visibility"],
  ["mc-duration", inWindow({ duration: "04:30" }), "weekly", "window.duration"],
  ["mc-start-format", inWindow({ startDateTime: "2026-01-10T02:00" }), "weekly", "window.startDateTime"],
  ["mc-expiry", inWindow({ expirationDateTime: "2025-01-10 02:00" }), "weekly", "window.expirationDateTime"],
  ["mc-timezone", inWindow({ timeZone: "Europe/Berlin" }), "weekly", "window.timeZone"],
  ["mc-recur-grammar", inWindow({ recurEvery: "fortnightly" }), "weekly", "window.recurEvery"],
  ["mc-recur-month-bare", inWindow({ recurEvery: "Month" }), "weekly", "window.recurEvery"],
  ["mc-recur-min", inWindow({ recurEvery: "2Hours" }), "weekly", "window.recurEvery"],
  ["mc-midnight", inWindow({ startDateTime: "2026-01-10 23:50" }), "weekly", "window.startDateTime"],
  ["mc-name-length", configured({ name: "n".repeat(128) }), "weekly", "name"],
  ["mc-reboot-enum", patches({ reboot: "NeverReboot" }), "weekly", "installPatches.reboot"],
  ["mc-reboot-never", patches({ reboot: "Never" }), "weekly", "installPatches.reboot"],
  [
    "mc-class-linux",
    patches({ linuxes: [{ classificationsToIncludes: ["Others"] }] }),
    "weekly",
    "installPatches.linuxes[0].classificationsToIncludes[0]",
  ],
  [
    "mc-class-windows",
    patches({ windows: [{ classificationsToIncludes: ["Critical", "Update"] }] }),
    "weekly",
    "installPatches.windows[0].classificationsToIncludes[1]",
  ],
  ["mc-empty-selection", patches({ linuxes: [{}] }), "weekly", "installPatches.linuxes[0].classificationsToIncludes"],
  [
    "mc-kb-format",
    patches({ windows: [{ kbNumbersToIncludes: ["KB12x"] }] }),
    "weekly",
    "installPatches.windows[0].kbNumbersToIncludes[0]",
  ],
  [
    "mc-include-exclude",
    patches({ windows: [{ kbNumbersToIncludes: ["5034441"], kbNumbersToExcludes: ["5034441"] }] }),
    "weekly",
    "installPatches.windows[0].kbNumbersToIncludes[0]",
  ],
  ["mc-unattached", [classicSchedule()], "weekly", "scope"],
  [
    "ca-target",
    configured({ scope: "SQLDB", inGuestUserPatchMode: undefined, installPatches: undefined }),
    "weekly-web",
    "maintenanceConfigurationId",
  ],
  [
    "ca-location",
    [classicLinux(), classicSchedule(), classicAssignment("web", "weekly", { location: "northeurope" })],
    "weekly-web",
    "location",
  ],
  [
    "ca-duplicate-time",
    [
      ...ready,
      classicSchedule({ window: { ...classicWindow, duration: "02:00" } }, "again"),
      classicAssignment("web", "again"),
    ],
    "web",
    "window.startDateTime",
  ],
  [
    "ds-tag-match",
    [classicLinux(), classicSchedule(), classicScope({ tags: [{ tag: "ring", values: ["pilot"] }] })],
    "scope",
    "filter.tags",
  ],
  ["ev-topic-type", [...ready, topic({ topicType: "Microsoft.Resources.ResourceGroups" })], "topic", "topicType"],
  [
    "ev-types",
    [...ready, topic({}), subscription({ includedEventTypes: ["Microsoft.Maintenance.Other"] })],
    "events",
    "includedEventTypes[0]",
  ],
  [
    "ev-schema",
    [...ready, topic({}), subscription({ eventDeliverySchema: "CloudEventSchemaV1_0" })],
    "events",
    "eventDeliverySchema",
  ],
  [
    "ra-operator-vm",
    [customRole(["Microsoft.Compute/virtualMachines/assessPatches/action"])],
    "operator",
    "permissions",
  ],
  [
    "lighthouse",
    [delegation("cd08ab90-6b14-449c-ad9a-8f8e549482c6")],
    "delegation",
    "authorizations[0].roleDefinitionId",
  ],
  ["pa-identity", [assigned({ identity: undefined })], "governance", "identity.type"],
  ["pa-enforcement", [assigned({ enforce: false })], "governance", "enforce"],
  ["pa-remediation", [assigned({})], "governance", "policyDefinitionId"],
  ["pa-ostype-pair", [assigned({ parameters: undefined })], "governance", "parameters.osType.value"],
  [
    "pa-tagvalues-type",
    [assigned({ parameters: '{"tagValues":{"value":[]}}' })],
    "governance",
    "parameters.tagValues.value",
  ],
  [
    "net-explicit-outbound",
    [classicLinux(), classicInterface("web"), ...classicNetwork({ defaultOutboundAccessEnabled: false })],
    "web",
    "networkInterfaceIds",
  ],
  [
    "net-udr-blackhole",
    [
      classicLinux(),
      classicInterface("web"),
      ...classicNetwork(),
      classic(["network", "RouteTable"], "routes", {
        name: "routes",
        resourceGroupName: "fleet",
        routes: [{ name: "nowhere", addressPrefix: "0.0.0.0/0", nextHopType: "None" }],
      }),
      classic(
        ["network", "SubnetRouteTableAssociation"],
        "routed",
        { subnetId: unknown, routeTableId: unknown },
        { subnetId: ["subnet"], routeTableId: ["routes"] },
      ),
    ],
    "web",
    "networkInterfaceIds",
  ],
  ["lock-readonly", [group, ...ready, lock("ReadOnly")], "lock", "lockLevel"],
  ["lock-cannotdelete", [group, ...ready, lock("CanNotDelete", "web")], "lock", "lockLevel"],
];

describe("rules on resources of the classic provider", () => {
  for (const { name } of rules) {
    it(`say nothing against machines that are ready for their schedule: ${name}`, () => {
      assert.deepEqual(open(name, ready), []);
    });
  }

  for (const [name, declared, subject, property] of cases) {
    it(`find ${property}: ${name}`, () => {
      const found = open(name, declared).filter((each) => each.subject.name === subject);
      assert.deepEqual(
        found.map((each) => ({ outcome: each.outcome, property: "property" in each && each.property })),
        [{ outcome: "broken", property }],
        JSON.stringify(found),
      );
    });
  }

  it("leave the names of other resources as they are in what they say", () => {
    const name = "networkSecurityGroup";
    const group = classic(["network", "NetworkSecurityGroup"], name, {
      name,
      resourceGroupName: "fleet",
      securityRules: [
        {
          name: "deny",
          priority: 100,
          direction: "Outbound",
          access: "Deny",
          protocol: "*",
          sourceAddressPrefix: "*",
          sourcePortRange: "*",
          destinationAddressPrefix: "Internet",
          destinationPortRange: "*",
        },
      ],
    });
    const attached = classic(
      ["network", "SubnetNetworkSecurityGroupAssociation"],
      "attached",
      { subnetId: unknown, networkSecurityGroupId: unknown },
      { subnetId: ["subnet"], networkSecurityGroupId: [name] },
    );
    const machine = [classicLinux(), classicInterface("web"), ...classicNetwork(), group, attached];
    const [verdict] = open("net-nsg-egress-linux", machine);
    assert.ok(verdict?.outcome === "broken");
    assert.match(verdict.found, /by security rule "deny" of network security group networkSecurityGroup$/);
    assert.match(verdict.fix, /"deny": \{ name: "allow-updates-80", direction: "Outbound", /);
  });
});
