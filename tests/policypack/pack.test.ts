import assert from "node:assert/strict";
import type {
  PolicyResource,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { source } from "../../facts/source";
import { policiesOf } from "../../policypack/pack";
import { everyVirtualMachine } from "../../policypack/rules/judge";
import { broken, met, notApplicable, type Rule, show } from "../../policypack/rules/rule";
import { unknownCheckingProxy } from "../../policypack/unknown-value";
import { type Declared, linuxMachine, unknown, urnOf } from "./fixture";

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

/** Runs a pack as the engine does: each resource's inputs first, then all outputs at once. */
function analyze(rules: readonly Rule[], declared: readonly Declared[], config: Record<string, object> = {}) {
  const findings: { policy: string; message: string; urn: string | undefined }[] = [];
  const policies = policiesOf(rules);
  const policyResource = ({ name, type, inputs, outputs }: Declared, props: object | undefined) =>
    ({
      type,
      name,
      urn: urnOf(type, name),
      props: unknownCheckingProxy(props ?? outputs ?? inputs ?? {}),
      propertyDependencies: {},
    }) as unknown as PolicyResource;
  for (const policy of policies.filter((each) => "validateResource" in each) as ResourceValidationPolicy[]) {
    for (const each of declared.filter(({ inputs }) => inputs !== undefined)) {
      const validate = policy.validateResource;
      assert.ok(typeof validate === "function");
      validate(policyResource(each, each.inputs) as unknown as ResourceValidationArgs, () => assert.fail());
    }
  }
  for (const policy of policies.filter((each) => "validateStack" in each) as StackValidationPolicy[]) {
    const args = {
      resources: declared.map((each) => policyResource(each, each.outputs)),
      getConfig: () => config[policy.name] ?? {},
    } as unknown as StackValidationArgs;
    policy.validateStack(args, (message, urn) => findings.push({ policy: policy.name, message, urn }));
  }
  return findings;
}

const web = urnOf("azure-native:compute:VirtualMachine", "web");

describe("the policies of a pack", () => {
  it("are one that keeps inputs, one for each rule, and one that reports what is not known", () => {
    assert.deepEqual(
      policiesOf([sized]).map(({ name, enforcementLevel, severity, description }) => ({
        name,
        enforcementLevel,
        severity,
        description,
      })),
      [
        {
          name: "inputs",
          enforcementLevel: "advisory",
          severity: undefined,
          description: "Keeps the inputs of every resource for the rules of this pack. Finds nothing itself.",
        },
        {
          name: "vm-sized",
          enforcementLevel: "mandatory",
          severity: "high",
          description: "AUM900: A VM has a small size.",
        },
        {
          name: "not-known",
          enforcementLevel: "advisory",
          severity: undefined,
          description: "Every prerequisite can be judged at preview.",
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

  it("say that a rule is at fault, instead of ending the preview", () => {
    assert.deepEqual(
      analyze([faulty, sized], [linuxMachine({ hardwareProfile: { vmSize: "small" } })]).map(({ message }) => message),
      ["web: this rule failed, which is a fault of its own: oops, so these are not judged yet: vm-faulty."],
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
