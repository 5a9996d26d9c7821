import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type ClientSettings, wantedValues } from "../../../components/windows-update-client/policy-values";
import { anySettings } from "./settings";

const machine = { machineKind: "azure", patchOrchestration: "CustomerManagedSchedules" } as const;

type Registry = ReadonlyMap<string, number | string>;

/** The registry after a script ran, from what it was before. */
function registryAfter(settings: ClientSettings, before: Registry = new Map()): Registry {
  const registry = new Map(before);
  for (const { policy, data } of wantedValues(settings)) {
    const path = `${policy.key}\\${policy.value}`;
    if (data === undefined) registry.delete(path);
    else registry.set(path, data);
  }
  return registry;
}

const policies = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";

/** The registry by the names of its values, below the policies of Windows Update. */
const named = (registry: Registry) =>
  Object.fromEntries([...registry].map(([path, data]) => [path.replace(`${policies}\\`, ""), data]));

describe("the registry of Windows Update", () => {
  it("names the WSUS server, and all that goes with it", () => {
    const wsus = {
      serverUrl: "https://wsus.example.com:8531",
      targetGroups: ["Servers", "Broad"],
      blockInternetLocations: true,
      allowTrustedPublishers: true,
    };
    assert.deepEqual(named(registryAfter({ ...machine, updateSource: "Wsus", wsus })), {
      WUServer: "https://wsus.example.com:8531",
      WUStatusServer: "https://wsus.example.com:8531",
      "AU\\UseWUServer": 1,
      TargetGroup: "Servers;Broad",
      TargetGroupEnabled: 1,
      DoNotConnectToWindowsUpdateInternetLocations: 1,
      AcceptTrustedPublisherCerts: 1,
    });
  });

  it("names nothing that was not asked for", () => {
    const wsus = { serverUrl: "http://wsus:8530", blockInternetLocations: false, allowTrustedPublishers: false };
    assert.deepEqual(named(registryAfter({ ...machine, updateSource: "Wsus", wsus })), {
      WUServer: "http://wsus:8530",
      WUStatusServer: "http://wsus:8530",
      "AU\\UseWUServer": 1,
    });
    assert.deepEqual(named(registryAfter({ ...machine, updateSource: "WindowsUpdate" })), {});
    assert.deepEqual(named(registryAfter({ ...machine, updateSource: "MicrosoftUpdate" })), {
      "AU\\AllowMUUpdateService": 1,
    });
  });

  it("switches Automatic Updates off on Arc-enabled servers, and leaves it to Azure on virtual machines", () => {
    assert.deepEqual(named(registryAfter(machine)), {});
    assert.deepEqual(named(registryAfter({ ...machine, machineKind: "arc" })), { "AU\\NoAutoUpdate": 1 });
    assert.deepEqual(named(registryAfter({ ...machine, automaticUpdates: "Off" })), { "AU\\NoAutoUpdate": 1 });
  });

  it("says what Automatic Updates does", () => {
    const arc = { ...machine, machineKind: "arc" } as const;
    assert.deepEqual(named(registryAfter({ ...arc, automaticUpdates: "NotifyBeforeDownload" })), {
      "AU\\NoAutoUpdate": 0,
      "AU\\AUOptions": 2,
    });
    assert.deepEqual(named(registryAfter({ ...arc, automaticUpdates: "DownloadAndNotify" })), {
      "AU\\NoAutoUpdate": 0,
      "AU\\AUOptions": 3,
    });
  });

  it("has a schedule of Windows's own", () => {
    const byOs = {
      machineKind: "azure",
      patchOrchestration: "AutomaticByOS",
      automaticUpdates: "ScheduledInstall",
    } as const;
    const daily = {
      "AU\\NoAutoUpdate": 0,
      "AU\\AUOptions": 4,
      "AU\\ScheduledInstallDay": 0,
      "AU\\ScheduledInstallTime": 3,
    };
    assert.deepEqual(named(registryAfter(byOs)), daily);
    assert.deepEqual(named(registryAfter({ ...byOs, scheduledInstall: { weekday: "Sunday", hour: 0 } })), {
      ...daily,
      "AU\\ScheduledInstallDay": 1,
      "AU\\ScheduledInstallTime": 0,
    });
    const scheduledInstall = { weekday: "Saturday", alwaysAutoRestartMinutes: 30 } as const;
    assert.deepEqual(named(registryAfter({ ...byOs, scheduledInstall })), {
      ...daily,
      "AU\\ScheduledInstallDay": 7,
      "AU\\AlwaysAutoRebootAtScheduledTime": 1,
      "AU\\AlwaysAutoRebootAtScheduledTimeMinutes": 30,
    });
    assert.deepEqual(named(registryAfter({ ...byOs, scheduledInstall: { noAutoRestartWithLoggedOnUsers: true } })), {
      ...daily,
      "AU\\NoAutoRebootWithLoggedOnUsers": 1,
    });
  });

  const restarts: Registry = new Map([
    [`${policies}\\AU\\NoAutoRebootWithLoggedOnUsers`, 1],
    [`${policies}\\AU\\AlwaysAutoRebootAtScheduledTime`, 1],
    [`${policies}\\AU\\AlwaysAutoRebootAtScheduledTimeMinutes`, 15],
  ]);

  it("loses the restarts that Windows would force or hold back, unless Windows is to install", () => {
    for (const patchOrchestration of ["CustomerManagedSchedules", "AzureManagedSafeDeployment", "Manual"] as const) {
      assert.deepEqual(named(registryAfter({ ...machine, patchOrchestration }, restarts)), {});
    }
    assert.deepEqual(registryAfter({ ...machine, patchOrchestration: "AutomaticByOS" }, restarts), restarts);
  });

  it("keeps what no argument speaks of", () => {
    const before: Registry = new Map<string, string | number>([
      [`${policies}\\WUServer`, "http://old:8530"],
      [`${policies}\\AU\\UseWUServer`, 1],
      [`${policies}\\AU\\AUOptions`, 3],
    ]);
    assert.deepEqual(registryAfter(machine, before), before);
  });

  it("is the same after another run, and whatever was set by the same arguments before", () => {
    fc.assert(
      fc.property(anySettings, anySettings, (former, latter) => {
        const fresh = registryAfter(latter);
        assert.deepEqual(registryAfter(latter, fresh), fresh);
        const decided = wantedValues(latter).map(({ policy }) => `${policy.key}\\${policy.value}`);
        const changed = registryAfter(latter, registryAfter(former));
        for (const path of decided) assert.equal(changed.get(path), fresh.get(path), path);
        assert.equal(new Set(decided).size, decided.length, "a value is decided twice");
      }),
    );
  });

  it("has values of the types that Windows reads", () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        for (const { policy, data } of wantedValues(settings)) {
          if (data !== undefined)
            assert.equal(typeof data, policy.type === "REG_SZ" ? "string" : "number", policy.value);
        }
      }),
    );
  });
});
