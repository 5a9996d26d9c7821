import { OperatingSystem } from "../../facts/operating-system";
import { type AgentConfiguration, configurationInScript, configurationReported } from "../stack/agent-configuration";
import { agentScriptsIn } from "../stack/agent-scripts";
import type { ArcServer } from "../stack/arc-server";
import { NotKnown } from "../stack/properties";
import type { Script } from "../stack/scripts";
import { attempt } from "../stack/three-valued";
import { judge } from "./judge";
import { type Answer, met, notApplicable, type Rule } from "./rule";

/**
 * A check that asks the same of every configuration of an agent: of those that scripts of the stack make, and of those that
 * the agents of the servers of the stack report.
 */
export function everyAgentConfiguration(ask: (configuration: AgentConfiguration) => Answer): Rule["check"] {
  return (stack) => [
    ...agentScriptsIn(stack).map(({ resource, scripts }) =>
      judge(resource, () => {
        const servers = attempt(() => stack.arcServersOf(resource));
        const [server, another] = servers instanceof NotKnown ? [] : servers;
        const answer = worstOf(scripts, another === undefined ? server : undefined, ask);
        return answer.outcome === "broken" && server !== undefined
          ? { ...answer, concerns: [server.resource.urn] }
          : answer;
      }),
    ),
    ...stack.arcServers.map((server) =>
      judge(server.resource, () =>
        server.reported((outputs) => outputs.object("agentConfiguration"))?.exist
          ? ask(configurationReported(server))
          : notApplicable("its agent has reported no configuration"),
      ),
    ),
  ];
}

/** What breaks a rule decides, whatever is unknown of the other scripts. */
function worstOf(
  scripts: readonly Script[],
  server: ArcServer | undefined,
  ask: (configuration: AgentConfiguration) => Answer,
): Answer {
  const systemOf = () => (server === undefined ? undefined : attempt(() => server.operatingSystem));
  const answers = scripts.map((script) =>
    attempt(() =>
      ask(
        configurationInScript(script, () => {
          const system = systemOf();
          return system instanceof NotKnown ? undefined : system;
        }),
      ),
    ),
  );
  const broken = answers.find((answer) => !(answer instanceof NotKnown) && answer.outcome === "broken");
  if (broken !== undefined && !(broken instanceof NotKnown)) return broken;
  const unknown = answers.find((answer) => answer instanceof NotKnown);
  if (unknown instanceof NotKnown) throw unknown;
  return met;
}

/** The operating systems that a configuration may be for. */
export function systemsOf(configuration: AgentConfiguration): readonly OperatingSystem[] {
  const system = attempt(() => configuration.operatingSystem());
  return system === undefined || system instanceof NotKnown ? Object.values(OperatingSystem) : [system];
}

/** What a message says it found: a script is never shown, since it may hold secrets. */
export function foundIn(configuration: AgentConfiguration, script: string, reported: string): string {
  return configuration.isScript ? `a script that ${script}` : reported;
}

/** Why the settings of an agent are left as they are by a remediation. */
export const agentNotRemediable =
  "It is a line of a script, or a setting that only the server itself changes, and a remediation changes properties of a resource.";
