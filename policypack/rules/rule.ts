import type { Operation } from "../../facts/operations";
import type { Source } from "../../facts/source";
import type { NotKnown } from "../stack/properties";
import type { StackResource } from "../stack/resource";
import type { Stack } from "../stack/stack";

/** What a verdict is about. */
export interface Subject {
  /** Its name in the program, by which messages call it. */
  readonly name: string;
  /** Its URN, under which the engine shows what is reported. */
  readonly urn: string;
}

/** A prerequisite that does not hold: what was found, what must be, and the change that mends it. */
export interface Broken {
  readonly outcome: "broken";
  /** Path of the property to change, as azure-native names it. */
  readonly property: string;
  /** What the property holds, in words for the message; never a secret. */
  readonly found: string;
  /** What it must hold, as the rest of a sentence that begins "must be". */
  readonly mustBe: string;
  /** The change in a raw azure-native resource, as code where possible. */
  readonly fix: string;
  /** The same change for a user of this package's component, where one makes it. */
  readonly componentFix?: string;
  /** The component of {@link componentFix}. Default: `UpdateReadyVirtualMachine`. */
  readonly component?: string;
  /** URNs of the machines that are not ready for it, where that is not told by the subject itself: a machine, schedule or assignment. */
  readonly concerns?: readonly string[];
}

/** What a rule says of one subject. */
export type Answer =
  | { readonly outcome: "met" }
  | Broken
  /** Not known before deployment, or not to be told from this stack. */
  | { readonly outcome: "notKnown"; readonly property: string; readonly because: string }
  | { readonly outcome: "notApplicable"; readonly because: string };

/** What a rule says, and of which subject. */
export type Verdict = Answer & { readonly subject: Subject };

/** Rule settings that a team can give in its policy configuration, as JSON schema; each has a default. */
export type RuleSettings = Readonly<
  Record<string, { readonly type: "boolean"; readonly default: boolean; readonly description: string }>
>;

/** The settings of a rule with the values in force. */
export type SettingValues = Readonly<Record<string, boolean>>;

/** What the prerequisites of Azure Update Manager are about. */
export type Area =
  | "Azure VM settings"
  | "Images and workloads"
  | "Azure VM network"
  | "Arc-enabled servers"
  | "Schedules"
  | "Events"
  | "Roles, policies and locks"
  | "Pulumi programs";

/** A value that a property can be given. */
export type PropertyValue =
  | string
  | number
  | boolean
  | readonly PropertyValue[]
  | { readonly [name: string]: PropertyValue };

/** The change of one property of a resource. */
export interface Change {
  /** Path of the property, as azure-native names it; what is missing on the way is created. */
  readonly path: string;
  /** Its new value; `undefined` removes it. */
  readonly value: PropertyValue | undefined;
}

/** One prerequisite of Azure Update Manager that can be told from a Pulumi stack. */
export interface Rule {
  /** Stable code, never given to another rule: `AUM` and three digits for those of this package. */
  readonly code: string;
  /** Name of the policy, and of the rule's file, page, test and examples. */
  readonly name: string;
  /** What it is about; rules of one's own may have areas of their own. */
  readonly area: Area | (string & {});
  /** What holds when the rule is met, as one sentence. */
  readonly title: string;
  /** What happens on Azure when it is broken, as one sentence. */
  readonly why: string;
  /** Mandatory where a document says that the operation fails or is refused, advisory otherwise. */
  readonly level: "mandatory" | "advisory";
  /** Baseline in which the rule first appeared, as YYYY-MM. */
  readonly since: string;
  /** The documents that the prerequisite comes from; the first is the URL of the policy. */
  readonly source: readonly Source[];
  /** What a team can set in its policy configuration. Default: nothing but `strict`, which every rule has. */
  readonly settings?: RuleSettings;
  /**
   * What Update Manager cannot do on a machine that breaks the rule, or whose schedule does, or every assignment that
   * brings it one. Default: nothing; the rule counts for no machine's readiness.
   */
  readonly blocks?: readonly Operation[];
  /** One verdict for each subject of the stack that the rule could speak about. Never throws. */
  check(stack: Stack, settings: SettingValues): readonly Verdict[];
  /**
   * The changes by which the level `remediate` mends a resource, told from that resource alone: the engine shows a
   * remediation no other. Empty for a resource of another kind, and where nothing is to be mended. What is not known, as
   * {@link NotKnown} thrown, is left as it is.
   */
  remediate?(resource: StackResource): readonly Change[];
  /** Why the level `remediate` changes nothing, where the prerequisite could be mended in principle; one sentence. */
  readonly notRemediable?: string;
}

/** The prerequisite holds. */
export const met: Answer = { outcome: "met" };

/** The rule says nothing about this subject. */
export function notApplicable(because: string): Answer {
  return { outcome: "notApplicable", because };
}

/** The prerequisite does not hold. */
export function broken(parts: Omit<Broken, "outcome">): Answer {
  return { outcome: "broken", ...parts };
}

/** Nothing tells yet whether the prerequisite holds; a {@link NotKnown} that was thrown says why. */
export function notKnown({ property, because }: Pick<NotKnown, "property" | "because">): Answer {
  return { outcome: "notKnown", property, because };
}

/** A value as messages show it: texts quoted, an absent one in words. */
export function show(value: string | number | boolean | undefined): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}
