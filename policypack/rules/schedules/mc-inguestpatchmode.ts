import { inGuestPatchMode, platformPatchMode } from "../../../facts/schedules";
import { sameName } from "../../stack/arm-id";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notKnown, type Rule, show } from "../rule";

/** A schedule says that its user, and not the platform, decides when guests are patched. */
export const mcInguestpatchmode: Rule = {
  code: "AUM074",
  name: "mc-inguestpatchmode",
  area: "Schedules",
  title: "A schedule has InGuestPatchMode User.",
  why: `Azure refuses the maintenance configuration ("${inGuestPatchMode.errorWhenMissing}").`,
  level: "mandatory",
  since: "2026-11",
  source: inGuestPatchMode.source,
  check: everySchedule(({ settings }) => {
    const properties = settings.object("extensionProperties");
    const { property, mustBe } = inGuestPatchMode;
    const name = properties.names().find((each) => sameName(properties.pathOf(each), property));
    const mode = name === undefined ? undefined : properties.text(name);
    if (sameName(mode ?? "", mustBe)) return met;
    if (sameName(mode ?? "", platformPatchMode.value)) {
      return notKnown({ property, because: `is ${show(mode)}, of which no document says what it does` });
    }
    return broken({
      property,
      found: show(mode),
      mustBe: show(mustBe),
      fix: `extensionProperties: { InGuestPatchMode: ${show(mustBe)} }`,
    });
  }),
};
