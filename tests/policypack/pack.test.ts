import assert from "node:assert/strict";
import { source } from "../../facts/source";
import { policiesOf } from "../../policypack/pack";
import { everyVirtualMachine } from "../../policypack/rules/judge";
import { broken, met, notApplicable, type Rule, show } from "../../policypack/rules/rule";
import { type Declared, linuxMachine, unknown, urnOf } from "./fixture";
import { type PackRun, runPack } from "./run-pack";

const sized: Rule = {
  code: "AUM900",
  name: "vm-sized",
  area: "Azure VM settings",
  title: "A VM has a small size.",
  why: "It costs more than it must.",
  level: "mandatory",
  since: "2026-11",
  source: source("MicrosoftDocs/azure-docs articles/update-manager/overview.md"),
  settings: { anySize: { type: "boolean", default: false, description: "Whether any size will do." } },
  check: everyVirtualMachine((machine, _, { anySize }) => {
    if (anySize) return notApplicable("any size will do");
    const size = machine.settings.object("hardwareProfile").text("vmSize");
    if (size === "small") return met;
    const property = "hardwareProfile.vmSize";
    return broken({
      property,
      found: show(size),
      mustBe: '"small"',
      fix: `${property}: "small"`,
      componentFix: "size",
    });
  }),
};

const faulty: Rule = {
  ...sized,
  code: "AUM901",
  name: "vm-faulty",
  check: everyVirtualMachine(() => {
    throw new TypeError("oops");
  }),
};

function analyze(rules: readonly Rule[], declared: readonly Declared[], config: PackRun["config"] = {}) {
  return runPack(rules, declared, { config }).findings;
}

const web = urnOf("azure-native:compute:VirtualMachine", "web");

describe("the policies of a pack", () => {
  it("are those of the rules, and those that prepare and report for all of them", () => {
    assert.deepEqual(
      policiesOf([sized]).map(({ name, enforcementLevel, severity, description }) => ({
        name,
        enforcementLevel,
        severity,
        description,
      })),
      [
        {
          name: "exemptions",
          enforcementLevel: "remediate",
          severity: "high",
          description: "Exemptions name a rule, a resource, a reason and an owner, and a day that has not passed.",
        },
        {
          name: "inputs",
          enforcementLevel: "advisory",
          severity: undefined,
          description: "Keeps the inputs of every resource for the rules of this pack. Finds nothing itself.",
        },
        {
          name: "baseline",
          enforcementLevel: "mandatory",
          severity: "high",
          description: "The baseline is one that this pack has.",
        },
        {
          name: "vm-sized",
          enforcementLevel: "mandatory",
          severity: "high",
          description: "AUM900: A VM has a small size.",
        },
        { name: "exempted", enforcementLevel: "advisory", severity: "low", description: "No finding is exempted." },
        {
          name: "not-known",
          enforcementLevel: "advisory",
          severity: undefined,
          description: "Every prerequisite can be judged at preview.",
        },
        {
          name: "readiness",
          enforcementLevel: "advisory",
          severity: undefined,
          description:
            "Prints how many machines of the stack Azure Update Manager can assess and patch. Finds nothing itself.",
        },
      ],
    );
  });

  it("report a broken rule on its resource, with the fix", () => {
    assert.deepEqual(analyze([sized], [linuxMachine()]), [
      {
        policy: "vm-sized",
        urn: web,
        message: [
          'web: hardwareProfile.vmSize is "Standard_D2s_v5", must be "small".',
          "Otherwise: It costs more than it must.",
          'Fix: hardwareProfile.vmSize: "small", or with UpdateReadyVirtualMachine: size',
          "Page: docs/rules/vm-sized.md (https://learn.microsoft.com/azure/update-manager/overview)",
        ].join("\n"),
      },
    ]);
  });

  it("name the component that the fix is for, where it is another one", () => {
    const part: Rule = {
      ...sized,
      check: everyVirtualMachine(() =>
        broken({
          property: "duration",
          found: '"05:00"',
          mustBe: '"03:55"',
          fix: 'duration: "03:55"',
          component: "MaintenanceSchedule",
          componentFix: "duration",
        }),
      ),
    };
    const [finding] = analyze([part], [linuxMachine()]);
    assert.equal(finding?.message.split("\n")[2], 'Fix: duration: "03:55", or with MaintenanceSchedule: duration');
  });

  it("tell an absent setting by the inputs, though the outputs of a preview have it unknown", () => {
    const machine = linuxMachine({ hardwareProfile: {} });
    const [finding] = analyze([sized], [{ ...machine, outputs: { hardwareProfile: { vmSize: unknown } } }]);
    assert.equal(finding?.message.split("\n")[0], 'web: hardwareProfile.vmSize is not set, must be "small".');
  });

  it("judge by the outputs where the engine shows no inputs", () => {
    const machine: Declared = { name: "web", type: "azure-native:compute:VirtualMachine" };
    assert.deepEqual(analyze([sized], [{ ...machine, outputs: { hardwareProfile: { vmSize: "small" } } }]), []);
  });

  it("judge nothing where the inputs of no resource were kept, and say so for each rule that is on", () => {
    const other: Rule = { ...sized, code: "AUM902", name: "vm-sized-too" };
    const explained = {
      policy: "vm-sized",
      urn: undefined,
      message: [
        "Nothing is judged: the policy inputs is disabled, which keeps the inputs of all resources for the rules.",
        "Otherwise: Outputs alone do not tell what a program sets from what Azure fills in, so answers would be false.",
        'Fix: "inputs": "advisory" in the policy configuration, also beside "all": "disabled".',
        "Page: policypack/README.md",
      ].join("\n"),
    };
    const allOff = { all: { enforcementLevel: "disabled" }, "vm-sized": { enforcementLevel: "mandatory" } };
    assert.deepEqual(analyze([other, sized], [linuxMachine()], allOff), [explained]);
    const inputsOff = { inputs: { enforcementLevel: "disabled" } };
    assert.deepEqual(analyze([sized, other], [linuxMachine({ hardwareProfile: { vmSize: "small" } })], inputsOff), [
      explained,
      {
        policy: "vm-sized-too",
        urn: undefined,
        message: "Nothing is judged: the policy inputs is disabled, as vm-sized explains.",
      },
    ]);
    const stranger: Declared = { name: "disk", type: "aws:ebs/volume:Volume", inputs: { size: 8 } };
    assert.deepEqual(analyze([sized], [stranger], inputsOff), []);
  });

  it("judge as ever where all is disabled but inputs and the rule", () => {
    const config = { all: { enforcementLevel: "disabled" }, inputs: { enforcementLevel: "advisory" } };
    const findings = analyze([sized], [linuxMachine()], { ...config, "vm-sized": { enforcementLevel: "mandatory" } });
    assert.match(findings.map(({ message }) => message).join(), /^web: hardwareProfile\.vmSize is/);
  });

  it("report once for each resource and reason what is not known", () => {
    const other: Rule = { ...sized, code: "AUM902", name: "vm-sized-too" };
    assert.deepEqual(analyze([sized, other], [linuxMachine({ hardwareProfile: { vmSize: unknown } })]), [
      {
        policy: "not-known",
        urn: web,
        message:
          "web: hardwareProfile.vmSize is known only after deployment, so these are not judged yet: vm-sized, vm-sized-too.",
      },
    ]);
  });

  it("report together what is not known of more than five resources alike", () => {
    const machines = ["a", "b", "c", "d", "e", "f", "g"].map((name) =>
      linuxMachine({ hardwareProfile: { vmSize: unknown } }, name),
    );
    assert.deepEqual(analyze([sized], machines), [
      {
        policy: "not-known",
        urn: undefined,
        message:
          "a, b, c, d, e and 2 more: hardwareProfile.vmSize is known only after deployment, so these are not judged yet: vm-sized.",
      },
    ]);
    assert.equal(analyze([sized], machines.slice(0, 5)).length, 5);
  });

  it("report what is not known as a finding of its rule when that is strict", () => {
    const machine = linuxMachine({ hardwareProfile: { vmSize: unknown } });
    const [finding, ...rest] = analyze([sized], [machine], { "vm-sized": { strict: true } });
    assert.deepEqual(rest, []);
    assert.equal(finding?.policy, "vm-sized");
    assert.equal(
      finding?.message.split("\n")[0],
      "web: hardwareProfile.vmSize is known only after deployment, and this rule is strict.",
    );
  });

  it("hand their settings to the rule", () => {
    assert.deepEqual(analyze([sized], [linuxMachine()], { "vm-sized": { anySize: true } }), []);
  });

  it("report settings that they do not have, and are in force with the others", () => {
    const config = {
      "vm-sized": { strikt: true, anySizes: true },
      baseline: { basline: "2026-10" },
      readiness: { loud: true },
    };
    const [baseline, rule, finding, readiness] = analyze([sized], [linuxMachine()], config);
    assert.deepEqual(
      [baseline, rule, readiness],
      [
        {
          policy: "baseline",
          urn: undefined,
          message:
            'the configuration of baseline has "basline", must have nothing but "enforcementLevel", "baseline"; see policypack/README.md.',
        },
        {
          policy: "vm-sized",
          urn: undefined,
          message:
            'the configuration of vm-sized has "anySizes", "strikt", must have nothing but "enforcementLevel", "strict", "anySize"; see docs/rules/vm-sized.md.',
        },
        {
          policy: "readiness",
          urn: undefined,
          message:
            'the configuration of readiness has "loud", must have nothing but "enforcementLevel"; see policypack/README.md.',
        },
      ],
    );
    assert.match(finding?.message ?? "", /^web: /);
    assert.deepEqual(analyze([sized], [linuxMachine()], { "vm-sized": { strict: true, anySize: true } }), []);
  });

  it("say that a rule is at fault, instead of ending the preview", () => {
    assert.deepEqual(
      analyze([faulty, sized], [linuxMachine({ hardwareProfile: { vmSize: "small" } })]).map(({ message }) => message),
      ["web: this rule failed, which is a fault of its own: oops, so these are not judged yet: vm-faulty."],
    );
  });

  it("say so too where the rule fails outside of any verdict", () => {
    const bare: Rule = {
      ...faulty,
      check: () => {
        throw new TypeError("oops");
      },
    };
    const because = "this rule failed, which is a fault of its own: oops";
    const machine = linuxMachine({ hardwareProfile: { vmSize: "small" } });
    assert.deepEqual(analyze([bare, sized], [machine]), [
      {
        policy: "not-known",
        urn: "urn:pulumi:dev::fleet::pulumi:pulumi:Stack::fleet-dev",
        message: `fleet-dev: ${because}, so these are not judged yet: vm-faulty.`,
      },
    ]);
    const [strict] = analyze([bare], [machine], { "vm-faulty": { strict: true } });
    assert.match(
      strict?.message ?? "",
      /^fleet-dev: this rule failed, which is a fault of its own: oops, and this rule/,
    );
  });

  it("look at Azure VMs of any API version, and at nothing else", () => {
    const types = [
      "azure-native:compute/v20240301:VirtualMachine",
      "azure-native_compute_v20240301:compute:VirtualMachine",
      "azure-native:compute:Disk",
      "pulumi:pulumi:Stack",
    ];
    const stacks = types.map((type) => ({ ...linuxMachine(), type }));
    assert.deepEqual(
      stacks.map((declared) => analyze([sized], [declared]).length),
      [1, 1, 0, 0],
    );
  });
});
