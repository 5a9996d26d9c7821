import { arcExtensionAllowlist as rule } from "../../../policypack/rules/arc-enabled-servers/arc-extension-allowlist";
import { type Broken, broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { arcServer, customScript, reporting, runCommand, windowsArcServer } from "../arc";
import { type Declared, linuxMachine, unknown, urnOf } from "../fixture";
import { expectVerdicts, knownLater } from "./expect";

const patch = "Microsoft.CPlat.Core/LinuxPatchExtension";
const update = "Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension";
const both = `${patch},${update}`;
const ofWindows =
  "Microsoft.CPlat.Core/WindowsPatchExtension,Microsoft.SoftwareUpdateManagement/WindowsOsUpdateExtension";
const monitor = "Microsoft.Azure.Monitor/AzureMonitorLinuxAgent";
const silent = notApplicable("its agent has reported no configuration");

const till = urnOf("azure-native:hybridcompute:Machine", "till");
/** What is found of a script that runs on no server of the stack. */
const alone = (what: string, wanted: string, change: Partial<Broken> = {}): Broken => ({
  outcome: "broken",
  property: "source.script",
  found: `a script that sets extensions.allowlist to a list without ${what}`,
  mustBe: "one whose list has them",
  fix: `azcmagent config set extensions.allowlist "${wanted}" --add`,
  component: "ArcServer",
  componentFix: "agent: { allowedExtensions: [] }, which always lets in Update Manager's",
  ...change,
});
const wrong = (what: string, wanted: string, change: Partial<Broken> = {}): Broken => ({
  ...alone(what, wanted, change),
  concerns: [till],
});

const onServer = (script: string, server: Declared = arcServer()) => [server, runCommand(script)];
const set = (list: string, ...flags: string[]) =>
  `azcmagent config set extensions.allowlist "${list}" ${flags.join(" ")}`.trimEnd();

describe("arc-extension-allowlist", () => {
  it("is met without a list, and by one with both extensions of the system, in any letter case", () => {
    for (const script of [
      "apt-get install --yes nginx",
      set(`${both},${monitor}`),
      set(both.toUpperCase()),
      `sudo ${set(`${patch}, ${update}`)}`,
      set(""),
      `${set(monitor)}\nazcmagent config clear extensions.allowlist`,
      `${set(monitor)}\n${set(both, "--add")}`,
      `# ${set(monitor)}`,
      set(both, "--add"),
    ]) {
      expectVerdicts(rule, onServer(script), { setup: met, till: silent });
    }
  });

  it("is broken by a list that lacks one of them or both, and by Allow/None", () => {
    expectVerdicts(rule, onServer(set(`${patch},${monitor}`)), { setup: wrong(update, both), till: silent });
    for (const list of [monitor, ofWindows, "Allow/None"]) {
      expectVerdicts(rule, onServer(set(list)), { setup: wrong(`${patch} and ${update}`, both), till: silent });
    }
  });

  it("reads the ways of shells, PowerShell and cloud-init", () => {
    for (const script of [
      `azcmagent config set extensions.allowlist '${monitor}'`,
      `azcmagent config set extensions.allowlist ${monitor} && azcmagent connect`,
      `azcmagent config set \\\n  extensions.allowlist \\\n  "${monitor}"`,
      `bash -c "azcmagent config set extensions.allowlist \\"${monitor}\\""`,
      `#cloud-config\nruncmd:\n  - [azcmagent, config, set, extensions.allowlist, "${monitor}"]\n`,
      `${set(both)}\n${set(patch, "--remove")}\n${set(update, "-r")}\n${set(monitor, "-a")}`,
    ]) {
      expectVerdicts(rule, onServer(script), { setup: wrong(`${patch} and ${update}`, both), till: silent });
    }
    const [first, second] = ofWindows.split(",");
    const powerShell = `& "$env:ProgramW6432\\AzureConnectedMachineAgent\\azcmagent.exe" config set extensions.allowlist 'A/B'`;
    expectVerdicts(rule, onServer(powerShell, windowsArcServer()), {
      setup: wrong(`${first} and ${second}`, ofWindows),
      till: silent,
    });
  });

  it("takes the system from the script where no server tells it, and from the list where that does not", () => {
    const elsewhere = (script: string) => ({ ...runCommand(script, { machineName: "till" }), from: {} });
    const missing = `${patch} and ${update}`;
    expectVerdicts(rule, [elsewhere(`sudo ${set(ofWindows)}`)], { setup: alone(missing, both) });
    expectVerdicts(rule, [elsewhere(set(both))], { setup: met });
    expectVerdicts(rule, [elsewhere(set(ofWindows))], { setup: met });
    expectVerdicts(rule, [elsewhere(set(patch))], { setup: alone(update, both) });
    expectVerdicts(rule, [elsewhere(set(monitor))], {
      setup: alone("the extensions of Update Manager", `${both} on Linux`, {
        mustBe: "one whose list has those of the server's system",
      }),
    });
  });

  it("is broken by every way that a script reaches a server", () => {
    const found = "properties.settings.commandToExecute";
    expectVerdicts(rule, [arcServer(), customScript({ settings: { commandToExecute: set(monitor) } })], {
      script: wrong(`${patch} and ${update}`, both, { property: found }),
      till: silent,
    });
    const script = Buffer.from(set(monitor)).toString("base64");
    expectVerdicts(rule, [arcServer(), customScript({ settings: unknown, protectedSettings: { script } })], {
      script: wrong(`${patch} and ${update}`, both, { property: "properties.protectedSettings.script" }),
      till: silent,
    });
  });

  it("is broken by scripts of other providers that set up an agent", () => {
    const sudo = `sudo ${set(monitor)}`;
    for (const [type, inputs, property] of [
      ["command:local:Command", { create: sudo }, "create"],
      ["command:remote:Command", { create: unknown, update: sudo }, "update"],
      ["aws:ec2/instance:Instance", { userData: sudo }, "userData"],
      ["aws:ec2/instance:Instance", { userDataBase64: Buffer.from(sudo).toString("base64") }, "userDataBase64"],
      ["gcp:compute/instance:Instance", { metadata: { "startup-script": sudo } }, "metadata.startup-script"],
    ] as const) {
      expectVerdicts(rule, [{ name: "host", type, inputs }], {
        host: alone(`${patch} and ${update}`, both, { property }),
      });
    }
  });

  it("says nothing of commands that have nothing to do with an agent, or are not known", () => {
    const command = (create: string): Declared => ({ name: "host", type: "command:local:Command", inputs: { create } });
    expectVerdicts(rule, [command("echo ready"), command(unknown), linuxMachine()], {});
  });

  it("is broken by what the agent reports", () => {
    const of = (...names: string[]) => ({
      agentConfiguration: {
        extensionsAllowList: names.map((name) => ({ publisher: name.split("/")[0], type: name.split("/")[1] })),
      },
    });
    expectVerdicts(rule, [reporting(of())], { till: met });
    expectVerdicts(rule, [reporting(of(patch, update))], { till: met });
    expectVerdicts(rule, [reporting(of(monitor))], {
      till: broken({
        property: "agentConfiguration.extensionsAllowList",
        found: `a list without ${patch} and ${update}`,
        mustBe: "a list with both",
        fix: `azcmagent config set extensions.allowlist "${both}" --add`,
        component: "ArcServer",
        componentFix: "agent: { allowedExtensions: [] }, which always lets in Update Manager's",
      }),
    });
  });

  it("is not known while a script is not, or takes its list from elsewhere", () => {
    expectVerdicts(rule, [arcServer(), runCommand(unknown)], { setup: knownLater("source.script"), till: silent });
    for (const script of [
      'azcmagent config set extensions.allowlist "$ALLOWED"',
      "azcmagent config set extensions.allowlist $(cat list)",
    ]) {
      expectVerdicts(rule, onServer(script), {
        setup: notKnown({
          property: "source.script",
          because: "sets extensions.allowlist to what only the running script knows",
        }),
        till: silent,
      });
    }
    expectVerdicts(rule, onServer(set(monitor, "--add")), {
      setup: notKnown({
        property: "source.script",
        because: "changes extensions.allowlist, of which only the server has the rest",
      }),
      till: silent,
    });
  });

  it("does not read the settings of extensions that run no script", () => {
    const agent = { publisher: "Microsoft.Azure.Monitor", type: "AzureMonitorLinuxAgent", settings: unknown };
    expectVerdicts(rule, [arcServer(), customScript(agent)], { till: silent });
  });
});
