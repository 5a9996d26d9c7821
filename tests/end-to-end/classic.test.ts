import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BridgedProvider, serveBridgedProvider } from "../../tools/azure/bridged-provider";
import { unknown } from "../policypack/fixture";
import { type StateResource, stateOf } from "./classic-state";
import { engineTimeout, type Finding, type TestStack, withStack } from "./harness";
import { named } from "./life-cycle";

const program = "tests/end-to-end/programs/classic";

const unready = [
  "advisory vm-periodic-assessment files",
  "advisory vm-periodic-assessment web",
  "mandatory mc-duration weekly",
  "mandatory net-explicit-outbound files",
  "mandatory net-explicit-outbound web",
  "mandatory net-nsg-egress-linux web",
  "mandatory net-nsg-egress-windows files",
  "mandatory vm-bypass-schedule files",
  "mandatory vm-bypass-schedule web",
  "mandatory vm-patchmode-schedule files",
  "mandatory vm-patchmode-schedule web",
];

describe("the classic provider, on the real engine", function () {
  this.timeout(2 * engineTimeout);
  let provider: BridgedProvider;
  let folder: string;
  before(async () => {
    provider = await serveBridgedProvider();
    folder = mkdtempSync(join(tmpdir(), "pulumi-azure-update-manager-classic-"));
  });
  after(() => {
    provider.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const withProgram = (ready: boolean, use: (stack: TestStack) => Promise<void>) =>
    withStack(program, use, { configuration: { ready: `${ready}` }, providerPorts: { azure: provider.port } });

  function written(name: string, content: string): string {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  }

  it("is judged on the first preview, when every id is unknown", async () => {
    await withProgram(true, async ({ preview }) => {
      const { exitCode, errors, changes, findings } = await preview();
      assert.equal(exitCode, 0, errors.join("\n"));
      assert.deepEqual(changes, { create: 21 });
      assert.deepEqual(findings.map(named), []);
    });
  });

  it("is judged alike before and after deployment, and called by its own names", async () => {
    await withProgram(false, async ({ preview, up, exportState, policyAnalyze }) => {
      const first = await preview();
      for (const f of first.findings) if (f.policyName === "not-known") console.log(f.message);
      assert.deepEqual(first.findings.map(named).sort(), unready);
      const [network, others] = [true, false].map((is) => first.findings.filter((each) => isOfNetwork(each) === is));
      for (const line of firstLines(network ?? [])) {
        assert.match(
          line,
          /: networkInterfaceIds is (linked to subnet servers|closed to .* by security rule "updates)/,
        );
      }
      assert.deepEqual(firstLines(others ?? []), [
        "files: bypassPlatformSafetyChecksOnUserScheduleEnabled is false, must be true for its schedule to run.",
        'files: patchAssessmentMode is "ImageDefault", must be "AutomaticByPlatform" for an assessment every 24 hours.',
        'files: patchMode is "AutomaticByOS", must be "AutomaticByPlatform" for its schedule to run.',
        "web: bypassPlatformSafetyChecksOnUserScheduleEnabled is false, must be true for its schedule to run.",
        'web: patchAssessmentMode is "ImageDefault", must be "AutomaticByPlatform" for an assessment every 24 hours.',
        'web: patchMode is "ImageDefault", must be "AutomaticByPlatform" for its schedule to run.',
        'weekly: window.duration is "04:30", must be from "01:30" to "03:55", as HH:mm.',
      ]);
      const deployed = await up();
      assert.equal(deployed.exitCode, 0, deployed.errors.join("\n"));
      const analyzed = await policyAnalyze(await exportState());
      assert.deepEqual(analyzed.findings.map(named).sort(), unready);
      assert.deepEqual(firstLines(analyzed.findings), firstLines(first.findings));
    });
  });

  it("is mended by its own names", async () => {
    const policyPackConfig = written("remediate.json", JSON.stringify({ "vm-periodic-assessment": "remediate" }));
    await withProgram(false, async ({ preview }) => {
      const { findings, remediations } = await preview({ policyPackConfig });
      assert.deepEqual(
        findings.map(named).sort(),
        unready.filter((each) => !each.includes("vm-periodic-assessment")),
      );
      assert.equal(remediations.length, 2);
      for (const { after } of remediations) {
        assert.equal(Reflect.get(after, "patchAssessmentMode"), "AutomaticByPlatform");
        assert.equal("osProfile" in after, false);
      }
    });
  });

  it("is judged in a state that no program made", async () => {
    const analyze = (...resources: readonly StateResource[]) => {
      let findings: readonly Finding[] = [];
      return withStack(program, async ({ policyAnalyze }) => {
        findings = (await policyAnalyze(written("state.json", stateOf(resources)))).findings;
      }).then(() => findings);
    };
    assert.deepEqual((await analyze(group, web(), weekly(), assigned())).map(named), []);

    const findings = await analyze(
      group,
      web({ patchMode: unknown, patchAssessmentMode: "ImageDefault" }),
      weekly({ window: { ...window, timeZone: "Europe/Berlin" } }),
      assigned(),
    );
    assert.deepEqual(findings.map(named).sort(), [
      "advisory not-known web",
      "advisory vm-periodic-assessment web",
      "mandatory mc-timezone weekly",
    ]);
    const unknownFinding = findings.find(({ policyName }) => policyName === "not-known")?.message ?? "";
    assert.match(
      unknownFinding,
      /web: patchMode is known only after deployment, so these are not judged yet: .*vm-patchmode-schedule/,
    );
  });
});

function isOfNetwork({ policyName }: Finding): boolean {
  return policyName.startsWith("net-");
}

/** What is wrong, as the second line of every message says. */
function firstLines(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ message }) => message.split("\n")[1] ?? "").sort();
}

const id = (type: string, name: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/fleet/providers/${type}/${name}`;

const group: StateResource = {
  name: "group",
  module: "core",
  resource: "ResourceGroup",
  inputs: { name: "fleet", location: "westeurope" },
};

const inGroup = { resourceGroupName: "fleet", location: "westeurope" };

function web(change: object = {}): StateResource {
  return {
    name: "web",
    module: "compute",
    resource: "LinuxVirtualMachine",
    inputs: {
      ...inGroup,
      name: "web",
      sourceImageReference: { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
      patchMode: "AutomaticByPlatform",
      patchAssessmentMode: "AutomaticByPlatform",
      bypassPlatformSafetyChecksOnUserScheduleEnabled: true,
      ...change,
    },
  };
}

const window = {
  startDateTime: "2026-01-10 02:00",
  duration: "03:00",
  timeZone: "W. Europe Standard Time",
  recurEvery: "1Week Saturday",
};

function weekly(change: object = {}): StateResource {
  return {
    name: "weekly",
    module: "maintenance",
    resource: "Configuration",
    inputs: {
      ...inGroup,
      name: "weekly",
      scope: "InGuestPatch",
      inGuestUserPatchMode: "User",
      window,
      installPatches: { reboot: "IfRequired", linuxes: [{ classificationsToIncludes: ["Critical"] }] },
      ...change,
    },
  };
}

/** By ids alone, as in a state whose dependencies nobody kept. */
function assigned(): StateResource {
  return {
    name: "assigned",
    module: "maintenance",
    resource: "AssignmentVirtualMachine",
    inputs: {
      location: "westeurope",
      virtualMachineId: id("Microsoft.Compute/virtualMachines", "web"),
      maintenanceConfigurationId: id("Microsoft.Maintenance/maintenanceConfigurations", "weekly"),
    },
  };
}
