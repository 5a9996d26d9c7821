import { allowListName, extensionListProblems, extensionLists, patchExtensions } from "../../../facts/extensions";
import type { OperatingSystem } from "../../../facts/operating-system";
import { NotKnown } from "../../stack/properties";
import { agentNotRemediable, everyAgentConfiguration, foundIn, systemsOf } from "../arc-agent";
import { everything } from "../blocked";
import { broken, met, type Rule } from "../rule";

const setting = extensionLists.allowList;

/** An allow list of the agent has both extensions of Update Manager; no list lets every extension in. */
export const arcExtensionAllowlist: Rule = {
  code: "AUM062",
  name: "arc-extension-allowlist",
  area: "Arc-enabled servers",
  title: "An allow list of the Azure Connected Machine agent has Update Manager's extensions.",
  why: "The agent refuses the extensions, so nothing assesses or patches the server.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: extensionLists.source,
  check: everyAgentConfiguration((configuration) => {
    const list = configuration.allowList();
    if (list === undefined || (list.isWhole && list.names.length === 0)) return met;
    const missing = systemsOf(configuration).map((system) => ({ system, names: missingFrom(list.names, system) }));
    const [fewest, next] = missing.sort((one, other) => one.names.length - other.names.length);
    if (fewest === undefined || fewest.names.length === 0) return met;
    const property = configuration.propertyOf(setting);
    if (!list.isWhole) throw new NotKnown(property, `changes ${setting}, of which only the server has the rest`);
    const isTold = next === undefined || next.names.length > fewest.names.length;
    const what = isTold ? fewest.names.join(" and ") : "the extensions of Update Manager";
    const wanted = isTold ? namesFor(fewest.system).join(",") : `${namesFor("Linux").join(",")} on Linux`;
    return broken({
      property,
      found: foundIn(configuration, `sets ${setting} to a list without ${what}`, `a list without ${what}`),
      mustBe: configuration.isScript
        ? `one whose list has ${isTold ? "them" : "those of the server's system"}`
        : "a list with both",
      fix: `azcmagent config set ${setting} "${wanted}" --add`,
      component: "ArcServer",
      componentFix: "agent: { allowedExtensions: [] }, which always lets in Update Manager's",
    });
  }),
  notRemediable: agentNotRemediable,
};

function namesFor(system: OperatingSystem): readonly string[] {
  return patchExtensions("arc", system).map(allowListName);
}

function missingFrom(allowList: readonly string[], system: OperatingSystem): readonly string[] {
  // To the fact, a list of no names is one that is not set; here it adds to another.
  if (allowList.length === 0) return namesFor(system);
  return extensionListProblems(system, { allowList }).map(({ extension }) => extension);
}
