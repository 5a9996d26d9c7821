import assert from "node:assert/strict";
import { agentCloudOf, agentClouds, hotpatchSystems, machineName } from "../../facts/arc-agent";
import { Cloud } from "../../facts/cloud";
import { arcEndpoints } from "../../facts/network";

describe("facts/arc-agent", () => {
  it("has every cloud", () => {
    assert.deepEqual(
      agentClouds.map(({ cloud }) => cloud),
      Object.values(Cloud),
    );
    assert.equal(agentCloudOf("china").name, "AzureChinaCloud");
  });

  it("has the installers where every server reaches them", () => {
    for (const { cloud, installers } of agentClouds) {
      const suffixes = arcEndpoints(cloud, ["always"]).flatMap(({ fqdns }) =>
        fqdns.map((fqdn) => fqdn.replace("*", "")),
      );
      for (const url of Object.values(installers)) {
        assert.ok(
          suffixes.some((suffix) => suffix.startsWith(".") && new URL(url).hostname.endsWith(suffix)),
          url,
        );
      }
    }
  });

  it("knows a server's name", () => {
    for (const name of ["a", "files-01", "files_01.example.com", "a".repeat(54)])
      assert.match(name, machineName.pattern);
    for (const name of ["", "files-", "files_", "a b", "a".repeat(55)]) assert.doesNotMatch(name, machineName.pattern);
  });

  it("names the one system that hotpatches", () => assert.deepEqual(hotpatchSystems.systems, ["Windows Server 2025"]));
});
