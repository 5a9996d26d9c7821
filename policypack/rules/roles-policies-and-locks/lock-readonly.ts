import { lockStatements } from "../../../facts/locks";
import { covers, placeOf } from "../../stack/place";
import type { StackResource } from "../../stack/resource";
import { attempt, findOf } from "../../stack/three-valued";
import { everything } from "../blocked";
import { judge, provided } from "../judge";
import { broken, met, notApplicable, type Rule } from "../rule";

/** Machines are not below a lock that keeps them from being patched. */
export const lockReadonly: Rule = {
  code: "AUM129",
  name: "lock-readonly",
  area: "Roles, policies and locks",
  title: "No ReadOnly lock holds for a machine.",
  why: "The machine can be neither assessed nor patched on demand, neither started nor restarted, and its settings and schedules can't be written.",
  level: "mandatory",
  since: "2026-11",
  source: lockStatements.readOnly.source,
  blocks: everything,
  check: (stack) =>
    stack.managementLocks.map((lock) =>
      judge(lock.resource, () =>
        provided(
          () => {
            if (lock.is("ReadOnly")) return undefined;
            return notApplicable("it is no ReadOnly lock");
          },
          () => {
            const machines = stack.ofType("compute:VirtualMachine", "hybridcompute:Machine");
            const isLocked = (machine: StackResource) => covers(lock.place, placeOf(machine));
            const locked = findOf(machines, isLocked);
            if (locked === undefined) return met;
            return broken({
              property: "level",
              found: `"ReadOnly", which holds for ${locked.name}`,
              mustBe: '"CanNotDelete" where there are machines that Update Manager patches',
              fix: 'level: "CanNotDelete"',
              concerns: machines.filter((machine) => attempt(() => isLocked(machine)) === true).map(({ urn }) => urn),
            });
          },
        ),
      ),
    ),
};
