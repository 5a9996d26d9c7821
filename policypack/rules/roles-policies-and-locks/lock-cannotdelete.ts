import { lockStatements } from "../../../facts/locks";
import { StaticAssignment } from "../../stack/maintenance";
import { covers, placeOf } from "../../stack/place";
import { findOf, someOf } from "../../stack/three-valued";
import { judge, provided } from "../judge";
import { broken, met, notApplicable, type Rule } from "../rule";

/**
 * The assignments of a machine's schedules can be removed. Only locks on machines are subjects: one on a resource group is
 * there to keep all that is below.
 */
export const lockCannotdelete: Rule = {
  code: "AUM130",
  name: "lock-cannotdelete",
  area: "Roles, policies and locks",
  title: "No CanNotDelete lock holds the schedules of a machine.",
  why: "The machine's schedule can be assigned and never removed or replaced while the lock is there.",
  level: "advisory",
  since: "2026-11",
  source: lockStatements.cannotDelete.source,
  check: (stack) =>
    stack.managementLocks.map((lock) =>
      judge(lock.resource, () =>
        provided(
          () => {
            if (!lock.is("CanNotDelete")) return notApplicable("it is no CanNotDelete lock");
            return lock.place.kind === "resource" ? undefined : notApplicable("it is on no single machine");
          },
          () => {
            const assignments = stack.assignments.filter((each) => each instanceof StaticAssignment);
            const held = findOf(
              stack.virtualMachines,
              (machine) =>
                covers(lock.place, placeOf(machine.resource)) && someOf(assignments, (each) => each.reaches(machine)),
            );
            if (held === undefined) return met;
            return broken({
              property: "level",
              found: `"CanNotDelete" on ${held.resource.name}, to which this stack assigns a schedule`,
              mustBe: "left to what has no schedule assigned by itself",
              fix: "lock the disks and the network of the machine, protect it in Pulumi with protect: true, or assign its schedule by a dynamic scope",
            });
          },
        ),
      ),
    ),
};
