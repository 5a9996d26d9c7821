import { extensionListProblems, extensionLists } from "../../../facts/extensions";
import { agentNotRemediable, everyAgentConfiguration, foundIn, systemsOf } from "../arc-agent";
import { everything } from "../blocked";
import { broken, met, type Rule } from "../rule";

const setting = extensionLists.blockList;

/** The block list of the agent has neither extension of Update Manager; it wins over an allow list. */
export const arcExtensionBlocklist: Rule = {
  code: "AUM063",
  name: "arc-extension-blocklist",
  area: "Arc-enabled servers",
  title: "The block list of the Azure Connected Machine agent has none of Update Manager's extensions.",
  why: "The agent refuses the extensions, whatever is on its allow list, so nothing assesses or patches the server.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: extensionLists.source,
  check: everyAgentConfiguration((configuration) => {
    const blockList = configuration.blockList()?.names ?? [];
    const blocked = systemsOf(configuration)
      .flatMap((system) => extensionListProblems(system, { blockList }))
      .map(({ extension }) => extension);
    if (blocked.length === 0) return met;
    const names = blocked.join(" and ");
    return broken({
      property: configuration.propertyOf(setting),
      found: foundIn(configuration, `puts ${names} on ${setting}`, `a list with ${names}`),
      mustBe: `${configuration.isScript ? "one" : "a list"} that lets them in`,
      fix: `azcmagent config set ${setting} "${blocked.join(",")}" --remove`,
      component: "ArcServer",
      componentFix: "agent: { blockedExtensions: [] }, where it refuses Update Manager's",
    });
  }),
  notRemediable: agentNotRemediable,
};
