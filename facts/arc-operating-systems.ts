import { arcServers, updateManager } from "./documents";
import type { Distribution } from "./images";
import { type Fact, source } from "./source";
import { type Statement, statement } from "./statement";

/** A system that Update Manager supports on Arc-enabled servers. */
export interface ArcSystem {
  readonly distribution: Distribution | "Amazon Linux" | "Windows IoT Enterprise";
  readonly versions: readonly string[];
  /** Set where the article says that only this processor counts. */
  readonly architecture?: "x64";
  readonly unconfirmed?: string;
}

/** The systems Update Manager patches on Arc-enabled servers. */
export const arcUpdateSystems: Fact & { readonly rows: readonly ArcSystem[] } = {
  rows: [
    { distribution: "AlmaLinux", versions: ["9"] },
    { distribution: "Amazon Linux", versions: ["2"], architecture: "x64" },
    { distribution: "Amazon Linux", versions: ["2023"] },
    { distribution: "Debian", versions: ["10", "11"] },
    { distribution: "Oracle Linux", versions: ["7", "8", "9"] },
    { distribution: "Red Hat Enterprise Linux", versions: ["7", "8", "9"], architecture: "x64" },
    { distribution: "Rocky Linux", versions: ["8", "9"] },
    { distribution: "SUSE Linux Enterprise Server", versions: ["12", "15"], architecture: "x64" },
    { distribution: "Ubuntu", versions: ["16.04", "18.04", "20.04", "22.04"] },
    { distribution: "Windows Server", versions: ["2012 R2", "2016", "2019", "2022"] },
    {
      distribution: "Windows Server",
      versions: ["2025"],
      unconfirmed: "The article says Windows Server 2012 R2 and higher and does not name 2025.",
    },
  ],
  source: source(updateManager("support-matrix-updates")),
};

/** The systems that came with a version of the Linux update extension, after the article. */
export const arcUpdateSystemsByExtension: Fact & { readonly rows: readonly ArcSystem[]; readonly extension: string } = {
  rows: [
    { distribution: "Ubuntu", versions: ["24.04"] },
    { distribution: "Debian", versions: ["12"] },
  ],
  extension: "LinuxOsUpdateExtension 1.0.55.0",
  source: source(updateManager("arc-enabled-vm-extensions")),
};

/** The systems in preview on Arc-enabled servers. */
export const arcPreviewSystems: Fact & { readonly names: readonly string[] } = {
  names: [
    "Windows 10 IoT Enterprise LTSC 2021",
    "Windows 10 IoT Enterprise LTSC 2019",
    "Windows 11 IoT Enterprise, version 23H2",
    "Windows 11 IoT Enterprise LTSC 2024",
  ],
  source: source(updateManager("support-matrix-updates")),
};

/** Whether the agent runs: `limited` where an old version of it still does; undefined where the article does not say. */
export type AgentSupport = boolean | "limited" | undefined;

/** A system on which the Arc agent (Azure Connected Machine agent) runs, and on which processors. */
export interface AgentSystem {
  readonly system: string;
  readonly version: string;
  readonly x64: AgentSupport;
  readonly arm64: AgentSupport;
  readonly note?: string;
}

function agentSystem(
  system: string,
  version: string,
  x64: AgentSupport,
  arm64: AgentSupport,
  note?: string,
): AgentSystem {
  return { system, version, x64, arm64, ...(note !== undefined && { note }) };
}

/** The systems of the Arc agent. That the agent runs on a system does not mean that Update Manager patches it. */
export const agentSystems: Fact & { readonly rows: readonly AgentSystem[] } = {
  rows: [
    agentSystem("AlmaLinux", "8", true, true),
    agentSystem("AlmaLinux", "9", true, false),
    agentSystem("Amazon Linux", "2", true, true, "limited support expected 2026-07-03"),
    agentSystem("Amazon Linux", "2023", true, true),
    agentSystem("Azure Linux", "3.0", true, true),
    agentSystem("Azure Linux", "2.0", "limited", "limited", "last agent 1.64, ends 2026-07-07"),
    agentSystem("Azure Local", "", undefined, undefined),
    agentSystem("Debian", "11", true, false, "limited support expected 2026-07-03"),
    agentSystem("Debian", "12", true, true),
    agentSystem("Debian", "13", true, undefined),
    agentSystem("Oracle Linux", "7", true, false),
    agentSystem("Oracle Linux", "8", true, true),
    agentSystem("Oracle Linux", "9", true, false),
    agentSystem("Oracle Linux", "10", true, false),
    agentSystem("Red Hat Enterprise Linux", "7", true, false),
    agentSystem("Red Hat Enterprise Linux", "8", true, false),
    agentSystem("Red Hat Enterprise Linux", "9", true, false),
    agentSystem("Red Hat Enterprise Linux", "10", true, false),
    agentSystem("Rocky Linux", "8", true, false),
    agentSystem("Rocky Linux", "9", true, false),
    agentSystem("SUSE Linux Enterprise Server", "12 SP5", true, false),
    agentSystem("SUSE Linux Enterprise Server", "15 SP3", "limited", "limited", "last agent 1.58, ends 2026-07-03"),
    agentSystem("SUSE Linux Enterprise Server", "15 SP4", true, true, "limited support expected 2026-07-03"),
    agentSystem("SUSE Linux Enterprise Server", "15 SP5-7", true, true),
    agentSystem("Ubuntu", "18.04", true, false),
    agentSystem("Ubuntu", "20.04", true, true),
    agentSystem("Ubuntu", "22.04", true, true),
    agentSystem("Ubuntu", "24.04", true, true),
    agentSystem("Ubuntu", "26.04", true, false),
    agentSystem("Windows Client", "10", true, false, "server-like use only"),
    agentSystem("Windows Client", "11", true, false, "server-like use only"),
    agentSystem("Windows IoT Enterprise", "10 (22H2)", true, false),
    agentSystem("Windows IoT Enterprise", "11", true, false),
    agentSystem("Windows IoT Enterprise LTSC", "10 (2021)", true, false),
    agentSystem("Windows IoT Enterprise LTSC", "11 (2024)", true, false),
    agentSystem("Windows Server", "2012", true, false),
    agentSystem("Windows Server", "2012 R2", true, false),
    agentSystem("Windows Server", "2016", true, false),
    agentSystem("Windows Server", "2019", true, false),
    agentSystem("Windows Server", "2022", true, false),
    agentSystem("Windows Server", "2025", true, false),
  ],
  source: source(arcServers("prerequisites")),
};

/** What else the Arc agent and Update Manager need of an Arc-enabled server. */
export const arcStatements = {
  noThirtyTwoBit: statement("The agent needs a 64-bit system.", source(arcServers("prerequisites"))),
  arm64: statement(
    "The patch extensions are not among the features known to work on Arm64.",
    source(arcServers("prerequisites")),
  ),
  packages: statement(
    "On Linux the agent needs systemd, wget and openssl, and gnupg on Debian and its relatives.",
    source(arcServers("prerequisites")),
  ),
  extendedSecurityUpdates: statement(
    "Windows Server 2012 and 2012 R2 need a licence for Extended Security Updates; on Azure VMs those are free and automatic.",
    source(updateManager("extended-security-updates")),
  ),
} as const satisfies Record<string, Statement>;

/** Whether Update Manager patches a system on Arc-enabled servers, and the sentence that says why. */
export interface ArcSystemSupport extends Fact {
  readonly supported: boolean;
  readonly because: string;
}

const findSystem = (rows: readonly ArcSystem[], distribution: string, version: string) =>
  rows.find(
    (row) =>
      row.distribution === distribution &&
      row.versions.some(
        (listed) => version === listed || version.startsWith(`${listed}.`) || version.startsWith(`${listed} SP`),
      ),
  );

/** Whether Update Manager patches a system on Arc-enabled servers; `9.4` counts as `9` and `15 SP5` as `15`. */
export function arcSystemSupport(distribution: ArcSystem["distribution"], version: string): ArcSystemSupport {
  const name = `${distribution} ${version}`;
  const listed = findSystem(arcUpdateSystems.rows, distribution, version);
  if (listed) {
    return {
      supported: true,
      because: `${name} is on Update Manager's list of systems for Arc-enabled servers.`,
      source: arcUpdateSystems.source,
      ...(listed.unconfirmed !== undefined && { unconfirmed: listed.unconfirmed }),
    };
  }
  if (findSystem(arcUpdateSystemsByExtension.rows, distribution, version)) {
    const because = `${name} is supported from ${arcUpdateSystemsByExtension.extension} on.`;
    return { supported: true, because, source: arcUpdateSystemsByExtension.source };
  }
  return {
    supported: false,
    because: `${name} is not on Update Manager's list of systems for Arc-enabled servers.`,
    source: arcUpdateSystems.source,
    unconfirmed: "The list is older than that of the agent and may lack systems that are patched by now.",
  };
}

/** What agents and people call a distribution besides the name that the list has. */
const otherNames: Readonly<Record<string, ArcSystem["distribution"]>> = {
  "Debian GNU/Linux": "Debian",
  "Oracle Linux Server": "Oracle Linux",
};

const namedDistributions = new Map<string, ArcSystem["distribution"]>([
  ...Object.entries(otherNames),
  ...[...arcUpdateSystems.rows, ...arcUpdateSystemsByExtension.rows].map(
    ({ distribution }) => [distribution, distribution] as const,
  ),
]);

/**
 * Whether Update Manager patches the system that a text such as `Ubuntu 24.04.1 LTS` names on Arc-enabled servers; an
 * edition behind the version, as in `Windows Server 2022 Datacenter`, is left aside. `undefined` for a system of a
 * distribution that is on no list.
 */
export function arcSupportOf(system: string): ArcSystemSupport | undefined {
  const preview = arcPreviewSystems.names.find((name) => beginsWith(system, name));
  if (preview !== undefined) {
    return { supported: true, because: `${preview} is supported in preview.`, source: arcPreviewSystems.source };
  }
  const [name, distribution] = [...namedDistributions].find(([each]) => beginsWith(system, each)) ?? [];
  if (name === undefined || distribution === undefined) return undefined;
  const words = system.slice(name.length).trim().split(/\s+/);
  const versions = words.map((_, index) => words.slice(0, words.length - index).join(" "));
  const found = versions.map((version) => arcSystemSupport(distribution, version));
  return found.find(({ supported }) => supported) ?? found[0];
}

/** Whether a text that names a system begins with the words of another. */
export function beginsWith(system: string, name: string): boolean {
  return `${system.toLowerCase()} `.startsWith(`${name.toLowerCase()} `);
}

/**
 * Whether a system that a text names runs on x64 alone with the Arc agent; `undefined` where the list of the agent does
 * not have it, or has it for Arm64 too.
 */
export function isWithoutArm64(system: string): true | undefined {
  const listed = agentSystems.rows.filter((row) => {
    const name = `${row.system} ${row.version}`.trim();
    return beginsWith(system, name) || system.toLowerCase().startsWith(`${name.toLowerCase()}.`);
  });
  return listed.length > 0 && listed.every(({ arm64 }) => arm64 === false) ? true : undefined;
}
