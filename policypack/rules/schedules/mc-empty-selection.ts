import { OperatingSystem } from "../../../facts/operating-system";
import { updateSelection, updateStatements } from "../../../facts/schedules";
import { sameName } from "../../stack/arm-id";
import { type Assignment, DynamicScope, type MaintenanceConfiguration } from "../../stack/maintenance";
import type { Stack } from "../../stack/stack";
import { attempt, everyOf, findOf } from "../../stack/three-valued";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, type Rule } from "../rule";

/** A schedule selects updates of every operating system that it reaches. */
export const mcEmptySelection: Rule = {
  code: "AUM091",
  name: "mc-empty-selection",
  area: "Schedules",
  title: "A schedule selects updates for every operating system that it reaches.",
  why: "The run installs nothing on the machines of that system.",
  level: "advisory",
  since: "2026-11",
  source: updateStatements.emptySelection.source,
  check: everySchedule((schedule, stack) => {
    const missed = findOf(reachesOf(schedule, stack), ({ operatingSystem, holds }) =>
      everyOf(() => selectsNothing(schedule, operatingSystem), holds),
    );
    if (missed === undefined) return met;
    const { operatingSystem, by } = missed;
    const parameters = schedule.parametersOf(operatingSystem);
    const property = parameters.pathOf("classificationsToInclude");
    const { include } = updateSelection(operatingSystem);
    return broken({
      property,
      found: `${parameters.has("classificationsToInclude") ? "empty" : "not set"}, and neither is there any ${include}`,
      mustBe: `given for ${operatingSystem}, which the schedule reaches by ${by}`,
      fix: `${property}: ["Critical", "Security"]`,
      component: "MaintenanceSchedule",
      componentFix: `${operatingSystem.toLowerCase()}Updates: { classificationsToInclude: ["Critical", "Security"] }`,
    });
  }),
};

/** A way by which a schedule may reach an operating system. */
interface Reach {
  readonly operatingSystem: OperatingSystem;
  /** The machine or dynamic scope, by name. */
  readonly by: string;
  holds(): boolean;
}

/** The machines that assignments may reach, and the systems that dynamic scopes ask for by name. */
function reachesOf(schedule: MaintenanceConfiguration, stack: Stack): readonly Reach[] {
  const unselected = Object.values(OperatingSystem).filter(
    (operatingSystem) => attempt(() => selectsNothing(schedule, operatingSystem)) !== false,
  );
  if (unselected.length === 0) return [];
  const isAssignedBy = ({ configuration }: Assignment) => configuration === schedule;
  const assignments = stack.assignments.filter((each) => attempt(() => isAssignedBy(each)) !== false);
  return unselected.flatMap((operatingSystem) =>
    assignments.flatMap((assignment): Reach[] => {
      const reach = (by: string, ...conditions: (() => boolean)[]): Reach => ({
        operatingSystem,
        by,
        holds: () => everyOf(() => isAssignedBy(assignment), ...conditions),
      });
      const machines = stack.machines.map((machine) =>
        reach(
          machine.resource.name,
          () => machine.operatingSystem === operatingSystem,
          () => assignment.reaches(machine),
        ),
      );
      if (!(assignment instanceof DynamicScope)) return machines;
      const asksFor = () => assignment.filter.texts("osTypes").some((each) => sameName(each, operatingSystem));
      return [reach(assignment.resource.name, asksFor), ...machines];
    }),
  );
}

function selectsNothing(schedule: MaintenanceConfiguration, operatingSystem: OperatingSystem): boolean {
  const parameters = schedule.parametersOf(operatingSystem);
  const lists = ["classificationsToInclude", updateSelection(operatingSystem).include];
  return lists.every((list) => parameters.textsApart(list).length === 0);
}
