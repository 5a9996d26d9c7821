import type { ResourceRemediation } from "@pulumi/policy";
import { recordOfInputs } from "./record";
import type { Change, Rule } from "./rules/rule";
import { ownChanges } from "./stack/classic/words";
import { NotKnown } from "./stack/properties";
import type { ResourceRecord } from "./stack/resource";
import { Stack } from "./stack/stack";

/**
 * The remediation of a rule's policy. The engine asks it at the level `remediate` alone, and shows the difference it makes.
 * What is exempted, not known or met already is left as it is.
 */
export function remediateBy(
  rule: Rule,
  isExempt: (record: ResourceRecord) => boolean,
  say: (text: string) => void,
): ResourceRemediation {
  return (args) => {
    const record = recordOfInputs(args);
    const [resource] = new Stack([record]).resources;
    if (resource === undefined) return undefined;
    try {
      const changes = rule.remediate?.(resource) ?? [];
      const own = ownChanges(record.type, changes, args.props);
      if (own === undefined || own.length === 0 || isExempt(record)) return undefined;
      applyChanges(args.props, own);
      return args.props;
    } catch (error) {
      // A fault of the rule must not end anybody's preview: what it did not mend is a finding afterwards.
      if (!(error instanceof NotKnown)) say(`${rule.name} could not mend ${record.name}: ${error}`);
      return undefined;
    }
  };
}

/**
 * Makes changes to the properties of a resource, as the engine gives them to a remediation: in place, so that unknown
 * values and secrets elsewhere stay what they are.
 */
export function applyChanges(properties: object, changes: readonly Change[]): void {
  for (const { path, value } of changes) {
    const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => step);
    const last = steps.pop();
    if (last === undefined) continue;
    let place = properties as Record<string, unknown>;
    for (const step of steps) {
      // Pulumi takes null for absent.
      if ((place[step] ?? undefined) === undefined) place[step] = {};
      place = place[step] as Record<string, unknown>;
    }
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
}
