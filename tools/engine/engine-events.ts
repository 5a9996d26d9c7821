/** A policy's finding, as the engine reports it. */
export interface Finding {
  readonly policyPackName: string;
  readonly policyName: string;
  readonly enforcementLevel: "advisory" | "mandatory" | "remediate" | "disabled";
  /** The URN of the resource it is about; undefined for a finding about the whole stack. */
  readonly urn: string | undefined;
  /** The policy's description, a line break, and what it found. */
  readonly message: string;
}

/** What a policy mended in the properties of a resource. */
export interface Remediation {
  readonly policyName: string;
  readonly urn: string;
  readonly before: object;
  readonly after: object;
}

/** A step of a preview or an update. */
export interface Step {
  /** What happens to the resource, such as `create`, `same` or `replace`. */
  readonly op: string;
  readonly urn: string;
  readonly type: string;
}

/** What an operation did, read from the engine's own event log. */
export interface EngineEvents {
  readonly findings: readonly Finding[];
  /** What policies mended, at the level `remediate`. */
  readonly remediations: readonly Remediation[];
  readonly steps: readonly Step[];
  /** Number of resources by what happens to them, such as `{ create: 5 }`. */
  readonly changes: Readonly<Record<string, number>>;
  /** The engine's and the program's error messages. */
  readonly errors: readonly string[];
}

interface EngineEvent {
  readonly policyEvent?: PolicyEvent;
  readonly policyRemediationEvent?: {
    readonly policyName: string;
    readonly resourceUrn: string;
    readonly before: object;
    readonly after: object;
  };
  readonly resourcePreEvent?: { readonly metadata: Step };
  readonly diagnosticEvent?: { readonly severity: string; readonly message: string };
  readonly summaryEvent?: { readonly resourceChanges?: Record<string, number> };
}

interface PolicyEvent {
  readonly policyPackName: string;
  readonly policyName: string;
  readonly enforcementLevel: Finding["enforcementLevel"];
  readonly resourceUrn?: string;
  readonly message: string;
}

/** Reads an event log (`--event-log FILE`, or what `policy analyze --json` prints): an event in JSON on each line. */
export function parseEventLog(log: string): EngineEvents {
  const lines = log.split("\n").filter((line) => line.startsWith("{"));
  const events = lines.map((line) => JSON.parse(line) as EngineEvent);
  return {
    findings: events.flatMap((event) => (event.policyEvent === undefined ? [] : [finding(event.policyEvent)])),
    remediations: events.flatMap(({ policyRemediationEvent }) => {
      if (policyRemediationEvent === undefined) return [];
      const { policyName, resourceUrn, before, after } = policyRemediationEvent;
      return [{ policyName, urn: resourceUrn, before, after }];
    }),
    steps: events.flatMap(({ resourcePreEvent }) => {
      if (resourcePreEvent === undefined) return [];
      const { op, urn, type } = resourcePreEvent.metadata;
      return [{ op, urn, type }];
    }),
    changes: events.findLast((event) => event.summaryEvent !== undefined)?.summaryEvent?.resourceChanges ?? {},
    errors: events.flatMap(({ diagnosticEvent }) =>
      diagnosticEvent?.severity === "error" ? [diagnosticEvent.message.trim()] : [],
    ),
  };
}

function finding(event: PolicyEvent): Finding {
  return {
    policyPackName: event.policyPackName,
    policyName: event.policyName,
    enforcementLevel: event.enforcementLevel,
    urn: event.resourceUrn || undefined,
    message: event.message.trim(),
  };
}
