import { agentModes, agentSettings } from "../../../facts/arc-agent";
import { agentConfiguration } from "../../../facts/extensions";
import { sameName } from "../../stack/arm-id";
import { firstOf } from "../../stack/three-valued";
import { agentNotRemediable, everyAgentConfiguration, foundIn } from "../arc-agent";
import { everything } from "../blocked";
import { type Answer, broken, met, type Rule, show } from "../rule";

/** The agent of a server is in full mode and manages extensions. */
export const arcMonitorMode: Rule = {
  code: "AUM064",
  name: "arc-monitor-mode",
  area: "Arc-enabled servers",
  title: "The Azure Connected Machine agent is in full mode and lets extensions in.",
  why: "In monitor mode, or without its extension manager, the agent refuses the extensions that assess and patch.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: [...agentConfiguration.mode.source, ...agentConfiguration.extensionsEnabled.source],
  check: everyAgentConfiguration((configuration) => {
    const wrong = (setting: string, value: string, wanted: string): Answer =>
      broken({
        property: configuration.propertyOf(setting),
        found: foundIn(configuration, `sets ${setting} to ${show(value)}`, show(value)),
        mustBe: configuration.isScript ? `one that leaves it at ${show(wanted)}` : show(wanted),
        fix: `azcmagent config set ${setting} ${wanted}`,
        component: "ArcServer",
        componentFix: "onboarding, whose script sets the agent up for extensions",
      });
    const answer = firstOf(
      () => {
        const mode = configuration.mode() ?? agentModes.full;
        return sameName(mode, agentModes.monitor) ? wrong(agentSettings.mode, mode, agentModes.full) : undefined;
      },
      () => {
        const enabled = configuration.extensionsEnabled() ?? "true";
        return sameName(enabled, "false") ? wrong(agentSettings.extensionsEnabled, enabled, "true") : undefined;
      },
    );
    return answer ?? met;
  }),
  notRemediable: agentNotRemediable,
};
