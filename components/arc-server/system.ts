import { extendedSecurityUpdateSystems, hotpatchSystems } from "../../facts/arc-agent";
import { arcSupportOf, beginsWith } from "../../facts/arc-operating-systems";
import { OperatingSystem } from "../../facts/operating-system";
import { notOneOf, type Problems } from "../shared/problems";
import { supportMatrixPage } from "./documents";

/** What the server runs. */
export interface SystemArgs {
  /** The operating system. */
  operatingSystem: OperatingSystem;
  /**
   * The system and its version, such as `Ubuntu 24.04`, `Red Hat Enterprise Linux 9` or `Windows Server 2025`. One that
   * is not on Update Manager's list for Arc-enabled servers gets a warning, since the list may be behind:
   * https://learn.microsoft.com/azure/update-manager/support-matrix-updates. Hotpatching and Extended Security Updates
   * take it. Default: not checked.
   */
  system?: string;
}

/** What is known of the server's system. */
export interface ResolvedSystem {
  readonly operatingSystem: OperatingSystem;
  /** As given; `undefined` where it was not. */
  readonly system: string | undefined;
  /** Why Update Manager may not patch it. */
  readonly advice: string | undefined;
}

/** The system that the arguments name; `undefined` where the operating system is none. */
export function resolveSystem(args: SystemArgs, problems: Problems): ResolvedSystem | undefined {
  const { operatingSystem, system } = args;
  const wrong =
    operatingSystem === undefined
      ? "say what the server runs."
      : notOneOf(operatingSystem, Object.values(OperatingSystem));
  if (wrong !== undefined) {
    problems.add("operatingSystem", wrong);
    return undefined;
  }
  if (system === undefined) return { operatingSystem, system, advice: undefined };
  const windows = /^Windows\b/i.test(system);
  if (windows !== (operatingSystem === OperatingSystem.Windows)) {
    problems.add("system", `${JSON.stringify(system)} is not ${operatingSystem}, which operatingSystem says.`);
  }
  return { operatingSystem, system, advice: adviceOn(system) };
}

function adviceOn(system: string): string | undefined {
  const support = arcSupportOf(system);
  if (support?.supported) return undefined;
  const because = support?.because ?? `${system} is not on Update Manager's list of systems for Arc-enabled servers.`;
  return `${because} The list may be behind: see ${supportMatrixPage}`;
}

/** Whether hotpatching is to be had on the system. */
export function hotpatches({ system = "" }: ResolvedSystem): boolean {
  return hotpatchSystems.systems.some((listed) => beginsWith(system, listed));
}

/** Whether Azure Arc delivers Extended Security Updates for the system. */
export function getsExtendedSecurityUpdates({ system = "" }: ResolvedSystem): boolean {
  return extendedSecurityUpdateSystems.targets.some((listed) => beginsWith(system, listed));
}
