import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Problems } from "../../../components/shared/problems";
import { joinUserData } from "../../../components/virtual-machine/cloud-init";
import { resolveImage } from "../../../components/virtual-machine/image";
import {
  installPythonScript,
  resolveUserData,
  silencePackagekitScript,
} from "../../../components/virtual-machine/user-data";
import { custom, linux, windows } from "../arguments";
import { failure, resolved } from "../program";
import { problemsOf } from "./problems-of";

const cloudConfig = "#cloud-config\n";
const base64 = (data: string | Buffer) => Buffer.from(data).toString("base64");

function userData(args: Parameters<typeof resolveUserData>[0], machine = linux): pulumi.Output<string | undefined> {
  const problems: Problems = new Problems("test");
  const image = resolveImage(machine, problems);
  if (!image) problems.fail();
  return pulumi.output(resolveUserData(args, image, problems));
}

describe("the custom data of a machine", () => {
  it("is none where none is given and the image ships Python", async () => {
    assert.equal(await resolved(userData({})), undefined);
    assert.equal(await resolved(userData({}, windows)), undefined);
  });

  it("is what is given where the image ships Python", async () => {
    assert.equal(await resolved(userData({ customData: "anything" })), base64("anything"));
    assert.equal(await resolved(userData({ customDataBase64: "AAEC/w==" }, windows)), "AAEC/w==");
  });

  it("installs Python where the image isn't known to ship it", async () => {
    assert.equal(await resolved(userData({}, custom)), base64(installPythonScript));
  });

  it("joins what is given with the installation of Python", async () => {
    const joined = base64(
      await joinUserData(Buffer.from(cloudConfig), { filename: "python3.sh", text: installPythonScript }),
    );
    assert.equal(await resolved(userData({ customData: cloudConfig }, custom)), joined);
    assert.equal(await resolved(userData({ customDataBase64: base64(cloudConfig) }, custom)), joined);
    assert.equal(await resolved(userData({ customData: pulumi.output(cloudConfig) }, custom)), joined);
    assert.equal(await resolved(userData({ customData: cloudConfig, installPython: true })), joined);
  });

  it("leaves Python alone where it is told to", async () => {
    assert.equal(await resolved(userData({ installPython: false }, custom)), undefined);
    assert.equal(
      await resolved(userData({ customData: "anything", installPython: false }, custom)),
      base64("anything"),
    );
  });

  describe("of a RHEL machine that Azure patches by itself", () => {
    const redHat = { ...linux, image: "rhel-9" };
    const patchedByAzure = { patchOrchestration: "AzureManagedSafeDeployment" } as const;

    it("masks packagekit, alone or joined with what is given", async () => {
      assert.equal(await resolved(userData(patchedByAzure, redHat)), base64(silencePackagekitScript));
      assert.equal(
        await resolved(userData({ ...patchedByAzure, customData: cloudConfig }, redHat)),
        base64(
          await joinUserData(Buffer.from(cloudConfig), { filename: "packagekit.sh", text: silencePackagekitScript }),
        ),
      );
    });

    it("installs Python before that where it is asked to, whether or not there is one", async () => {
      const both = Buffer.from(
        (await resolved(userData({ ...patchedByAzure, installPython: true }, redHat))) ?? "",
        "base64",
      );
      const run = spawnSync("/bin/sh", ["-s"], {
        input: `python3() { :; }\nsystemctl() { echo "systemctl $*"; }\n${both}`,
        env: { PATH: "" },
        encoding: "utf8",
      });
      assert.deepEqual([run.status, run.stdout, run.stderr], [0, "systemctl mask --now packagekit\n", ""]);
    });

    it("is none where a schedule patches it, and none on another system", async () => {
      assert.equal(await resolved(userData({}, redHat)), undefined);
      assert.equal(await resolved(userData(patchedByAzure)), undefined);
    });
  });

  it("stays a secret through all of that", async () => {
    const customData = pulumi.secret(cloudConfig);
    assert.equal(await pulumi.isSecret(userData({ customData })), true);
    assert.equal(await pulumi.isSecret(userData({ customData }, custom)), true);
    assert.equal(await pulumi.isSecret(userData({ customDataBase64: pulumi.secret(base64(cloudConfig)) })), true);
  });

  it("installs Python by a script that is the same to the last byte in any version: it can't change on a machine", () => {
    assert.equal(
      createHash("sha256").update(installPythonScript).digest("hex"),
      "5eeeca1b20a3a39de94e25c5476ef451c4ff6ff098209b119a1efffbae29b7b9",
    );
  });

  describe("and its script", () => {
    let path: string;
    beforeEach(() => {
      path = mkdtempSync(join(tmpdir(), "path-"));
    });
    afterEach(() => rmSync(path, { recursive: true }));

    const programs = (...names: string[]) => {
      for (const name of names) writeFileSync(join(path, name), `#!/bin/sh\necho "${name} $*"\n`, { mode: 0o755 });
    };
    const run = () => {
      const { status, stdout, stderr } = spawnSync("/bin/sh", ["-s"], {
        input: installPythonScript,
        env: { PATH: path },
        encoding: "utf8",
      });
      return { status, stdout, stderr };
    };

    for (const python of ["python3", "python"]) {
      it(`installs nothing where ${python} is there`, () => {
        programs(python, "apt-get");
        assert.deepEqual(run(), { status: 0, stdout: "", stderr: "" });
      });
    }

    for (const [manager, stdout] of [
      ["apt-get", "apt-get update\napt-get install -y python3\n"],
      ["tdnf", "tdnf install -y python3\n"],
      ["dnf", "dnf install -y python3\n"],
      ["yum", "yum install -y python3\n"],
      ["zypper", "zypper --non-interactive install python3\n"],
    ] as const) {
      it(`installs python3 by ${manager}`, () => {
        programs(manager);
        assert.deepEqual(run(), { status: 0, stdout, stderr: "" });
      });
    }

    it("fails, and says why, where there is no package manager", () => {
      const stderr = "Python is missing, and so is every package manager known here\n";
      assert.deepEqual(run(), { status: 1, stdout: "", stderr });
    });
  });

  it("is refused when it turns out to be more than Azure takes together with the installation of Python", async () => {
    const error = await failure(userData({ customData: `${cloudConfig}${"#".repeat(65000)}` }, custom));
    assert.ok(pulumi.InputPropertiesError.isInstance(error));
    assert.match(
      error.message,
      /^test cannot be created:\n {2}customData: together with the installation of Python, \d{5} bytes are more than the 65535 that Azure takes\. See https:\/\/learn\.microsoft\.com\/azure\/virtual-machines\/custom-data$/,
    );
  });

  const wrong: [title: string, args: object, problems: string[]][] = [
    [
      "in two forms at once",
      { ...linux, customData: cloudConfig, customDataBase64: base64(cloudConfig) },
      ["customDataBase64: customData gives the custom data already: give only one of the two."],
    ],
    ["none in it", { ...linux, customData: "" }, ["customData: is empty: leave it out."]],
    ["what is no base64", { ...linux, customDataBase64: "#cloud-config" }, ["customDataBase64: is not base64."]],
    [
      "more than Azure takes",
      { ...linux, customData: "x".repeat(65536) },
      [
        "customData: 65536 bytes are more than the 65535 that Azure takes. See https://learn.microsoft.com/azure/virtual-machines/custom-data",
      ],
    ],
    [
      "what cloud-init doesn't read, where Python is to be installed",
      { ...custom, customData: "hello" },
      [
        'customData: is nothing that cloud-init reads, so that the installation of Python can\'t be joined with it: it should begin with "## template: jinja", "#cloud-boothook", "#cloud-config-archive", "#cloud-config-jsonp", "#cloud-config", "#include-once", "#include", "#part-handler" or "#!", or be a multipart message or gzip. Or set installPython to false.',
      ],
    ],
    [
      "what cloud-init doesn't read, where packagekit is to be masked",
      { ...linux, image: "rhel-9", patchOrchestration: "AzureManagedSafeDeployment", customData: "hello" },
      [
        'customData: is nothing that cloud-init reads, so that the masking of packagekit can\'t be joined with it: it should begin with "## template: jinja", "#cloud-boothook", "#cloud-config-archive", "#cloud-config-jsonp", "#cloud-config", "#include-once", "#include", "#part-handler" or "#!", or be a multipart message or gzip.',
      ],
    ],
    [
      "broken gzip, where Python is to be installed",
      { ...custom, customDataBase64: "H4sI" },
      ["customDataBase64: begins like gzip but can't be unpacked."],
    ],
    [
      "Python on Windows",
      { ...windows, installPython: false },
      ["installPython: Update Manager needs no Python on Windows: leave it out."],
    ],
  ];
  for (const [title, args, problems] of wrong) {
    it(`is refused: ${title}`, () => assert.deepEqual(problemsOf(args), problems));
  }
});
