import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { onboardingScript, type ScriptValues } from "../../../components/arc-server/script";
import { anyTexts, complete, fewest } from "./script-values";
import { findShellCheck, type ShellCheck } from "./shellcheck";

const script = (values: Partial<ScriptValues> = {}) =>
  onboardingScript({ ...fewest, operatingSystem: "Linux", ...values });

const variants: Readonly<Record<string, Partial<ScriptValues>>> = {
  "with a secret from the environment": {},
  "with a secret in it": { secret: 'it\'s "quoted" \\ $HOME' },
  "with a certificate": { certificatePath: "/etc/arc/onboarding.pem" },
  "with Python": { installPython: true },
  "with everything": { ...complete, installPython: true },
};

describe("the onboarding script for Linux", () => {
  it("reads as it should", () => {
    assert.equal(
      script({ ...complete, tags: { team: "files" }, gatewayId: undefined }),
      `#!/usr/bin/env bash
# Connects this server to Azure Arc, set up so that Azure Update Manager can patch it.
set -euo pipefail

if [[ $EUID -ne 0 ]]; then
  echo 'Run this script as root.' >&2
  exit 1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if ! command -v azcmagent >/dev/null 2>&1; then
  https_proxy='http://proxy.example.com:3128' wget -q 'https://mirror.example.com/azcmagent' -O "$folder/install_linux_azcmagent.sh"
  bash "$folder/install_linux_azcmagent.sh" --proxy 'http://proxy.example.com:3128'
fi

azcmagent config set config.mode 'full'
azcmagent config set extensions.enabled 'true'

state=$(azcmagent show --json 2>/dev/null || true)
connected='"status": *"Connected"'
if [[ $state =~ $connected ]]; then
  echo 'This server is connected to Azure Arc already.'
  exit 0
fi

secret=\${AZURE_CLIENT_SECRET:?has to hold the secret of the service principal}
secret=\${secret//\\\\/\\\\\\\\}
secret=\${secret//\\"/\\\\\\"}
printf '{"service-principal-secret":"%s"}\\n' "$secret" >"$folder/secret.json"

azcmagent connect --config "$folder/secret.json" \\
  --service-principal-id '33333333-3333-3333-3333-333333333333' \\
  --tenant-id '11111111-1111-1111-1111-111111111111' \\
  --subscription-id '00000000-0000-0000-0000-000000000000' \\
  --resource-group 'servers' \\
  --location 'westeurope' \\
  --cloud 'AzureCloud' \\
  --resource-name 'files-01' \\
  --tags 'team=files' \\
  --private-link-scope '/subscriptions/s/resourceGroups/g/providers/Microsoft.HybridCompute/privateLinkScopes/p' \\
  --enable-automatic-upgrade
`,
    );
  });

  it("gets the installer where the cloud has it", () => {
    const installer = (cloud: ScriptValues["cloud"]) => /https:\/\/\S+azcmagent-\w+/.exec(script({ cloud }))?.[0];
    assert.equal(installer("public"), "https://gbl.his.arc.azure.com/azcmagent-linux");
    assert.equal(installer("usgovernment"), "https://gbl.his.arc.azure.us/azcmagent-linux");
    assert.equal(installer("china"), "https://gbl.his.arc.azure.cn/azcmagent-linux");
    assert.match(script({ cloud: "usgovernment" }), /--cloud 'AzureUSGovernment'/);
    assert.match(script({ cloud: "china" }), /--cloud 'AzureChinaCloud'/);
  });

  describe("passes ShellCheck", () => {
    let shellCheck: ShellCheck | undefined;

    before("find ShellCheck, on PATH or on PyPI", function () {
      this.timeout(120_000);
      shellCheck = findShellCheck();
      if (shellCheck === undefined) this.skip();
    });

    for (const [title, values] of Object.entries(variants)) {
      it(title, () => assert.equal(shellCheck?.(script(values)), ""));
    }
  });

  describe("run by bash as root", () => {
    let server: Server;
    beforeEach(() => {
      server = new Server();
    });
    afterEach(() => server.remove());

    it("installs the agent, sets it up and connects it, and leaves no secret behind", () => {
      const { status, stderr } = server.run(script(complete), { secret: 'a"b\\c' });
      assert.equal(status, 0, stderr);
      assert.deepEqual(server.calls(), [
        ["wget", "-q", "https://mirror.example.com/azcmagent", "-O", "FOLDER/install_linux_azcmagent.sh"],
        ["installer", "--proxy", "http://proxy.example.com:3128"],
        ["azcmagent", "config", "set", "config.mode", "full"],
        ["azcmagent", "config", "set", "extensions.enabled", "true"],
        ["azcmagent", "show", "--json"],
        [
          "azcmagent",
          "connect",
          "--config",
          "FOLDER/secret.json",
          ...["--service-principal-id", "33333333-3333-3333-3333-333333333333"],
          ...["--tenant-id", "11111111-1111-1111-1111-111111111111"],
          ...["--subscription-id", "00000000-0000-0000-0000-000000000000"],
          ...["--resource-group", "servers", "--location", "westeurope", "--cloud", "AzureCloud"],
          ...["--resource-name", "files-01", "--tags", "team=files,'cost center'='4 711'"],
          ...["--private-link-scope", complete.privateLinkScopeId],
          ...["--gateway-id", complete.gatewayId, "--enable-automatic-upgrade"],
        ],
      ]);
      assert.deepEqual(server.configuration(), { mode: "700", content: { "service-principal-secret": 'a"b\\c' } });
      assert.equal(server.leftBehind(), false);
    });

    it("connects no server that is connected", () => {
      const { status, stdout } = server.run(script(), { connected: true });
      assert.equal(status, 0);
      assert.equal(stdout, "This server is connected to Azure Arc already.\n");
      assert.deepEqual(server.calls().at(-1), ["azcmagent", "show", "--json"]);
    });

    it("stops where the installer can't be had", () => {
      assert.notEqual(server.run(script(), { offline: true }).status, 0);
      assert.deepEqual(server.calls(), [
        ["wget", "-q", "https://gbl.his.arc.azure.com/azcmagent-linux", "-O", "FOLDER/install_linux_azcmagent.sh"],
      ]);
      assert.equal(server.leftBehind(), false);
    });

    it("stops without a secret", () => {
      const { status, stderr } = server.run(script(), { secret: "" });
      assert.notEqual(status, 0);
      assert.match(stderr, /AZURE_CLIENT_SECRET: has to hold the secret of the service principal/);
    });

    it("takes a certificate in place of a secret", () => {
      const { status } = server.run(script({ certificatePath: "/etc/arc/it's.pem" }), { secret: "" });
      assert.equal(status, 0);
      assert.deepEqual(server.calls().at(-1)?.slice(0, 6), [
        "azcmagent",
        "connect",
        "--service-principal-id",
        "33333333-3333-3333-3333-333333333333",
        "--service-principal-cert",
        "/etc/arc/it's.pem",
      ]);
    });

    it("stops where it is not root", () => {
      const { status, stderr } = server.run(script(), { user: 1000 });
      assert.equal(status, 1);
      assert.equal(stderr, "Run this script as root.\n");
      assert.deepEqual(server.calls(), []);
    });

    it("hands every text to the agent as it is", function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(anyTexts, (texts) => {
          const run = new Server();
          try {
            const { status, stderr } = run.run(script(texts));
            assert.equal(status, 0, stderr);
            const calls = run.calls();
            const set = calls.filter(([, command]) => command === "config").map((call) => call.slice(3));
            assert.deepEqual(
              set,
              texts.settings.map(({ property, value }) => [property, value]),
            );
            const connect = calls.at(-1) ?? [];
            const of = (flag: string) => connect[connect.indexOf(flag) + 1];
            assert.equal(of("--resource-group"), texts.resourceGroupName);
            assert.equal(of("--location"), texts.location);
            assert.equal(of("--resource-name"), texts.machineName);
            assert.equal(of("--private-link-scope"), texts.privateLinkScopeId);
            assert.deepEqual(run.configuration()?.content, { "service-principal-secret": texts.secret });
          } finally {
            run.remove();
          }
        }),
        { numRuns: 30 },
      );
    });
  });
});

/** A server whose wget, installer and agent only write down how they are called. */
class Server {
  readonly #folder = mkdtempSync(join(tmpdir(), "arc-server-"));
  readonly #log = join(this.#folder, "calls");

  run(
    text: string,
    { secret = "from-the-environment", connected = false, offline = false, user = 0 } = {},
  ): { status: number | null; stdout: string; stderr: string } {
    const bin = join(this.#folder, "bin");
    mkdirSync(bin, { recursive: true });
    mkdirSync(join(this.#folder, "temporary"), { recursive: true });
    const write = (program: string) => `{ printf '%s\\0' ${program} "$@"; printf '\\0'; } >>"$CALLS"`;
    const agent = `#!/bin/bash
${write("azcmagent")}
case $1 in
  show) printf '{"status": "%s"}' "$STATUS" ;;
  connect) if [[ $2 == --config ]]; then cp "$3" "$CALLS.json"; stat -c %a "\${3%/*}" >"$CALLS.mode"; fi ;;
esac
`;
    // What wget "downloads" installs the agent.
    const wget = `#!/bin/bash
${write("wget")}
[[ -z $OFFLINE ]] || exit 4
cat >"\${@: -1}" <<'INSTALLER'
${write("installer")}
cp "$BIN/agent" "$BIN/azcmagent"
INSTALLER
`;
    for (const [name, content] of Object.entries({ agent, wget })) {
      writeFileSync(join(bin, name), content);
      chmodSync(join(bin, name), 0o755);
    }
    // Who runs the tests need not be root.
    const file = join(this.#folder, "onboarding.sh");
    writeFileSync(file, text.replace("$EUID", String(user)));
    const { status, stdout, stderr } = spawnSync("bash", [file], {
      encoding: "utf8",
      env: {
        PATH: `${bin}:/usr/bin:/bin`,
        TMPDIR: join(this.#folder, "temporary"),
        BIN: bin,
        CALLS: this.#log,
        STATUS: connected ? "Connected" : "Disconnected",
        OFFLINE: offline ? "yes" : "",
        ...(secret !== "" && { AZURE_CLIENT_SECRET: secret }),
      },
    });
    return { status, stdout, stderr };
  }

  /** Every call, with `FOLDER` for the script's temporary folder. */
  calls(): string[][] {
    if (!existsSync(this.#log)) return [];
    const calls = readFileSync(this.#log, "utf8").split("\0\0").slice(0, -1);
    return calls.map((call) => call.split("\0").map((arg) => arg.replace(/^\/.*\/temporary\/tmp\.[^/]+/, "FOLDER")));
  }

  /** The configuration file that `azcmagent connect` was given, and the mode of the folder around it. */
  configuration(): { mode: string; content: unknown } | undefined {
    if (!existsSync(`${this.#log}.json`)) return undefined;
    const mode = readFileSync(`${this.#log}.mode`, "utf8").trim();
    return { mode, content: JSON.parse(readFileSync(`${this.#log}.json`, "utf8")) };
  }

  /** Whether the script left something in its temporary folder. */
  leftBehind(): boolean {
    return readdirSync(join(this.#folder, "temporary")).length > 0;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
