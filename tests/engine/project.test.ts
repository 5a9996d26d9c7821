import assert from "node:assert/strict";
import { join } from "node:path";
import { configurationFile, configuredStacks, readProject } from "../../tools/engine/project";
import { UserError } from "../../tools/engine/user-error";
import { useTemporaryFolder, writeFiles } from "./temporary-folder";

describe("readProject", () => {
  const folder = useTemporaryFolder();

  async function assertRefused(path: string, message: string): Promise<void> {
    await assert.rejects(readProject(path), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.equal(error.message, message);
      return true;
    });
  }

  it("reads name, runtime, configuration folder and secret keys", async () => {
    writeFiles(folder(), {
      "Pulumi.yaml":
        "name: app\nruntime:\n  name: nodejs\nstackConfigDir: stacks\n" +
        "config:\n  password: { type: string, secret: true }\n  size: { type: string }\n  azure-native:location: eu\n",
    });
    assert.deepEqual(await readProject(folder()), {
      folder: folder(),
      name: "app",
      runtime: "nodejs",
      configurationFolder: join(folder(), "stacks"),
      secretKeys: ["app:password"],
    });
  });

  it("finds the stacks' configuration files", async () => {
    writeFiles(folder(), {
      "Pulumi.yaml": "name: app\nruntime: yaml\n",
      "Pulumi.production.yaml": "",
      "Pulumi.dev.yml": "",
      "README.md": "",
    });
    const project = await readProject(folder());
    assert.deepEqual(await configuredStacks(project), ["dev", "production"]);
    assert.equal(await configurationFile(project, "dev"), join(folder(), "Pulumi.dev.yml"));
    assert.equal(await configurationFile(project, "test"), undefined);
  });

  it("refuses a folder that does not exist", () => {
    const path = join(folder(), "nowhere");
    return assertRefused(
      path,
      `There is no folder ${path}. Give the folder of a Pulumi project: the one with its Pulumi.yaml.`,
    );
  });

  it("refuses a folder without a Pulumi.yaml", () =>
    assertRefused(
      folder(),
      `${folder()} is not a Pulumi project: it has no Pulumi.yaml. Give the folder of a Pulumi project, or make one with ` +
        "`pulumi new azure-typescript`.",
    ));

  it("refuses a file in place of a folder", () => {
    writeFiles(folder(), { "Pulumi.yaml": "name: app\nruntime: nodejs\n" });
    const path = join(folder(), "Pulumi.yaml");
    return assertRefused(
      path,
      `${path} is not a Pulumi project: it has no Pulumi.yaml. Give the folder of a Pulumi project, or make one with ` +
        "`pulumi new azure-typescript`.",
    );
  });

  it("refuses a Pulumi.yaml without a runtime", () => {
    writeFiles(folder(), { "Pulumi.yaml": "name: app\n" });
    return assertRefused(
      folder(),
      `${join(folder(), "Pulumi.yaml")} needs a name and a runtime, such as \`runtime: nodejs\`. ` +
        "See https://www.pulumi.com/docs/iac/concepts/projects/project-file/.",
    );
  });

  it("refuses a Pulumi.yaml that is not YAML", async () => {
    writeFiles(folder(), { "Pulumi.yaml": "name: [app\n" });
    await assert.rejects(readProject(folder()), /^UserError: .*Pulumi\.yaml is not YAML: /);
  });
});
