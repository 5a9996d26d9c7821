import { arcMonitorMode as rule } from "../../../policypack/rules/arc-enabled-servers/arc-monitor-mode";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { arcServer, reporting, runCommand } from "../arc";
import { unknown, urnOf } from "../fixture";
import { expectVerdicts, knownLater } from "./expect";

const silent = notApplicable("its agent has reported no configuration");
const component = { component: "ArcServer", componentFix: "onboarding, whose script sets the agent up for extensions" };
const wrong = (setting: string, value: string, wanted: string) =>
  broken({
    property: "source.script",
    found: `a script that sets ${setting} to "${value}"`,
    mustBe: `one that leaves it at "${wanted}"`,
    fix: `azcmagent config set ${setting} ${wanted}`,
    ...component,
    concerns: [urnOf("azure-native:hybridcompute:Machine", "till")],
  });

describe("arc-monitor-mode", () => {
  it("is met where the settings are left alone, or set back in the end", () => {
    for (const script of [
      "echo ready",
      "azcmagent config set config.mode full\nazcmagent config set extensions.enabled true",
      "azcmagent config set config.mode monitor\nazcmagent config set config.mode full",
      "azcmagent config set config.mode monitor\nazcmagent config clear config.mode",
      "azcmagent config get config.mode",
      "azcmagent config set guestconfiguration.enabled false",
    ]) {
      expectVerdicts(rule, [arcServer(), runCommand(script)], { setup: met, till: silent });
    }
  });

  it("is broken by monitor mode", () => {
    for (const script of [
      "azcmagent config set config.mode monitor",
      "sudo azcmagent config set 'config.mode' 'monitor'; azcmagent connect",
      "Invoke-Agent config set config.mode 'monitor'",
    ]) {
      expectVerdicts(rule, [arcServer(), runCommand(script)], {
        setup: wrong("config.mode", "monitor", "full"),
        till: silent,
      });
    }
  });

  it("is broken without the extension manager, whatever the mode is", () => {
    const script = 'azcmagent config set config.mode "$MODE"\nazcmagent config set extensions.enabled false';
    expectVerdicts(rule, [arcServer(), runCommand(script)], {
      setup: wrong("extensions.enabled", "false", "true"),
      till: silent,
    });
  });

  it("is broken by what the agent reports", () => {
    expectVerdicts(rule, [reporting({ agentConfiguration: { configMode: "full", extensionsEnabled: "true" } })], {
      till: met,
    });
    expectVerdicts(rule, [reporting({ agentConfiguration: { configMode: "monitor", extensionsEnabled: "true" } })], {
      till: broken({
        property: "agentConfiguration.configMode",
        found: '"monitor"',
        mustBe: '"full"',
        fix: "azcmagent config set config.mode full",
        ...component,
      }),
    });
    expectVerdicts(rule, [reporting({ agentConfiguration: { configMode: unknown, extensionsEnabled: "false" } })], {
      till: broken({
        property: "agentConfiguration.extensionsEnabled",
        found: '"false"',
        mustBe: '"true"',
        fix: "azcmagent config set extensions.enabled true",
        ...component,
      }),
    });
  });

  it("is not known while the script, or what it sets, is not", () => {
    expectVerdicts(rule, [arcServer(), runCommand(unknown)], { setup: knownLater("source.script"), till: silent });
    expectVerdicts(rule, [arcServer(), runCommand("azcmagent config set config.mode %MODE%")], {
      setup: notKnown({ property: "source.script", because: "sets config.mode to what only the running script knows" }),
      till: silent,
    });
  });
});
