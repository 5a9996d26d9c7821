import { publicArcRegions, regionSupport } from "../../../facts/regions";
import { everyArcServer } from "../arc-server";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** The resource of an Arc-enabled server is in a region in which Update Manager serves such servers. */
export const arcRegion: Rule = {
  code: "AUM057",
  name: "arc-region",
  area: "Arc-enabled servers",
  title: "An Arc-enabled server is in a region in which Update Manager serves Arc-enabled servers.",
  why: "Update Manager does not see the server. The list of regions ages: Azure may have added one since.",
  level: "advisory",
  since: "2026-11",
  source: publicArcRegions.source,
  check: everyArcServer(({ settings }) => {
    const location = settings.text("location");
    if (location === undefined) return notApplicable("the resource has no location of its own");
    const { supported } = regionSupport(location, "arc");
    if (supported === undefined) return notApplicable(`${show(location)} is not a region`);
    if (supported) return met;
    return broken({
      property: "location",
      found: show(location),
      mustBe: "a region on Update Manager's list for Arc-enabled servers",
      fix: "connect the server in another region, as azcmagent connect --location says",
      component: "ArcServer",
      componentFix: "location, of a region on the list",
    });
  }),
  notRemediable: "Where the resource of a server is, its agent decides as it connects.",
};
