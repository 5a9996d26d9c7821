import { Operation } from "../../../facts/operations";
import { inGuestPatchMode, platformPatchMode } from "../../../facts/schedules";
import { sameName } from "../../stack/arm-id";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { everySchedule } from "../maintenance-schedule";
import { mend, remediateSchedule } from "../remediate";
import { type Answer, broken, met, notKnown, type Rule, show } from "../rule";

/** A schedule says that its user, and not the platform, decides when guests are patched. */
export const mcInguestpatchmode: Rule = {
  code: "AUM074",
  name: "mc-inguestpatchmode",
  area: "Schedules",
  title: "A schedule has InGuestPatchMode User.",
  why: `Azure refuses the maintenance configuration ("${inGuestPatchMode.errorWhenMissing}").`,
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: inGuestPatchMode.source,
  check: everySchedule(answerOf),
  remediate: remediateSchedule((schedule) => mend(answerOf(schedule), inGuestPatchMode.mustBe)),
};

function answerOf({ settings }: MaintenanceConfiguration): Answer {
  const properties = settings.object("extensionProperties");
  const { property, mustBe } = inGuestPatchMode;
  const name = properties.names().find((each) => sameName(properties.pathOf(each), property));
  const mode = name === undefined ? undefined : properties.text(name);
  if (sameName(mode ?? "", mustBe)) return met;
  if (sameName(mode ?? "", platformPatchMode.value)) {
    return notKnown({ property, because: `is ${show(mode)}, of which no document says what it does` });
  }
  return broken({
    property: name === undefined ? property : properties.pathOf(name),
    found: show(mode),
    mustBe: show(mustBe),
    fix: `extensionProperties: { InGuestPatchMode: ${show(mustBe)} }`,
  });
}
