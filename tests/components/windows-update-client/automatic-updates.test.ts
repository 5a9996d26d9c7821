import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Problems } from "../../../components/shared/problems";
import { resolveOrchestration } from "../../../components/windows-update-client/automatic-updates";
import { AutomaticUpdates, type PatchOrchestration } from "../../../index";
import { failure, resolved } from "../program";
import {
  clientPage,
  onArcServer,
  onVirtualMachine,
  orchestrationPage,
  problemsOf,
  reasonsOf,
  restartsPage,
  settingsPage,
} from "./arguments";

const everywhere = { ...onVirtualMachine, ...onArcServer };

/** Which ways of Automatic Updates agree with an orchestration, on machines of a kind. */
const agreeing = (machines: object, patchOrchestration: PatchOrchestration) =>
  Object.values(AutomaticUpdates).filter(
    (automaticUpdates) => problemsOf({ ...machines, patchOrchestration, automaticUpdates }).length === 0,
  );

describe("automatic updates", () => {
  it("agree with the patch orchestration of a virtual machine", () => {
    assert.deepEqual(agreeing(onVirtualMachine, "CustomerManagedSchedules"), ["Off"]);
    assert.deepEqual(agreeing(onVirtualMachine, "AzureManagedSafeDeployment"), ["Off"]);
    assert.deepEqual(agreeing(onVirtualMachine, "Manual"), ["Off"]);
    assert.deepEqual(agreeing(onVirtualMachine, "AutomaticByOS"), ["ScheduledInstall"]);
  });

  it("agree with what is meant on an Arc-enabled server", () => {
    const others = ["Off", "NotifyBeforeDownload", "DownloadAndNotify"];
    assert.deepEqual(agreeing(onArcServer, "CustomerManagedSchedules"), others);
    assert.deepEqual(agreeing(onArcServer, "Manual"), others);
    assert.deepEqual(agreeing(onArcServer, "AutomaticByOS"), ["ScheduledInstall"]);
  });

  it("install nothing beside schedules, which are what a machine has unless told otherwise", () => {
    const problems = [
      `automaticUpdates: "ScheduledInstall" contradicts patchOrchestration "CustomerManagedSchedules": Windows would install updates and restart when it likes. Give "Off", or patchOrchestration "AutomaticByOS". See ${clientPage}`,
    ];
    assert.deepEqual(problemsOf({ ...onArcServer, automaticUpdates: "ScheduledInstall" }), problems);
    assert.deepEqual(problemsOf({ ...everywhere, automaticUpdates: "ScheduledInstall" }), problems);
  });

  it("install where nobody else does", () => {
    assert.deepEqual(
      problemsOf({ ...everywhere, patchOrchestration: "AutomaticByOS", automaticUpdates: "DownloadAndNotify" }),
      [
        `automaticUpdates: "DownloadAndNotify" contradicts patchOrchestration "AutomaticByOS": nobody would install updates. Give "ScheduledInstall". See ${clientPage}`,
      ],
    );
  });

  it("leave to Azure what it writes", () => {
    assert.deepEqual(
      problemsOf({ ...everywhere, patchOrchestration: "Manual", automaticUpdates: "DownloadAndNotify" }),
      [
        `automaticUpdates: "DownloadAndNotify" contradicts patchOrchestration "Manual": on virtualMachines Azure itself switches Automatic Updates off then. Leave it out, or give "Off". See ${clientPage}`,
      ],
    );
  });

  it("are beside an orchestration that Windows has", () => {
    assert.deepEqual(problemsOf({ ...onVirtualMachine, patchOrchestration: "ImageDefault" }), [
      `patchOrchestration: "ImageDefault" is not one of "CustomerManagedSchedules", "AzureManagedSafeDeployment", "AutomaticByOS" or "Manual". See ${orchestrationPage}`,
    ]);
    assert.deepEqual(problemsOf({ ...everywhere, patchOrchestration: "AzureManagedSafeDeployment" }), [
      `patchOrchestration: "AzureManagedSafeDeployment" is not to be had on arcServers: there it is "CustomerManagedSchedules", "AutomaticByOS" or "Manual". See ${orchestrationPage}`,
    ]);
  });

  it("have a schedule of Windows's own only where it is followed, within what Windows takes", () => {
    assert.deepEqual(
      problemsOf({
        ...onVirtualMachine,
        automaticUpdates: "On",
        scheduledInstall: {
          weekday: "Someday",
          hour: 24,
          noAutoRestartWithLoggedOnUsers: true,
          alwaysAutoRestartMinutes: 14,
        },
      }),
      [
        `automaticUpdates: "On" is not one of "Off", "NotifyBeforeDownload", "DownloadAndNotify" or "ScheduledInstall". See ${settingsPage}`,
        `scheduledInstall: has no effect unless automaticUpdates is "ScheduledInstall": leave it out. See ${restartsPage}`,
        `scheduledInstall.weekday: "Someday" is not one of "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" or "Sunday". See ${settingsPage}`,
        `scheduledInstall.hour: 24 is not a whole hour from 0 to 23. See ${settingsPage}`,
        `scheduledInstall.alwaysAutoRestartMinutes: 14 is not a whole number of minutes from 15 to 180. See ${restartsPage}`,
        `scheduledInstall.alwaysAutoRestartMinutes: has no effect beside noAutoRestartWithLoggedOnUsers: leave out one of the two. See ${restartsPage}`,
      ],
    );
    const scheduled = (scheduledInstall: object) =>
      problemsOf({
        ...onVirtualMachine,
        patchOrchestration: "AutomaticByOS",
        automaticUpdates: "ScheduledInstall",
        scheduledInstall,
      }).length;
    assert.deepEqual(
      [0, 23, -1, 24, 1.5].map((hour) => scheduled({ hour })),
      [0, 0, 1, 1, 1],
    );
    const minutes = [15, 180, 14, 181, 20.5];
    assert.deepEqual(
      minutes.map((alwaysAutoRestartMinutes) => scheduled({ alwaysAutoRestartMinutes })),
      [0, 0, 1, 1, 1],
    );
  });

  describe("beside an orchestration that is an output", () => {
    const title = 'WindowsUpdateClient "updates"';
    const orchestrationOf = (patchOrchestration: PatchOrchestration) => {
      const problems: Problems = new Problems(title);
      const args = {
        patchOrchestration: pulumi.output(patchOrchestration),
        automaticUpdates: AutomaticUpdates.ScheduledInstall,
      };
      const orchestration = resolveOrchestration(args, ["azure"], title, problems);
      assert.equal(problems.any, false);
      return pulumi.output(orchestration);
    };

    it("are checked when it resolves", async () => {
      assert.equal(await resolved(orchestrationOf("AutomaticByOS")), "AutomaticByOS");
      assert.deepEqual(reasonsOf(await failure(orchestrationOf("Manual"))), [
        `automaticUpdates: "ScheduledInstall" contradicts patchOrchestration "Manual": Windows would install updates and restart when it likes. Give "Off", or patchOrchestration "AutomaticByOS". See ${clientPage}`,
      ]);
    });
  });
});

describe("all that is wrong with a client of Windows Update", () => {
  it("is said at once", () => {
    assert.deepEqual(
      problemsOf({
        updateSource: "Wsus",
        automaticUpdates: "Off",
        patchOrchestration: "ImageDefault",
        trigger: "",
        timeoutInSeconds: 59,
      }),
      [
        "virtualMachines: give a machine, here or under arcServers.",
        `wsus: updateSource is "Wsus": give the server, as wsus.serverUrl. See ${clientPage}`,
        `patchOrchestration: "ImageDefault" is not one of "CustomerManagedSchedules", "AzureManagedSafeDeployment", "AutomaticByOS" or "Manual". See ${orchestrationPage}`,
        'trigger: "" is not a text on one line, of ASCII characters.',
        "timeoutInSeconds: 59 is not a whole number of seconds from 60.",
      ],
    );
  });

  it("is about a trigger that could end the comment it is in, too", () => {
    for (const trigger of ["two\nlines", "Jänner", "\u2028"]) {
      assert.deepEqual(problemsOf({ ...onVirtualMachine, trigger }), [
        `trigger: ${JSON.stringify(trigger)} is not a text on one line, of ASCII characters.`,
      ]);
    }
  });
});
