import { isKbNumber, updateSelection } from "../../../facts/schedules";
import { findOf } from "../../stack/three-valued";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const { include, exclude, source } = updateSelection("Windows");

/** A schedule names updates of Windows by number. */
export const mcKbFormat: Rule = {
  code: "AUM093",
  name: "mc-kb-format",
  area: "Schedules",
  title: "A schedule names updates of Windows by their KB numbers.",
  why: "The text names no update, so that nothing is included or excluded by it.",
  level: "advisory",
  since: "2026-11",
  source,
  check: everySchedule((schedule) => {
    const parameters = schedule.parametersOf("Windows");
    const numbers = [include, exclude].flatMap((list) => parameters.textsApart(list));
    if (numbers.length === 0) return notApplicable("the schedule names no updates of Windows");
    const wrong = findOf(numbers, ({ text }) => !isKbNumber(text()));
    if (wrong === undefined) return met;
    const [digits] = /\d{6,}/.exec(wrong.text()) ?? [];
    return broken({
      property: wrong.path,
      found: show(wrong.text()),
      mustBe: 'digits, with or without the prefix "KB"',
      fix: `${wrong.path}: ${digits === undefined ? 'such as "5034441"' : show(digits)}`,
    });
  }),
};
