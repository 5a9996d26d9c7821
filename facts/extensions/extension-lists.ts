import { arcServers } from "../documents";
import type { OperatingSystem } from "../operating-system";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";
import { allowListName, patchExtensions } from "./patch-extensions";

const security = arcServers("security-extensions");

/** The allow and block lists of the Connected Machine agent: what is let in depends on both. */
export interface ExtensionListRule extends Fact {
  readonly operations: readonly ("install" | "update" | "upgrade" | "delete")[];
  readonly onAllowList: boolean;
  readonly onBlockList: boolean;
  /** On neither list, while an allow list is set. */
  readonly onNeither: boolean;
  readonly onBoth: boolean;
}

/** Whether the agent lets an operation through, by the lists on which the extension is. */
export const extensionListRules: readonly ExtensionListRule[] = [
  {
    operations: ["install", "update", "upgrade"],
    onAllowList: true,
    onBlockList: false,
    onNeither: false,
    onBoth: false,
    source: source(security),
  },
  {
    operations: ["delete"],
    onAllowList: true,
    onBlockList: true,
    onNeither: true,
    onBoth: true,
    source: source(security),
  },
];

/** The settings of the Connected Machine agent that keep extensions out. */
export const extensionLists = {
  allowList: "extensions.allowlist",
  blockList: "extensions.blocklist",
  /** Lets the extension manager run and refuses every extension: for servers that get Extended Security Updates only. */
  allowNone: "Allow/None",
  source: source(security),
} as const satisfies Fact & Record<string, unknown>;

/** Why the lists of an Arc-enabled server keep Update Manager out. */
export interface ExtensionListProblem {
  readonly list: "extensions.allowlist" | "extensions.blocklist";
  readonly extension: string;
}

/**
 * The extensions of Update Manager that the lists of an Arc-enabled server keep out: those missing from an allow list
 * that is set, and those on the block list, which wins. Names are `publisher/type`, in any letter case; an allow list
 * of no names is one that is not set.
 */
export function extensionListProblems(
  operatingSystem: OperatingSystem,
  lists: { readonly allowList?: readonly string[]; readonly blockList?: readonly string[] },
): readonly ExtensionListProblem[] {
  const allowed = lowerCase(lists.allowList);
  const blocked = lowerCase(lists.blockList);
  return patchExtensions("arc", operatingSystem)
    .map(allowListName)
    .flatMap((extension): readonly ExtensionListProblem[] => {
      const name = extension.toLowerCase();
      if (blocked.has(name)) return [{ list: extensionLists.blockList, extension }];
      if (allowed.size > 0 && !allowed.has(name)) return [{ list: extensionLists.allowList, extension }];
      return [];
    });
}

const lowerCase = (names: readonly string[] = []) => new Set(names.map((name) => name.trim().toLowerCase()));

/** What the agent's configuration must leave on for extensions to be installed. */
export const agentConfiguration = {
  extensionsEnabled: statement("extensions.enabled is not false in the agent's local configuration.", source(security)),
  mode: statement(
    "config.mode is full: in monitor mode the agent lets in extensions for monitoring and security alone, and refuses those that patch.",
    source(security),
  ),
} as const satisfies Record<string, Statement>;
