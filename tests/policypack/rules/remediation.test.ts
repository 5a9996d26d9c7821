import assert from "node:assert/strict";
import fc from "fast-check";
import { arcTags } from "../../../examples/rules/arc-endpoints";
import { applyChanges } from "../../../policypack/remediation";
import { rules } from "../../../policypack/rules";
import { notCheckable } from "../../../policypack/rules/not-checkable";
import type { Rule } from "../../../policypack/rules/rule";
import { NotKnown } from "../../../policypack/stack/properties";
import { arcServer } from "../arc";
import { securityGroup as arcGroup, firewallPolicy, openings } from "../arc-egress";
import { subscription, topic } from "../events";
import { allowing, firewall, networkRule, routesToFirewall } from "../firewall";
import {
  assignment,
  type Declared,
  linuxMachine,
  linuxProfile,
  schedule,
  scheduledPatchSettings,
  stackOf,
  storageProfile,
  unknown,
  windowsMachine,
  windowsProfile,
} from "../fixture";
import { group, policy } from "../governance";
import {
  denyInternet,
  guardedBy,
  linkedLinux,
  linkedWindows,
  networkInterface,
  rhel,
  rhuiAddresses,
  routed,
  routeTable,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../network";
import { alone } from "./expect-changes";

/** The codes of the prerequisites that can in principle be mended. */
const mendable: readonly Rule["code"][] = [
  ...(["AUM001", "AUM002", "AUM003", "AUM005", "AUM008", "AUM009", "AUM010", "AUM013", "AUM014", "AUM015"] as const),
  ...(["AUM017", "AUM018", "AUM020", "AUM024", "AUM037"] as const),
  ...(["AUM040", "AUM041", "AUM043", "AUM048", "AUM049", "AUM050", "AUM051", "AUM053"] as const),
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
  "Azure VM network",
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

/** Stacks in which the first resource breaks a rule that has a remediation, and is mended by that. */
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

/** A stack in which a rule finds the first resource broken, and the resource that its remediation mends for that. */
interface Situation {
  readonly declared: readonly Declared[];
  readonly mended: Declared;
}

const rhelMachine = linkedLinux({ storageProfile: storageProfile(rhel) });

/** A machine behind a network security group that is to be mended. */
function guarded(machine: Declared, ...rules: readonly object[]): Situation {
  const mended = securityGroup([...rules, { ...denyInternet, priority: 4000 }]);
  const [inputs, from] = guardedBy();
  const declared = [machine, networkInterface(machine.name), subnet(inputs, from), virtualNetwork(), mended];
  return { declared, mended };
}

/** A machine with RHEL that a route table, which is to be mended, forces through a network of one's own. */
function tunnelled(direct: readonly string[]): Situation {
  const mended = routeTable([
    { name: "default", addressPrefix: "0.0.0.0/0", nextHopType: "VirtualNetworkGateway" },
    ...direct.map((address) => ({ name: address, addressPrefix: `${address}/32`, nextHopType: "Internet" })),
  ]);
  return { declared: [rhelMachine, networkInterface("web"), subnet(...routed), virtualNetwork(), mended], mended };
}

/** A machine with RHEL behind a firewall whose list of addresses is to be mended. */
function filtered(destinationAddresses: readonly string[]): Situation {
  const parts = firewall([allowing([networkRule({ destinationAddresses })])]);
  const mended = parts.at(-1) ?? rhelMachine;
  const way = [networkInterface("web"), subnet(...routed), virtualNetwork(), routesToFirewall];
  return { declared: [rhelMachine, ...way, ...parts], mended };
}

const metadata = { destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" };
const downloads = { destinationAddressPrefix: "AzureFrontDoor.FirstParty", destinationPortRange: "80" };
const listing = (destinationAddressPrefixes: readonly string[]) => ({
  destinationAddressPrefix: "",
  destinationAddressPrefixes,
  destinationPortRange: "443",
});
const single = (destinationAddressPrefix: string) => ({ destinationAddressPrefix, destinationPortRange: "443" });
const retired = ["13.91.47.76", "40.85.190.91"];
const regionalTags = arcTags.map((tag) => (tag === "AzureArcInfrastructure" ? `${tag}.WestEurope` : tag));
const openingsByRegion = openings(regionalTags, []);
const agentAlone = arcGroup(["AzureArcInfrastructure"]);
const agentInRegion = arcGroup(regionalTags);

/** Situations of networks, in most of which another resource is mended than the one that the rule is about. */
const brokenNetworks: Readonly<Record<string, readonly Situation[]>> = {
  "net-nsg-wu-tags": [guarded(linkedWindows(), metadata), guarded(linkedWindows(), downloads)],
  "net-udr-rhui": [tunnelled(rhuiAddresses.slice(1)), tunnelled(rhuiAddresses.slice(2, 3))],
  "net-fw-rhui-ips": [
    guarded(rhelMachine, listing(rhuiAddresses.slice(1))),
    guarded(rhelMachine, listing(retired)),
    guarded(rhelMachine, single(rhuiAddresses[0] ?? ""), single(rhuiAddresses[2] ?? "")),
    filtered(rhuiAddresses.slice(0, 4)),
    filtered(retired),
  ],
  "arc-servicetags": [{ declared: [agentAlone], mended: agentAlone }],
  "arc-servicetag-regional": [
    { declared: [agentInRegion], mended: agentInRegion },
    { declared: [firewallPolicy(), openingsByRegion], mended: openingsByRegion },
  ],
};

function situationsOf(rule: string): readonly Situation[] {
  const declared = broken[rule];
  const [mended] = declared ?? [];
  return declared === undefined || mended === undefined ? (brokenNetworks[rule] ?? []) : [{ declared, mended }];
}

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
    for (const { name, area, remediate, notRemediable } of rules.filter(({ code }) => !mendable.includes(code))) {
      assert.equal(remediate, undefined, name);
      if (areas.includes(area)) assert.equal(notRemediable, undefined, name);
    }
  });

  it("gives its reason in a whole sentence", () => {
    for (const { notRemediable } of rules) if (notRemediable !== undefined) assert.match(notRemediable, /^[A-Z].*\.$/);
  });

  it("is tried on a stack that breaks the rule", () => {
    const remediating = rules.filter(({ remediate }) => remediate !== undefined);
    assert.deepEqual(
      remediating.map(({ name }) => name).sort(),
      [...Object.keys(broken), ...Object.keys(brokenNetworks)].sort(),
    );
  });

  for (const rule of rules) {
    const { name, remediate } = rule;
    const situations = situationsOf(name);
    const [situation] = situations;
    if (remediate === undefined || situation === undefined) continue;

    it(`leaves nothing for ${name} to find after its own changes`, () => {
      for (const { declared, mended: before } of situations) {
        assert.equal(outcomeOf(rule, declared), "broken");
        const inputs = structuredClone(before.inputs ?? {});
        applyChanges(inputs, remediate(alone(before)));
        const after = { ...before, inputs };
        const mended = declared.map((each) => (each === before ? after : each));
        // A finding on a rule's words may be gone with them, and its subject too.
        assert.match(outcomeOf(rule, mended) ?? "notApplicable", /^(met|notApplicable)$/);
        assert.deepEqual(remediate(alone(after)), []);
      }
    });

    it(`leaves resources of other types to other rules than ${name}`, () => {
      const type = "azure-native:storage:StorageAccount";
      const inputs = situation.mended.inputs ?? {};
      assert.deepEqual(remediate(alone({ name: "account", type, inputs })), []);
    });

    it(`changes a resource of whatever properties by ${name}, or leaves it as not known`, () => {
      const first = situation.mended;
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
