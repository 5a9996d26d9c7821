import { type Exemption, exemptionsInTags, exempts, isExpired, problemsOf } from "./exemptions";
import { judge } from "./rules/judge";
import type { Broken, Rule, SettingValues, Subject, Verdict } from "./rules/rule";
import { inWordsOfOthers } from "./stack/classic/words";
import type { ResourceRecord } from "./stack/resource";
import { Stack } from "./stack/stack";

/** A verdict that a rule has no answer yet. */
export type Unjudged = Extract<Verdict, { outcome: "notKnown" }>;

/** A finding that an exemption keeps back. */
export interface Exempted {
  readonly rule: Rule;
  readonly verdict: (Broken | Omit<Unjudged, "subject">) & { readonly subject: Subject };
  readonly exemption: Exemption;
}

/** What could not be told of resources that are alike in it. */
export interface NotKnownReport {
  readonly subjects: readonly Subject[];
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

/** So many resources of which the same is not known are reported each for itself, and more than that together. */
const reportedApart = 5;

/** Something wrong with an exemption: on the resource whose tag it is, or on none where the configuration has it. */
export interface ExemptionProblem {
  readonly urn?: string;
  readonly problem: string;
}

/** One analysis of one stack, which all policies of a pack share. */
export class Analysis {
  readonly stack: Stack;
  readonly exempted: Exempted[] = [];
  /**
   * Whether nothing can be judged, since the policy `inputs` is disabled: the engine shows the inputs of every resource that a
   * program registers, and at least those of the stack itself, so that where there are none at all, nobody kept them.
   */
  readonly lacksInputs: boolean;
  private firstWithoutInputs: Rule | undefined;
  private readonly unjudged = new Map<string, { subject: Subject; reasons: Map<string, string[]> }>();
  private readonly verdicts = new Map<Rule, readonly Verdict[]>();
  private readonly inTags: readonly {
    readonly urn: string;
    readonly exemption?: Exemption;
    readonly problem?: string;
  }[];

  constructor(
    records: readonly ResourceRecord[],
    private readonly rules: readonly Rule[],
    private readonly configured: readonly Exemption[],
    /** The day of the analysis, as YYYY-MM-DD. */
    private readonly today: string,
  ) {
    this.stack = new Stack(records);
    this.lacksInputs = this.stack.resources.length > 0 && records.every(({ inputs }) => inputs === undefined);
    this.inTags = this.stack.resources.flatMap((resource) =>
      exemptionsInTags(resource).map((read) => ({ urn: resource.urn, ...read })),
    );
  }

  /** The first rule that was asked where {@link lacksInputs} holds: the one that explains it. */
  firstAskedWithoutInputs(rule: Rule): Rule {
    this.firstWithoutInputs ??= rule;
    return this.firstWithoutInputs;
  }

  /** What a rule says of the stack. Asked again, it is not judged again. */
  verdictsOf(rule: Rule, settings: SettingValues): readonly Verdict[] {
    const known = this.verdicts.get(rule);
    if (known !== undefined) return known;
    const verdicts = this.check(rule, settings).map((verdict) => inWordsOfOthers(verdict, this.stack.resources));
    this.verdicts.set(rule, verdicts);
    return verdicts;
  }

  /** A rule of a team's own may fail outside of `judge`; then the stack as a whole is what it does not judge. */
  private check(rule: Rule, settings: SettingValues): readonly Verdict[] {
    try {
      return rule.check(this.stack, settings);
    } catch (error) {
      const { others, resources } = this.stack;
      const subject = others.find(({ type }) => type === "pulumi:pulumi:Stack") ?? resources[0];
      if (subject === undefined) return [];
      return [
        judge(subject, () => {
          throw error;
        }),
      ];
    }
  }

  /** The verdicts of a rule that has been asked already; none where it was not. */
  verdictsSoFar(rule: Rule): readonly Verdict[] {
    return this.verdicts.get(rule) ?? [];
  }

  /** The exemption in force that keeps back a rule's findings on a resource. One that is wrong or expired is in force for nothing. */
  exemptionFor(rule: Rule, subject: Subject): Exemption | undefined {
    const all = [...this.configured, ...this.inTags.flatMap(({ exemption }) => exemption ?? [])];
    return all.find(
      (each) =>
        exempts(each, rule, subject) && problemsOf(each, this.rules).length === 0 && !isExpired(each, this.today),
    );
  }

  /** Everything that is wrong with the exemptions, those that have expired included. */
  get exemptionProblems(): readonly ExemptionProblem[] {
    const wrongWith = (exemption: Exemption) => {
      const problems = problemsOf(exemption, this.rules);
      if (problems.length > 0 || !isExpired(exemption, this.today)) return problems;
      const { rule, expires, owner, reason } = exemption;
      return [`the exemption from ${rule} expired on ${expires}; ${owner} answers for it: ${reason}`];
    };
    const configured = this.configured.flatMap((exemption, index) =>
      wrongWith(exemption).map((problem) => ({ problem: `exemptions[${index}] (${exemption.resource}): ${problem}` })),
    );
    const tagged = this.inTags.flatMap(({ urn, exemption, problem }) => {
      const name = this.stack.resource(urn)?.name ?? "";
      const problems = exemption === undefined ? [problem ?? ""] : wrongWith(exemption);
      return problems.map((each) => ({ urn, problem: `${name}: ${each}` }));
    });
    return [...configured, ...tagged];
  }

  /** Keeps a verdict that is not known yet for the report on all of them. */
  leaveUnjudged(rule: Rule, { subject, property, because }: Unjudged): void {
    const entry = this.unjudged.get(subject.urn) ?? { subject, reasons: new Map<string, string[]>() };
    const reason = `${property} ${because}`;
    entry.reasons.set(reason, [...(entry.reasons.get(reason) ?? []), rule.name]);
    this.unjudged.set(subject.urn, entry);
  }

  /** What could not be told of each resource: the reasons, with the rules that each keeps from a verdict. */
  get notKnown(): readonly NotKnownReport[] {
    const reports = [...this.unjudged.values()].map(({ subject, reasons }) => ({ subjects: [subject], reasons }));
    const alike = new Map<string, NotKnownReport[]>();
    for (const report of reports) {
      const key = JSON.stringify([...report.reasons]);
      alike.set(key, [...(alike.get(key) ?? []), report]);
    }
    return [...alike.values()].flatMap((group) => {
      if (group.length <= reportedApart) return group;
      return group.slice(0, 1).map(({ reasons }) => ({ subjects: group.flatMap(({ subjects }) => subjects), reasons }));
    });
  }
}
