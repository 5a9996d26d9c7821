import { OperatingSystem } from "../../../facts/operating-system";
import { leavesOut, updateSelection, updateStatements } from "../../../facts/schedules";
import { findOf } from "../../stack/three-valued";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, type Rule, show } from "../rule";

/** A schedule does not leave out what it includes by name. */
export const mcIncludeExclude: Rule = {
  code: "AUM092",
  name: "mc-include-exclude",
  area: "Schedules",
  title: "A schedule does not exclude an update that it includes.",
  why: "The update is not installed: of the two lists, the one that excludes wins.",
  level: "advisory",
  since: "2026-11",
  source: updateStatements.excludesWin.source,
  check: everySchedule((schedule) => {
    const pairs = Object.values(OperatingSystem).flatMap((operatingSystem) => {
      const { include, exclude } = updateSelection(operatingSystem);
      const parameters = schedule.parametersOf(operatingSystem);
      const excludes = parameters.textsApart(exclude);
      return parameters
        .textsApart(include)
        .flatMap((included) => excludes.map((excluded) => ({ included, excluded, operatingSystem })));
    });
    const clash = findOf(pairs, ({ included, excluded, operatingSystem }) =>
      leavesOut(excluded.text(), included.text(), operatingSystem),
    );
    if (clash === undefined) return met;
    const { included, excluded } = clash;
    return broken({
      property: included.path,
      found: `${show(included.text())}, which ${excluded.path} leaves out as ${show(excluded.text())}`,
      mustBe: "in one of the two lists",
      fix: "take it out of one of them",
    });
  }),
};
