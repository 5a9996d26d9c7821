import assert from "node:assert/strict";
import * as fc from "fast-check";
import { designArcServer } from "../../../components/arc-server/design";
import { allowListName, extensionListProblems, patchExtensions } from "../../../facts/extensions";
import type { ArcServerArgs } from "../../../index";
import { id, linux, problemsOf } from "./arguments";

describe("the agent of an ArcServer", () => {
  const settings = (args: object) =>
    designArcServer("files", { ...linux, ...args } as ArcServerArgs).agent.settings.map(
      ({ property, value }) => `${property}=${value}`,
    );

  it("is in full mode with extensions on, whatever it was before", () => {
    assert.deepEqual(settings({}), ["config.mode=full", "extensions.enabled=true"]);
  });

  it("lets in Update Manager's extensions beside those of an allow list", () => {
    assert.deepEqual(settings({ agent: { allowedExtensions: [] } }).slice(2), [
      "extensions.allowlist=Microsoft.CPlat.Core/LinuxPatchExtension,Microsoft.SoftwareUpdateManagement/LinuxOsUpdateExtension",
    ]);
    assert.deepEqual(
      settings({
        operatingSystem: "Windows",
        agent: {
          allowedExtensions: ["Microsoft.Azure.Monitor/AzureMonitorWindowsAgent"],
          blockedExtensions: ["Microsoft.Compute/CustomScriptExtension"],
          guestConfigurationEnabled: false,
        },
      }).slice(2),
      [
        "extensions.allowlist=Microsoft.CPlat.Core/WindowsPatchExtension,Microsoft.SoftwareUpdateManagement/WindowsOsUpdateExtension,Microsoft.Azure.Monitor/AzureMonitorWindowsAgent",
        "extensions.blocklist=Microsoft.Compute/CustomScriptExtension",
        "guestconfiguration.enabled=false",
      ],
    );
  });

  it("reaches Azure Arc past the proxy through a private link scope", () => {
    const proxied = { agent: { proxyUrl: "http://proxy:3128" } };
    assert.deepEqual(settings(proxied).slice(2), ["proxy.url=http://proxy:3128"]);
    assert.deepEqual(settings({ ...proxied, privateLinkScopeId: id("privateLinkScopes/scope") }).slice(2), [
      "proxy.url=http://proxy:3128",
      "proxy.bypass=Arc",
    ]);
  });

  it("never keeps Update Manager out", () => {
    const name = fc.stringMatching(/^[A-Za-z0-9.]{1,8}\/[A-Za-z0-9.]{1,8}$/);
    const own = fc.constantFrom(
      ...(["Linux", "Windows"] as const).flatMap((system) => patchExtensions("arc", system).map(allowListName)),
    );
    const names = fc.array(fc.oneof(name, own));
    fc.assert(
      fc.property(
        fc.constantFrom("Linux" as const, "Windows" as const),
        fc.option(names, { nil: undefined }),
        names,
        (operatingSystem, allowedExtensions, blockedExtensions) => {
          const args = { ...linux, operatingSystem, agent: { allowedExtensions, blockedExtensions } };
          if (problemsOf(args).length > 0) return;
          const list = (property: string) =>
            settings(args)
              .find((setting) => setting.startsWith(`${property}=`))
              ?.slice(property.length + 1)
              .split(",");
          assert.deepEqual(
            extensionListProblems(operatingSystem, {
              allowList: list("extensions.allowlist"),
              blockList: list("extensions.blocklist"),
            }),
            [],
          );
        },
      ),
    );
  });
});
