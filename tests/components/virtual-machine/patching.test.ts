import assert from "node:assert/strict";
import { designVirtualMachine } from "../../../components/virtual-machine/design";
import { assessmentModes, patchModes, rebootSettings } from "../../../facts/machine-settings";
import { AssessmentMode, type PatchArgs, RebootSetting } from "../../../index";
import { custom, linux, windows } from "../arguments";
import { problemsOf } from "./problems-of";

const guestPatching = "https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching";
const hotpatchable = { ...windows, image: "windows-server-2022-azure-edition-hotpatch" };

const patching = (args: PatchArgs, machine = windows) =>
  designVirtualMachine("web", { ...machine, ...args }).guest.patching;

describe("the patching of a machine", () => {
  it("offers only what Azure takes", () => {
    assert.deepEqual(Object.values(AssessmentMode).sort(), [...assessmentModes].sort());
    assert.deepEqual(
      Object.values(RebootSetting).filter((setting) => !rebootSettings.includes(setting)),
      [],
    );
  });

  it("leaves updates to Azure, at times that it chooses", () => {
    assert.deepEqual(patching({ patchOrchestration: "AzureManagedSafeDeployment" }, linux), {
      orchestration: "AzureManagedSafeDeployment",
      patchSettings: {
        patchMode: "AutomaticByPlatform",
        assessmentMode: "AutomaticByPlatform",
        automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: false },
      },
      enableAutomaticUpdates: undefined,
    });
  });

  it("leaves updates to the image", () => {
    assert.deepEqual(patching({ patchOrchestration: "ImageDefault" }, linux), {
      orchestration: "ImageDefault",
      patchSettings: { patchMode: "ImageDefault", assessmentMode: "AutomaticByPlatform" },
      enableAutomaticUpdates: undefined,
    });
  });

  it("leaves updates to Windows, or to nobody", () => {
    assert.deepEqual(patching({ patchOrchestration: "AutomaticByOS" }), {
      orchestration: "AutomaticByOS",
      patchSettings: { patchMode: "AutomaticByOS", assessmentMode: "AutomaticByPlatform" },
      enableAutomaticUpdates: true,
    });
    assert.deepEqual(patching({ patchOrchestration: "Manual" }), {
      orchestration: "Manual",
      patchSettings: { patchMode: "Manual", assessmentMode: "AutomaticByPlatform" },
      enableAutomaticUpdates: false,
    });
  });

  it("installs updates without a restart where the image takes them", () => {
    assert.deepEqual(patching({ patchSettings: { enableHotpatching: true } }, hotpatchable), {
      orchestration: "CustomerManagedSchedules",
      patchSettings: {
        patchMode: "AutomaticByPlatform",
        assessmentMode: "AutomaticByPlatform",
        automaticByPlatformSettings: { bypassPlatformSafetyChecksOnUserSchedule: true },
        enableHotpatching: true,
      },
      enableAutomaticUpdates: true,
    });
  });

  it("has a patch mode of the machine's system", () => {
    assert.ok(patchModes.Windows.includes(patching({}).patchSettings.patchMode));
    assert.ok(patchModes.Linux.includes(patching({}, linux).patchSettings.patchMode));
  });

  const withoutEffect =
    'has no effect with patchOrchestration "Manual": leave it out, or choose "CustomerManagedSchedules" or ' +
    `"AzureManagedSafeDeployment". See ${guestPatching}`;
  const wrong: [title: string, args: object, problems: string[]][] = [
    [
      "an orchestration of the other system",
      { ...linux, patchOrchestration: "Manual" },
      [
        `patchOrchestration: "Manual" is not to be had on Linux: choose "CustomerManagedSchedules", "AzureManagedSafeDeployment" or "ImageDefault". See ${guestPatching}`,
      ],
    ],
    [
      "an orchestration that there isn't",
      { ...windows, patchOrchestration: "AutomaticByPlatform" },
      [
        `patchOrchestration: "AutomaticByPlatform" is not to be had on Windows: choose "CustomerManagedSchedules", "AzureManagedSafeDeployment", "AutomaticByOS" or "Manual". See ${guestPatching}`,
      ],
    ],
    [
      "settings that there aren't",
      { ...windows, patchSettings: { assessmentMode: "Daily", rebootSetting: "Sometimes" } },
      [
        'patchSettings.assessmentMode: "Daily" is not one of "AutomaticByPlatform" or "ImageDefault".',
        'patchSettings.rebootSetting: "Sometimes" is not one of "IfRequired", "Never" or "Always".',
      ],
    ],
    [
      "settings without effect",
      {
        ...hotpatchable,
        patchOrchestration: "Manual",
        patchSettings: { rebootSetting: "Never", enableHotpatching: true },
      },
      [`patchSettings.enableHotpatching: ${withoutEffect}`, `patchSettings.rebootSetting: ${withoutEffect}`],
    ],
    [
      "automatic guest patching of an image that it doesn't list",
      { ...linux, image: "debian-11", patchOrchestration: "AzureManagedSafeDeployment" },
      [
        `patchOrchestration: Debian:debian-11:11-gen2 is not on the list of automatic guest patching, which takes exact matches only. See ${guestPatching}`,
      ],
    ],
    [
      "automatic guest patching of an image of one's own",
      { ...custom, patchOrchestration: "AzureManagedSafeDeployment" },
      [
        `patchOrchestration: "AzureManagedSafeDeployment" is not to be had with an image of one's own, only with those that ${guestPatching} lists.`,
      ],
    ],
    [
      "hotpatching of an image that doesn't take it",
      { ...windows, image: "windows-server-2022-azure-edition", patchSettings: { enableHotpatching: true } },
      [
        `patchSettings.enableHotpatching: MicrosoftWindowsServer:WindowsServer:2022-datacenter-azure-edition takes no hotpatches: only the Azure Edition images that ${guestPatching} lists do.`,
      ],
    ],
    [
      "hotpatching of an image of one's own",
      {
        ...custom,
        operatingSystem: "Windows",
        sshPublicKeys: [],
        adminPassword: "Correct-Horse-7",
        patchSettings: { enableHotpatching: true },
      },
      [
        `patchSettings.enableHotpatching: images of one's own are not known to take hotpatches: only the Azure Edition images that ${guestPatching} lists do.`,
      ],
    ],
    [
      "hotpatching of Linux, though it be off",
      { ...linux, patchSettings: { enableHotpatching: false } },
      [`patchSettings.enableHotpatching: has no meaning on Linux: leave it out. See ${guestPatching}`],
    ],
  ];
  for (const [title, args, problems] of wrong) {
    it(`is refused: ${title}`, () => assert.deepEqual(problemsOf(args), problems));
  }
});
