import { dynamicScopeFilter } from "../../../facts/schedules";
import type { DynamicScope } from "../../stack/maintenance";
import { someOf } from "../../stack/three-valued";
import { everyDynamicScope } from "../maintenance-assignment";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/**
 * The tags that a dynamic scope filters by are those of some machine, whatever else it filters by. Only a stack that has
 * machines tells: the scopes of another one are for machines elsewhere.
 */
export const dsTagMatch: Rule = {
  code: "AUM105",
  name: "ds-tag-match",
  area: "Schedules",
  title: "The tag filter of a dynamic scope matches a machine.",
  why: "The scope selects no machine, and its schedule patches none.",
  level: "advisory",
  since: "2026-11",
  source: dynamicScopeFilter.source,
  settings: {
    machinesElsewhere: {
      type: "boolean",
      default: false,
      description: "Whether the machines of dynamic scopes are those of other stacks; then this rule says nothing.",
    },
  },
  check: everyDynamicScope((scope, stack, { machinesElsewhere }) => {
    if (machinesElsewhere === true) return notApplicable("the machines of dynamic scopes are those of other stacks");
    const machines = stack.ofType("compute:VirtualMachine", "hybridcompute:Machine");
    if (machines.length === 0) return notApplicable("the stack has no machines");
    const [name] = scope.tags.names();
    if (name === undefined) return notApplicable("the scope does not filter by tags");
    const wanted = describe(scope);
    if (someOf(machines, (machine) => machine.quoted(() => scope.selectsTagsOf(machine)))) return met;
    return broken({
      property: scope.tags.path,
      found: `${wanted}, which no machine of this stack has`,
      mustBe: "the tags of some machine",
      fix: `on the machines of the scope, tags: { ${show(name)}: ${show(scope.tags.texts(name)[0] ?? "")} }`,
    });
  }),
};

function describe({ tags }: DynamicScope): string {
  return JSON.stringify(Object.fromEntries(tags.names().map((name) => [name, tags.texts(name)])));
}
