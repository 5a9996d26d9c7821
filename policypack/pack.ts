import type {
  Policies,
  Policy,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { documentUrl } from "../facts/source";
import { Analysis } from "./analysis";
import { isInBaseline, notABaseline } from "./baseline";
import { baselineSchema, exemptionsSchema, notASetting, ruleSchema, type Selection, settingsOf } from "./configuration";
import type { Exemption } from "./exemptions";
import {
  brokenMessage,
  exemptedMessage,
  noInputsMessage,
  notKnownMessage,
  policyPackPage,
  rulePage,
  strictMessage,
} from "./message";
import { blocksAny, nothingJudged, reachOf, readinessOf, readinessSummary } from "./readiness";
import { recordOf } from "./record";
import { remediateBy } from "./remediation";
import type { Rule, SettingValues } from "./rules/rule";
import type { ResourceRecord } from "./stack/resource";

/** How a pack speaks to the world around it. */
export interface Surroundings {
  /** Prints the closing summary where the engine shows it. Default: standard output, which it shows as a diagnostic. */
  readonly say?: (text: string) => void;
  /** The day that exemptions are compared with, as YYYY-MM-DD. Default: the day in UTC. */
  readonly today?: () => string;
}

/**
 * Turns rules into the policies of a pack. This file alone translates between rules and `@pulumi/policy`.
 *
 * The engine shows a policy the inputs of a resource only while it registers it, and all resources together only
 * afterwards, by their outputs. On a first preview the outputs do not tell an absent setting from one that Azure will
 * fill in, so one policy keeps the inputs for the rules that come after it.
 */
export function policiesOf(
  rules: readonly Rule[],
  selection: Selection = {},
  surroundings: Surroundings = {},
): Policies {
  const pack = new Pack(rules, selection, surroundings);
  return [
    refusingOtherSettings(pack.exemptions()),
    pack.inputs(),
    refusingOtherSettings(pack.baseline()),
    ...rules.map((rule) => refusingOtherSettings(pack.policyOf(rule), rulePage(rule))),
    refusingOtherSettings(pack.exempted()),
    refusingOtherSettings(pack.notKnown()),
    refusingOtherSettings(pack.readiness()),
  ];
}

/** A policy that reports what its configuration has by mistake, such as a misspelt setting, before anything else. */
function refusingOtherSettings<Of extends StackValidationPolicy>(policy: Of, page = policyPackPage): Of {
  const { name, configSchema, validateStack } = policy;
  return {
    ...policy,
    validateStack: (args, report) => {
      const problem = notASetting(name, configSchema, args.getConfig<object>(), page);
      if (problem !== undefined) report(problem);
      return validateStack(args, report);
    },
  };
}

/** What the policies of one pack share. */
class Pack {
  private readonly inputsByUrn = new Map<string, object>();
  private readonly say: (text: string) => void;
  private readonly today: () => string;
  private configuredExemptions: readonly Exemption[] = [];
  private configuredBaseline: string | undefined;
  private current: { readonly analysis: Analysis; readonly asked: Set<string> } | undefined;

  constructor(
    private readonly rules: readonly Rule[],
    private readonly selection: Selection,
    { say = console.log, today = () => new Date().toISOString().slice(0, "YYYY-MM-DD".length) }: Surroundings,
  ) {
    this.say = say;
    this.today = today;
  }

  /**
   * Its level is `remediate` though it mends nothing: at this level alone the engine asks it before other remediations,
   * with its configuration, so that what is exempted is not remediated.
   */
  exemptions(): ResourceValidationPolicy & StackValidationPolicy {
    const read = ({ getConfig }: Pick<StackValidationArgs, "getConfig">) => {
      this.configuredExemptions = getConfig<{ exemptions?: readonly Exemption[] }>().exemptions ?? [];
    };
    return {
      name: "exemptions",
      description: "Exemptions name a rule, a resource, a reason and an owner, and a day that has not passed.",
      enforcementLevel: "remediate",
      severity: "high",
      configSchema: exemptionsSchema,
      remediateResource: read,
      validateStack: (args, report) => {
        read(args);
        for (const { problem, urn } of this.analysisFor("exemptions", args).exemptionProblems) report(problem, urn);
      },
    };
  }

  inputs(): ResourceValidationPolicy {
    return {
      name: "inputs",
      description: "Keeps the inputs of every resource for the rules of this pack. Finds nothing itself.",
      enforcementLevel: "advisory",
      validateResource: ({ urn, props }) => {
        this.inputsByUrn.set(urn, props);
      },
    };
  }

  baseline(): StackValidationPolicy {
    return {
      name: "baseline",
      description: "The baseline is one that this pack has.",
      enforcementLevel: "mandatory",
      severity: "high",
      configSchema: baselineSchema(this.rules),
      validateStack: ({ getConfig }, report) => {
        this.configuredBaseline = getConfig<{ baseline?: string }>().baseline;
        const { baselineInForce } = this;
        const wrong = baselineInForce === undefined ? undefined : notABaseline(baselineInForce, this.rules);
        if (wrong !== undefined) report(wrong);
      },
    };
  }

  policyOf(rule: Rule): Policy & StackValidationPolicy {
    return {
      name: rule.name,
      displayName: `${rule.code} ${rule.name}`,
      description: `${rule.code}: ${rule.title}`,
      enforcementLevel: this.selection.levels?.[rule.name] ?? rule.level,
      severity: rule.level === "mandatory" ? "high" : "low",
      tags: ["azure-update-manager", rule.area],
      url: rule.source.map(documentUrl)[0],
      configSchema: ruleSchema(rule, this.selection),
      validateStack: (args, report) => {
        if (!isInBaseline(rule, this.baselineInForce)) return;
        const analysis = this.analysisFor(rule.name, args);
        if (analysis.lacksInputs) {
          // A policy is not told its own level, so each says it: the first may be advisory where the next is mandatory.
          report(noInputsMessage(rule, analysis.firstAskedWithoutInputs(rule)));
          return;
        }
        const settings = settingsOf(rule, this.selection, args.getConfig<SettingValues>());
        for (const verdict of analysis.verdictsOf(rule, settings)) {
          if (verdict.outcome !== "broken" && verdict.outcome !== "notKnown") continue;
          if (verdict.outcome === "notKnown" && settings.strict !== true) {
            analysis.leaveUnjudged(rule, verdict);
            continue;
          }
          const { subject } = verdict;
          const exemption = analysis.exemptionFor(rule, subject);
          if (exemption !== undefined) analysis.exempted.push({ rule, verdict, exemption });
          else if (verdict.outcome === "broken") report(brokenMessage(rule, subject, verdict), subject.urn);
          else report(strictMessage(rule, subject, verdict.property, verdict.because), subject.urn);
        }
      },
      ...(rule.remediate && {
        remediateResource: remediateBy(rule, (record) => this.isExempt(rule, record), this.say),
      }),
    };
  }

  exempted(): StackValidationPolicy {
    return {
      name: "exempted",
      description: "No finding is exempted.",
      enforcementLevel: "advisory",
      severity: "low",
      validateStack: (args, report) => {
        for (const each of this.analysisFor("exempted", args).exempted) {
          report(exemptedMessage(each), each.verdict.subject.urn);
        }
      },
    };
  }

  notKnown(): StackValidationPolicy {
    return {
      name: "not-known",
      description: "Every prerequisite can be judged at preview.",
      enforcementLevel: "advisory",
      validateStack: (args, report) => {
        for (const unjudged of this.analysisFor("not-known", args).notKnown) {
          const [first, another] = unjudged.subjects;
          report(notKnownMessage(unjudged), another === undefined ? first?.urn : undefined);
        }
      },
    };
  }

  readiness(): StackValidationPolicy {
    return {
      name: "readiness",
      description:
        "Prints how many machines of the stack Azure Update Manager can assess and patch. Finds nothing itself.",
      enforcementLevel: "advisory",
      validateStack: (args) => {
        const analysis = this.analysisFor("readiness", args);
        if (analysis.lacksInputs) {
          if (analysis.stack.machines.length > 0) this.say(nothingJudged);
          return;
        }
        const verdicts = this.rules.map((rule) => [rule, analysis.verdictsSoFar(rule)] as const);
        const summary = readinessSummary(
          readinessOf(analysis.stack, verdicts),
          reachOf(analysis.stack),
          this.rules.filter((rule) => blocksAny(rule) && this.isSwitchedOff(rule)).map(({ name }) => name),
        );
        if (summary !== undefined) this.say(summary);
      },
    };
  }

  /** Whether the engine has not asked a rule that the baseline has; it asks the closing summary last. */
  private isSwitchedOff(rule: Rule): boolean {
    return isInBaseline(rule, this.baselineInForce) && this.current?.asked.has(rule.name) !== true;
  }

  private get baselineInForce(): string | undefined {
    return this.configuredBaseline ?? this.selection.baseline;
  }

  private get allExemptions(): readonly Exemption[] {
    return [...this.configuredExemptions, ...(this.selection.exemptions ?? [])];
  }

  /** The analysis that the policies share: a policy that comes again, comes for another one. */
  private analysisFor(policy: string, { resources }: StackValidationArgs): Analysis {
    if (this.current === undefined || this.current.asked.has(policy)) {
      const records = resources.map((each) => recordOf(each, this.inputsByUrn.get(each.urn)));
      const analysis = new Analysis(records, this.rules, this.allExemptions, this.today());
      this.current = { analysis, asked: new Set() };
    }
    this.current.asked.add(policy);
    return this.current.analysis;
  }

  private isExempt(rule: Rule, record: ResourceRecord): boolean {
    const alone = new Analysis([record], this.rules, this.allExemptions, this.today());
    return alone.exemptionFor(rule, record) !== undefined;
  }
}
