import { gzipSync } from "node:zlib";
import { wlArcOnAzureVm as rule } from "../../../policypack/rules/images-and-workloads/wl-arc-on-azure-vm";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, linuxMachine, linuxProfile, scheduledPatchSettings, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const onboarding = "#!/bin/sh\nwget https://aka.ms/azcmagent -O /tmp/install.sh\nazcmagent connect --tenant-id 1\n";

function machineWith(customData: string) {
  return linuxMachine({ osProfile: { ...linuxProfile(scheduledPatchSettings), customData } });
}

function extension(inputs: object): Declared {
  return {
    name: "script",
    type: "azure-native:compute:VirtualMachineExtension",
    inputs: { vmName: unknown, publisher: "Microsoft.Azure.Extensions", type: "CustomScript", ...inputs },
    from: { vmName: ["web"] },
  };
}

function runCommand(source: object): Declared {
  return {
    name: "command",
    type: "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
    inputs: { vmName: unknown, source },
    from: { vmName: ["web"] },
  };
}

const finding = (property: string) =>
  broken({
    property,
    found: "a script that installs the Azure Connected Machine agent",
    mustBe: "one that does not, since Update Manager reaches an Azure VM without Azure Arc",
    fix: `remove the installation and \`azcmagent connect\` from ${property}`,
  });

describe("wl-arc-on-azure-vm", () => {
  it("is met without scripts and by scripts that do other things", () => {
    const other = base64("#!/bin/sh\ndnf install -y nginx\n");
    expectVerdicts(rule, [machineWith(other), extension({ settings: { commandToExecute: "echo ready" } })], {
      web: met,
      script: met,
    });
    expectVerdicts(rule, [linuxMachine()], { web: met });
  });

  it("is met by a script that disconnects or removes the agent", () => {
    expectVerdicts(rule, [machineWith(base64("azcmagent disconnect --force-local-only\ndnf remove -y azcmagent\n"))], {
      web: met,
    });
  });

  it("is broken by custom data, plain, as a list of cloud-init, unpacked and in parts", () => {
    const parts = [
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "Content-Type: text/x-shellscript",
      "Content-Transfer-Encoding: base64",
      "",
      base64(onboarding),
      "--b--",
    ];
    for (const customData of [
      base64(onboarding),
      base64("#cloud-config\nruncmd:\n  - [azcmagent, connect, --tenant-id, '1']\n"),
      gzipSync(onboarding).toString("base64"),
      base64(parts.join("\r\n")),
    ]) {
      expectVerdicts(rule, [machineWith(customData)], { web: finding("osProfile.customData") });
    }
  });

  it("is broken by user data", () => {
    expectVerdicts(rule, [linuxMachine({ userData: base64(onboarding) })], { web: finding("userData") });
  });

  it("is broken by each way that an extension takes scripts", () => {
    for (const [block, inputs] of [
      ["settings.commandToExecute", { settings: { commandToExecute: "bash install_linux_azcmagent.sh" } }],
      ["protectedSettings.commandToExecute", { protectedSettings: { commandToExecute: "azcmagent.exe connect -t 1" } }],
      ["protectedSettings.script", { protectedSettings: { script: base64(onboarding) } }],
      ["settings.fileUris", { settings: { fileUris: ["https://x/a.sh", "https://x/install_windows_azcmagent.ps1"] } }],
    ] as const) {
      expectVerdicts(rule, [linuxMachine(), extension(inputs)], { web: met, script: finding(block) });
    }
  });

  it("is broken by run commands", () => {
    expectVerdicts(rule, [linuxMachine(), runCommand({ script: onboarding })], {
      web: met,
      command: finding("source.script"),
    });
    expectVerdicts(rule, [linuxMachine(), runCommand({ scriptUri: "https://aka.ms/azcmagent" })], {
      web: met,
      command: finding("source.scriptUri"),
    });
  });

  it("does not apply to declared test machines", () => {
    expectVerdicts(rule, [machineWith(base64(`export MSFT_ARC_TEST=true\n${onboarding}`))], {
      web: notApplicable("the script declares the machine a test machine of Azure Arc"),
    });
  });

  it("is not known while a script is not, or cannot be unpacked", () => {
    expectVerdicts(rule, [machineWith(unknown), extension({ protectedSettings: unknown })], {
      web: notKnown({ property: "osProfile.customData", because: "is known only after deployment" }),
      script: notKnown({ property: "protectedSettings", because: "is known only after deployment" }),
    });
    expectVerdicts(rule, [machineWith(Buffer.from([0x1f, 0x8b, 1]).toString("base64"))], {
      web: notKnown({ property: "osProfile.customData", because: "is gzip data that cannot be unpacked" }),
    });
  });
});
