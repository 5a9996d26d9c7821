import type {
  Policies,
  PolicyResource,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { documentUrl } from "../facts/source";
import { brokenMessage, notKnownMessage, strictMessage } from "./message";
import type { Rule, SettingValues, Subject, Verdict } from "./rules/rule";
import type { ResourceRecord } from "./stack/resource";
import { Stack } from "./stack/stack";

/**
 * Turns rules into the policies of a pack. This file alone translates between rules and `@pulumi/policy`.
 *
 * The engine shows a policy the inputs of a resource only while it registers it, and all resources together only
 * afterwards, by their outputs. On a first preview the outputs do not tell an absent setting from one that Azure will
 * fill in, so one policy keeps the inputs for the rules that come after it.
 */
export function policiesOf(rules: readonly Rule[]): Policies {
  const inputs = new Map<string, object>();
  const unjudged = new Unjudged();
  return [keepInputs(inputs), ...rules.map((rule) => policyOf(rule, inputs, unjudged)), reportUnjudged(unjudged)];
}

function keepInputs(inputs: Map<string, object>): ResourceValidationPolicy {
  return {
    name: "inputs",
    description: "Keeps the inputs of every resource for the rules of this pack. Finds nothing itself.",
    enforcementLevel: "advisory",
    validateResource: ({ urn, props }) => {
      inputs.set(urn, props);
    },
  };
}

function policyOf(rule: Rule, inputs: ReadonlyMap<string, object>, unjudged: Unjudged): StackValidationPolicy {
  return {
    name: rule.name,
    displayName: `${rule.code} ${rule.name}`,
    description: `${rule.code}: ${rule.title}`,
    enforcementLevel: rule.level,
    severity: rule.level === "mandatory" ? "high" : "low",
    tags: ["azure-update-manager", rule.area],
    url: rule.source.map(documentUrl)[0],
    configSchema: {
      properties: {
        strict: {
          type: "boolean",
          default: false,
          description: "Whether what is not known at preview counts as broken.",
        },
        ...rule.settings,
      },
    },
    validateStack: (args, report) => {
      const settings = settingsOf(rule, args);
      for (const verdict of rule.check(new Stack(args.resources.map((each) => recordOf(each, inputs))), settings)) {
        const { subject } = verdict;
        if (verdict.outcome === "broken") {
          report(brokenMessage(rule, subject, verdict), subject.urn);
        } else if (verdict.outcome === "notKnown" && settings.strict === true) {
          report(strictMessage(rule, subject, verdict.property, verdict.because), subject.urn);
        } else if (verdict.outcome === "notKnown") {
          unjudged.add(rule, verdict);
        }
      }
    },
  };
}

function reportUnjudged(unjudged: Unjudged): StackValidationPolicy {
  return {
    name: "not-known",
    description: "Every prerequisite can be judged at preview.",
    enforcementLevel: "advisory",
    validateStack: (_, report) => {
      for (const { subject, reasons } of unjudged.take()) report(notKnownMessage(subject, reasons), subject.urn);
    },
  };
}

/** The verdicts "not known" of one analysis, gathered by resource and reason until the last policy reports them. */
class Unjudged {
  private subjects = new Map<string, { subject: Subject; reasons: Map<string, string[]> }>();

  add(rule: Rule, { subject, property, because }: Extract<Verdict, { outcome: "notKnown" }>): void {
    const entry = this.subjects.get(subject.urn) ?? { subject, reasons: new Map<string, string[]>() };
    const reason = `${property} ${because}`;
    entry.reasons.set(reason, [...(entry.reasons.get(reason) ?? []), rule.name]);
    this.subjects.set(subject.urn, entry);
  }

  take() {
    const taken = [...this.subjects.values()];
    this.subjects = new Map();
    return taken;
  }
}

function settingsOf(rule: Rule, args: StackValidationArgs): SettingValues {
  const defaults = Object.entries(rule.settings ?? {}).map(([name, setting]) => [name, setting.default]);
  return { strict: false, ...Object.fromEntries(defaults), ...args.getConfig<SettingValues>() };
}

function recordOf(resource: PolicyResource, inputs: ReadonlyMap<string, object>): ResourceRecord {
  return {
    urn: resource.urn,
    name: resource.name,
    type: resource.type,
    inputs: inputs.get(resource.urn),
    outputs: resource.props,
    ignoreChanges: resource.opts.ignoreChanges,
    provider: resource.provider?.props,
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([property, sources]) => [
        property,
        sources.map(({ urn }) => urn),
      ]),
    ),
  };
}
