import assert from "node:assert/strict";
import { connectedByAgent } from "./arc-servers";
import { engineTimeout, withStack } from "./harness";
import { named } from "./life-cycle";

describe("the servers of arc-server-production, on the real engine", function () {
  this.timeout(engineTimeout);

  it("are taken up once their agents connected them, changed in what the component is for, and left when it goes", async () => {
    const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/data-center-servers";
    const id = (name: string) => `${group}/providers/Microsoft.HybridCompute/machines/${name}`;
    await withStack("examples/arc-server-production", async ({ azure, up, preview, destroy }) => {
      const first = await up();
      assert.equal(first.exitCode, 0, first.stdout + first.stderr);

      const onWindows = { ...connectedByAgent, osType: "windows" };
      azure.put("Machine", id("web-01"), connectedByAgent);
      for (const name of ["ledger-01", "archive-01"]) azure.put("Machine", id(name), onWindows);
      const configuration = { connectedServers: "web-01,ledger-01,archive-01" };
      const second = await up({ configuration });
      assert.equal(second.exitCode, 0, second.stdout + second.stderr);

      const machine = (name: string) => azure.resources.find((resource) => resource.id === id(name))?.inputs;
      const resourceGroupName = "data-center-servers";
      const tags = { environment: "production", "managed-by": "pulumi" };
      assert.deepEqual(machine("web-01"), {
        ...connectedByAgent,
        resourceGroupName,
        machineName: "web-01",
        tags,
        osProfile: { linuxConfiguration: { assessmentMode: "AutomaticByPlatform" } },
      });
      assert.deepEqual(machine("ledger-01"), {
        ...onWindows,
        resourceGroupName,
        machineName: "ledger-01",
        tags,
        osProfile: { windowsConfiguration: { assessmentMode: "AutomaticByPlatform", enableHotpatching: true } },
      });
      assert.deepEqual(
        azure.resources.filter(({ type }) => type.name === "LicenseProfile").map((profile) => profile.id),
        [`${id("ledger-01")}/licenseProfiles/default`, `${id("archive-01")}/licenseProfiles/default`],
      );

      const third = await preview({ configuration });
      assert.deepEqual(Object.keys(third.changes), ["same"], third.stdout);
      assert.deepEqual(third.findings.map(named), []);

      const deleted = azure.requests.length;
      assert.equal((await destroy()).exitCode, 0);
      const requests = azure.requests.slice(deleted).filter(({ method }) => method === "DELETE");
      assert.ok(!requests.some((request) => request.id === id("web-01")));
    });
  });
});
