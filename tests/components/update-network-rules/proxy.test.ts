import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { designUpdateNetworkRules } from "../../../components/update-network-rules/design";
import { linuxScript } from "../../../components/update-network-rules/proxy-scripts";
import type { ProxyArgs, UpdateSourcesArgs } from "../../../index";
import { failure, resolved } from "../program";

const platform = ["localhost", "127.0.0.1", "168.63.129.16", "169.254.169.254"];

async function settings(proxy: ProxyArgs, sources: UpdateSourcesArgs = { windowsUpdate: true }) {
  const { proxySettings } = designUpdateNetworkRules("updates", { sources, proxy });
  assert.ok(proxySettings);
  return resolved(proxySettings);
}

describe("the settings of a proxy", () => {
  it("pass by Azure's platform, servers of one's own and what is asked for", async () => {
    const { url, bypass } = await settings(
      { host: pulumi.output("proxy.example.com"), port: 3128, bypass: ["*.corp.example.com", "10.0.0.0/8"] },
      { windowsUpdate: true, wsus: { fqdns: ["wsus.example.com"], addresses: [pulumi.output("10.0.3.4")] } },
    );
    assert.equal(url, "http://proxy.example.com:3128");
    assert.deepEqual(bypass, [...platform, "wsus.example.com", "10.0.3.4", "*.corp.example.com", "10.0.0.0/8"]);
  });

  it("say that a security group needs an address, once a host that is an output shows to be a name", async () => {
    const { securityRules } = designUpdateNetworkRules("updates", {
      sources: { windowsUpdate: true },
      networkSecurityGroup: {},
      proxy: { host: pulumi.output("proxy.example.com"), port: 3128 },
    });
    const error = await failure(pulumi.output(securityRules?.rules[0]?.rule.destinationAddressPrefix));
    assert.ok(pulumi.InputPropertiesError.isInstance(error));
    assert.deepEqual(error.errors, [
      {
        propertyPath: "proxy.addresses",
        reason: "give its addresses, since proxy.host is a name: a network security group can't name hosts.",
      },
    ]);
  });

  it("are those of WinHTTP on Windows", async () => {
    const { windowsScript } = await settings({ host: "proxy", port: 8080 });
    assert.equal(
      windowsScript,
      'netsh winhttp set proxy proxy-server="proxy:8080" bypass-list="<local>;168.63.129.16;169.254.169.254"\n',
    );
  });

  it("are the Connected Machine agent's with Arc alone", async () => {
    const proxy = { host: "proxy", port: 8080 };
    assert.deepEqual((await settings(proxy)).arcAgentCommands, []);
    assert.deepEqual((await settings(proxy, { arc: {} })).arcAgentCommands, [
      'azcmagent config set proxy.url "http://proxy:8080"',
    ]);
    assert.deepEqual((await settings(proxy, { arc: { privateLinkScope: true } })).arcAgentCommands, [
      'azcmagent config set proxy.url "http://proxy:8080"',
      'azcmagent config set proxy.bypass "Arc"',
    ]);
  });
});

describe("the shell script of a proxy", () => {
  let root: string;
  const file = (path: string) => readFileSync(join(root, path), "utf8");
  /** Runs the script with /etc in a folder of the test's. */
  const run = (bypass: readonly string[]) =>
    execFileSync("sh", ["-c", linuxScript("http://proxy:3128", bypass).replaceAll("/etc/", `${root}/etc/`)]);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "proxy-"));
    for (const folder of ["apt/apt.conf.d", "dnf", "sysconfig"])
      mkdirSync(join(root, "etc", folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("sets the proxy of apt, dnf and zypper, and leaves their other settings", () => {
    writeFileSync(join(root, "etc/dnf/dnf.conf"), "[main]\ngpgcheck=1\nproxy = http://old\nproxy_username=x\n");
    writeFileSync(
      join(root, "etc/sysconfig/proxy"),
      '# settings\nPROXY_ENABLED="no"\nHTTP_PROXY=""\nHTTPS_PROXY=""\nFTP_PROXY=""\nNO_PROXY="localhost"\n',
    );
    const settled = () => ["etc/apt/apt.conf.d/95-update-proxy", "etc/dnf/dnf.conf", "etc/sysconfig/proxy"].map(file);
    run(["localhost", "*.example.com", "10.0.0.0/8"]);
    const first = settled();
    assert.deepEqual(first, [
      [
        'Acquire::http::Proxy "http://proxy:3128";',
        'Acquire::https::Proxy "http://proxy:3128";',
        'Acquire::http::Proxy::localhost "DIRECT";',
        'Acquire::https::Proxy::localhost "DIRECT";',
        "",
      ].join("\n"),
      "[main]\nproxy=http://proxy:3128\ngpgcheck=1\nproxy_username=x\n",
      '# settings\nFTP_PROXY=""\nPROXY_ENABLED="yes"\nHTTP_PROXY="http://proxy:3128"\nHTTPS_PROXY="http://proxy:3128"\nNO_PROXY="localhost,.example.com"\n',
    ]);
    run(["localhost", "*.example.com", "10.0.0.0/8"]);
    assert.deepEqual(settled(), first);
  });

  it("does nothing for package managers that a machine does not have", () => {
    rmSync(join(root, "etc"), { recursive: true });
    assert.equal(run(["localhost"]).toString(), "");
  });
});
