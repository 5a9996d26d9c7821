import assert from "node:assert/strict";
import fc from "fast-check";
import { applyChanges } from "../../../policypack/remediation";
import { rules } from "../../../policypack/rules";
import { notCheckable } from "../../../policypack/rules/not-checkable";
import type { Rule } from "../../../policypack/rules/rule";
import { NotKnown } from "../../../policypack/stack/properties";
import { arcServer } from "../arc";
import { subscription, topic } from "../events";
import {
  assignment,
  type Declared,
  linuxMachine,
  linuxProfile,
  schedule,
  scheduledPatchSettings,
  stackOf,
  unknown,
  windowsMachine,
  windowsProfile,
} from "../fixture";
import { group, policy } from "../governance";
import { alone } from "./expect-changes";

/** The codes of the prerequisites, but for the networks of Azure VMs, that can in principle be mended. */
const mendable: readonly Rule["code"][] = [
  ...(["AUM001", "AUM002", "AUM003", "AUM005", "AUM008", "AUM009", "AUM010", "AUM013", "AUM014", "AUM015"] as const),
  ...(["AUM017", "AUM018", "AUM020", "AUM024", "AUM037"] as const),
  ...(["AUM059", "AUM061", "AUM062", "AUM063", "AUM064", "AUM066", "AUM067", "AUM068"] as const),
  ...(["AUM073", "AUM074", "AUM075", "AUM077", "AUM080", "AUM087", "AUM089", "AUM090", "AUM097"] as const),
  ...(["AUM103", "AUM106", "AUM107", "AUM108", "AUM109"] as const),
  ...(["AUM113", "AUM114", "AUM115", "AUM116", "AUM117", "AUM118", "AUM119", "AUM120", "AUM121"] as const),
  ...(["AUM122", "AUM123", "AUM125", "AUM126", "AUM127", "AUM128"] as const),
];

/** Areas whose other rules need no reason. */
const areas: readonly string[] = [
  "Azure VM settings",
  "Images and workloads",
  "Schedules",
  "Events",
  "Roles, policies and locks",
];

const waiting = scheduledPatchSettings.automaticByPlatformSettings;
const scheduled = (machine: Declared) => [machine, schedule(), assignment(machine.name)];
const filter = { includedEventTypes: ["Microsoft.Maintenance.PreMaintenanceEvent", "Microsoft.Maintenance.Pre"] };
const configurationId =
  "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Maintenance/maintenanceConfigurations/weekly";
const denying = policy("auditPeriodicAssessment", { parameters: { effect: { value: "Deny" } } });

/** A stack in which the first resource breaks each rule that has a remediation, and is mended by that. */
const broken: Readonly<Record<string, readonly Declared[]>> = {
  "vm-patchmode-schedule": scheduled(windowsMachine({ osProfile: windowsProfile({ patchMode: "AutomaticByOS" }) })),
  "vm-bypass-schedule": scheduled(linuxMachine({ osProfile: linuxProfile({ patchMode: "AutomaticByPlatform" }) })),
  "vm-autopatch-surprise": [linuxMachine({ osProfile: linuxProfile({ patchMode: "AutomaticByPlatform" }) })],
  "vm-bypass-wrong-mode": [
    linuxMachine({ osProfile: linuxProfile({ patchMode: "ImageDefault", automaticByPlatformSettings: waiting }) }),
  ],
  "vm-byos-needs-autoupdates": [
    windowsMachine({ osProfile: windowsProfile({ patchMode: "AutomaticByOS" }, { enableAutomaticUpdates: false }) }),
  ],
  "vm-manual-needs-no-autoupdates": [windowsMachine({ osProfile: windowsProfile({ patchMode: "Manual" }) })],
  "vm-allow-extension-operations": [
    linuxMachine({ osProfile: { ...linuxProfile(), allowExtensionOperations: false } }),
  ],
  "vm-periodic-assessment": [linuxMachine({ osProfile: linuxProfile({ assessmentMode: "ImageDefault" }) })],
  "vm-reboot-setting-override": scheduled(
    linuxMachine({
      osProfile: linuxProfile({
        patchMode: "AutomaticByPlatform",
        automaticByPlatformSettings: { ...waiting, rebootSetting: "Always" },
      }),
    }),
  ),
  "vm-hotpatch-mode": [windowsMachine({ osProfile: windowsProfile({ enableHotpatching: true }) })],
  "vm-hotpatch-os": [linuxMachine({ osProfile: linuxProfile({ enableHotpatching: true }) })],
  "arc-assessment": [arcServer({ osProfile: { linuxConfiguration: { assessmentMode: "ImageDefault" } } })],
  "mc-scope": [schedule({ maintenanceScope: "Host" })],
  "mc-inguestpatchmode": [schedule({ extensionProperties: undefined })],
  "mc-visibility": [schedule({ visibility: "Public" })],
  "mc-start-format": [schedule({ startDateTime: "2026-01-10T02:00", expirationDateTime: "2027-01-10T02:00:00" })],
  "mc-timezone": [schedule({ timeZone: "Europe/Berlin" })],
  "mc-reboot-enum": [schedule({ installPatches: { rebootSetting: "AlwaysReboot" } })],
  "mc-class-windows": [
    schedule({ installPatches: { windowsParameters: { classificationsToInclude: ["Critical", "Update"] } } }),
  ],
  "mc-class-linux": [schedule({ installPatches: { linuxParameters: { classificationsToInclude: ["Others"] } } })],
  "ev-topic-type": [topic({ topicType: "Microsoft.Storage.StorageAccounts", source: configurationId }, "topic", {})],
  "ev-types": [subscription({ filter }), topic(), schedule()],
  "ev-schema": [subscription({ filter, eventDeliverySchema: "CloudEventSchemaV1_0" }), topic(), schedule()],
  "pa-identity": [policy("scheduleUpdates", { identity: undefined }), group],
  "pa-tagvalues-type": [
    policy("scheduleUpdates", { parameters: { tagValues: { value: { environment: "production" } } } }),
    group,
  ],
  "pa-deny-conflict": [
    { ...linuxMachine({ osProfile: linuxProfile() }), from: { resourceGroupName: ["group"] } },
    denying,
    group,
  ],
  "pa-enforcement": [policy("scheduleUpdates", { enforcementMode: "DoNotEnforce" }), group],
};

const outcomeOf = (rule: Rule, [first, ...others]: readonly Declared[]) =>
  rule
    .check(stackOf(...(first === undefined ? [] : [first]), ...others), {})
    .find(({ subject }) => subject.name === first?.name)?.outcome;

describe("remediation", () => {
  it("is there for every prerequisite that can be mended, or there is a reason why not", () => {
    for (const code of mendable) {
      const rule = rules.find((each) => each.code === code);
      if (notCheckable.some((each) => each.code === code)) continue;
      const given = [rule?.remediate, rule?.notRemediable].filter((each) => each !== undefined);
      assert.equal(given.length, 1, `${code} ${rule?.name}`);
    }
  });

  it("is there for no other", () => {
    const others = rules.filter(({ area, code }) => areas.includes(area) && !mendable.includes(code));
    for (const { name, remediate, notRemediable } of others) assert.equal(remediate ?? notRemediable, undefined, name);
  });

  it("gives its reason in a whole sentence", () => {
    for (const { notRemediable } of rules) if (notRemediable !== undefined) assert.match(notRemediable, /^[A-Z].*\.$/);
  });

  it("is tried on a stack that breaks the rule", () => {
    const remediating = rules.filter(({ remediate }) => remediate !== undefined);
    assert.deepEqual(remediating.map(({ name }) => name).sort(), Object.keys(broken).sort());
  });

  for (const rule of rules) {
    const { name, remediate } = rule;
    const declared = broken[name];
    if (remediate === undefined || declared === undefined) continue;

    it(`leaves nothing for ${name} to find after its own changes`, () => {
      const [first, ...others] = declared;
      assert.ok(first !== undefined);
      assert.equal(outcomeOf(rule, declared), "broken");
      const inputs = structuredClone(first.inputs ?? {});
      applyChanges(inputs, remediate(alone(first)));
      const mended = { ...first, inputs };
      assert.match(outcomeOf(rule, [mended, ...others]) ?? "", /^(met|notApplicable)$/);
      assert.deepEqual(remediate(alone(mended)), []);
    });

    it(`leaves resources of other types to other rules than ${name}`, () => {
      const type = "azure-native:storage:StorageAccount";
      const inputs = declared[0]?.inputs ?? {};
      assert.deepEqual(remediate(alone({ name: "account", type, inputs })), []);
    });

    it(`changes a resource of whatever properties by ${name}, or leaves it as not known`, () => {
      const first = declared[0];
      assert.ok(first !== undefined);
      const odd = fc.constantFrom<unknown>(
        unknown,
        "[secret]",
        null,
        7,
        "x",
        true,
        [],
        [unknown],
        {},
        { x: [unknown] },
      );
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(), odd), { maxLength: 3 }), (replacements) => {
          const inputs = structuredClone(first.inputs ?? {});
          for (const [index, value] of replacements) replaceNth(inputs, index, value);
          try {
            for (const { path } of remediate(alone({ ...first, inputs }))) assert.match(path, /^\w/);
          } catch (error) {
            assert.ok(error instanceof NotKnown, String(error));
          }
        }),
        { numRuns: 50 },
      );
    });
  }
});

/** Replaces some property, at whatever depth. */
function replaceNth(inputs: object, index: number, value: unknown): void {
  const places: (readonly [holder: object, name: string])[] = [];
  const visit = (holder: object) => {
    for (const [name, held] of Object.entries(holder)) {
      places.push([holder, name]);
      if (typeof held === "object" && held !== null) visit(held);
    }
  };
  visit(inputs);
  const [holder, name] = places[index % places.length] ?? [];
  if (holder !== undefined && name !== undefined) Object.assign(holder, { [name]: structuredClone(value) });
}
