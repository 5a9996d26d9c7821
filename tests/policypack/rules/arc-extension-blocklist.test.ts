import { arcExtensionBlocklist as rule } from "../../../policypack/rules/arc-enabled-servers/arc-extension-blocklist";
import { broken, met, notApplicable } from "../../../policypack/rules/rule";
import { arcServer, reporting, runCommand, windowsArcServer } from "../arc";
import { unknown, urnOf } from "../fixture";
import { expectVerdicts, knownLater } from "./expect";

const patch = "Microsoft.CPlat.Core/LinuxPatchExtension";
const update = "Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension";
const silent = notApplicable("its agent has reported no configuration");
const rest = (names: readonly string[]) => ({
  fix: `azcmagent config set extensions.blocklist "${names.join(",")}" --remove`,
  component: "ArcServer",
  componentFix: "agent: { blockedExtensions: [] }, where it refuses Update Manager's",
});
const wrong = (...names: string[]) =>
  broken({
    property: "source.script",
    found: `a script that puts ${names.join(" and ")} on extensions.blocklist`,
    mustBe: "one that lets them in",
    ...rest(names),
    concerns: [urnOf("azure-native:hybridcompute:Machine", "till")],
  });
const block = (list: string, flags = "") => `azcmagent config set extensions.blocklist "${list}" ${flags}`;

describe("arc-extension-blocklist", () => {
  it("is met without a list, and by one of other extensions", () => {
    for (const script of [
      "echo ready",
      block("Microsoft.Azure.Extensions/CustomScript, Microsoft.CPlat.Core/RunCommandHandlerLinux"),
      block("Microsoft.CPlat.Core/WindowsPatchExtension"),
      `${block(patch)}\n${block(patch, "--remove")}`,
      `azcmagent config set extensions.allowlist "${patch},${update}"`,
    ]) {
      expectVerdicts(rule, [arcServer(), runCommand(script)], { setup: met, till: silent });
    }
  });

  it("is broken by either extension, whatever the allow list says", () => {
    const allowed = `azcmagent config set extensions.allowlist "${patch},${update}"\n`;
    for (const script of [
      block(patch),
      block(`A/B, ${patch.toLowerCase()}`),
      allowed + block(patch),
      block(patch, "--add"),
    ]) {
      expectVerdicts(rule, [arcServer(), runCommand(script)], { setup: wrong(patch), till: silent });
    }
    expectVerdicts(rule, [arcServer(), runCommand(block(`${update},${patch}`))], {
      setup: wrong(patch, update),
      till: silent,
    });
    const ofWindows = "Microsoft.SoftwareUpdateManagement/WindowsOsUpdateExtension";
    expectVerdicts(rule, [windowsArcServer(), runCommand(block(ofWindows))], { setup: wrong(ofWindows), till: silent });
  });

  it("is broken by what the agent reports", () => {
    const agentConfiguration = {
      extensionsBlockList: [{ publisher: "Microsoft.CPlat.Core", type: "LinuxPatchExtension" }],
    };
    expectVerdicts(rule, [reporting({ agentConfiguration })], {
      till: broken({
        property: "agentConfiguration.extensionsBlockList",
        found: `a list with ${patch}`,
        mustBe: "a list that lets them in",
        ...rest([patch]),
      }),
    });
  });

  it("is not known while the script is not", () => {
    expectVerdicts(rule, [arcServer(), runCommand(unknown)], { setup: knownLater("source.script"), till: silent });
  });
});
