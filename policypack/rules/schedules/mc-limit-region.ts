import { Cloud } from "../../../facts/cloud";
import { scheduleLimits } from "../../../facts/schedules";
import type { MaintenanceConfiguration } from "../../stack/maintenance";
import { NotKnown } from "../../stack/properties";
import { attempt, countAbove } from "../../stack/three-valued";
import { everySchedule } from "../maintenance-schedule";
import { broken, met, notApplicable, notKnown, type Rule, show } from "../rule";

// The same in every cloud.
const { schedulesPerSubscriptionAndRegion: limit, source } = scheduleLimits(Cloud.Public);

/**
 * A stack alone has no more schedules in a region than a subscription should have there. Those of other stacks, and
 * which subscription each provider works in, are not to be seen.
 */
export const mcLimitRegion: Rule = {
  code: "AUM094",
  name: "mc-limit-region",
  area: "Schedules",
  title: `A stack has at most ${limit} schedules in a region.`,
  why: `Azure recommends at most ${limit} schedules in each region of a subscription.`,
  level: "advisory",
  since: "2026-11",
  source,
  check: (stack, settings) => {
    const { maintenanceConfigurations } = stack;
    if (maintenanceConfigurations.length <= limit) return everySchedule(() => met)(stack, settings);
    // Read once: each schedule is compared with all of them.
    const regions = new Map(maintenanceConfigurations.map((each) => [each, attempt(() => regionOf(each))]));
    return everySchedule((schedule) => {
      const { region } = schedule;
      if (region === undefined) return notKnown({ property: "location", because: "is left to Azure" });
      const count = countAbove(limit, [...regions.values()], (each) => {
        if (each instanceof NotKnown) throw each;
        return each === region;
      });
      if (count === undefined) return met;
      const beside = maintenanceConfigurations.filter((each) => regions.get(each) === region);
      const [first] = beside.map(({ resource }) => resource.name).sort();
      if (first !== schedule.resource.name) {
        return notApplicable(`the schedules of the region are flagged once, at ${first}`);
      }
      return broken({
        property: "location",
        found: `${show(region)}, as that of ${count} schedules is`,
        mustBe: `that of at most ${limit} schedules`,
        fix: "location: another region for some of them, which need not be that of the machines; or fewer schedules, each for more machines",
      });
    })(stack, settings);
  },
};

/** The region of a schedule; `undefined` for a configuration of another scope, which does not count. */
function regionOf(configuration: MaintenanceConfiguration): string | undefined {
  return configuration.resource.quoted(() => (configuration.isSchedule ? configuration.region : undefined));
}
