import { hotpatchSystems } from "../../../facts/arc-agent";
import { beginsWith } from "../../../facts/arc-operating-systems";
import { OperatingSystem } from "../../../facts/operating-system";
import { Operation } from "../../../facts/operations";
import type { ArcServer } from "../../stack/arc-server";
import { sameName } from "../../stack/arm-id";
import type { Stack } from "../../stack/stack";
import { firstOf } from "../../stack/three-valued";
import { everyArcServer, systemNotTold } from "../arc-server";
import { provided } from "../judge";
import { type Answer, broken, met, notApplicable, type Rule, show } from "../rule";

/** An Arc-enabled server that asks for hotpatching, in its settings or by its licences, runs a system that hotpatches. */
export const arcHotpatchOs: Rule = {
  code: "AUM070",
  name: "arc-hotpatch-os",
  area: "Arc-enabled servers",
  title: `An Arc-enabled server that asks for hotpatching runs ${hotpatchSystems.systems.join(" or ")}.`,
  why: "The server gets no hotpatches: its updates go on restarting it.",
  level: "advisory",
  since: "2026-11",
  blocks: [Operation.Hotpatch],
  source: hotpatchSystems.source,
  check: everyArcServer((server, stack) =>
    provided(
      () => (asksForHotpatching(server, stack) ? undefined : notApplicable("nothing asks for hotpatching")),
      () => answerFor(server),
    ),
  ),
  notRemediable: "Whether the settings or the system of the server are wrong, nobody can tell here.",
};

function answerFor(server: ArcServer): Answer {
  const mustBe = `${hotpatchSystems.systems.join(" or ")}, Standard or Datacenter, on a server that hotpatches`;
  const fix = "leave out enableHotpatching and the licence feature Hotpatch, or upgrade the server";
  const { system } = server;
  if (system !== undefined) {
    if (hotpatchSystems.systems.some((each) => beginsWith(system.name, each))) return met;
    return broken({ property: system.property, found: show(system.name), mustBe, fix });
  }
  return server.operatingSystem === OperatingSystem.Linux
    ? broken({ property: "osType", found: show(OperatingSystem.Linux), mustBe, fix })
    : notApplicable(systemNotTold);
}

function asksForHotpatching(server: ArcServer, stack: Stack): boolean {
  const answer = firstOf(
    () =>
      Object.values(OperatingSystem).some(
        (each) => server.configurationOf(each).boolean("enableHotpatching") ?? false,
      ) || undefined,
    () =>
      stack
        .licenseProfilesOf(server)
        .flatMap(({ settings }) => settings.objects("productFeatures"))
        .some(
          (feature) =>
            sameName(feature.text("name") ?? "", hotpatchSystems.productFeature) &&
            sameName(feature.text("subscriptionStatus") ?? "", "Enabled"),
        ) || undefined,
  );
  return answer ?? false;
}
