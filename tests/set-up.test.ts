import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { useTemporaryFolder, writeFiles } from "./engine/temporary-folder";

const root = join(__dirname, "..");

// Stands in for npm: notes what it was asked for, and does it for a package that depends on one other.
const fakeNpm = `
const { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const args = process.argv.slice(2).filter((arg) => !arg.startsWith("--")).join(" ");
appendFileSync("npm.log", args + "\\n");
if (existsSync("fail-" + args.replace(" ", "-"))) process.exit(1);
if (args === "ci") {
  rmSync("node_modules", { recursive: true, force: true });
  mkdirSync("node_modules/one", { recursive: true });
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  delete packages["node_modules/for-another-platform"];
  writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages }));
} else {
  for (const folder of ["bin", "policypack/bin"]) mkdirSync(folder, { recursive: true });
}
`;

const lock = (version: string) =>
  JSON.stringify({
    packages: {
      "": { name: "this-package" },
      "node_modules/one": { version, integrity: `sha512-${version}` },
      "node_modules/for-another-platform": { version: "1.0.0", integrity: "sha512-1", optional: true },
    },
  });

describe("set-up", () => {
  const folder = useTemporaryFolder();
  beforeEach(() => {
    writeFiles(folder(), {
      "fake-npm.js": fakeNpm,
      "package.json": '{ "name": "this-package" }',
      "package-lock.json": lock("1.0.0"),
      "tsconfig.json": "{}",
      "tsconfig.build.json": '{ "include": ["index.ts", "components", "facts"] }',
      "tsconfig.policypack.json": '{ "include": ["policypack", "facts"] }',
      "index.ts": "",
      "components/machine.ts": "",
      "facts/images.ts": "",
      "policypack/index.ts": "",
    });
    cpSync(join(root, "tools", "set-up.cjs"), join(folder(), "tools", "set-up.cjs"), { recursive: true });
  });

  /** Sets the clone up; returns its exit code, what it said and what npm was asked for. */
  function setUp(...args: string[]): { status: number | null; said: string; npm: string } {
    rmSync(join(folder(), "npm.log"), { force: true });
    writeFiles(folder(), { "npm.log": "" });
    const { status, stderr } = spawnSync(process.execPath, [join(folder(), "tools", "set-up.cjs"), ...args], {
      env: { ...process.env, npm_execpath: join(folder(), "fake-npm.js") },
      encoding: "utf8",
    });
    return { status, said: stderr, npm: readFileSync(join(folder(), "npm.log"), "utf8") };
  }

  const installs = "Installing the packages that package-lock.json locks (npm ci).\n";
  const compiles = "Compiling the components and the policy pack (npm run build).\n";

  it("installs, links and compiles in a fresh clone, and does nothing the next time", () => {
    assert.deepEqual(setUp(), { status: 0, said: installs + compiles, npm: "ci\nrun build\n" });
    assert.equal(readlinkSync(join(folder(), "node_modules", "this-package")), "..");
    assert.deepEqual(setUp(), { status: 0, said: "", npm: "" });
  });

  for (const [change, make, expected] of [
    ["a changed source", () => writeFiles(folder(), { "facts/images.ts": "export {};" }), "run build\n"],
    ["a changed file that is not compiled", () => writeFiles(folder(), { "docs/index.md": "# Docs" }), ""],
    ["a deleted bin", () => rmSync(join(folder(), "bin"), { recursive: true }), "run build\n"],
    ["a changed lock file", () => writeFiles(folder(), { "package-lock.json": lock("1.0.1") }), "ci\nrun build\n"],
    ["a deleted package", () => rmSync(join(folder(), "node_modules/one"), { recursive: true }), "ci\nrun build\n"],
    ["a deleted link", () => rmSync(join(folder(), "node_modules/this-package")), ""],
  ] as const) {
    it(`makes good for ${change}`, () => {
      setUp();
      make();
      assert.equal(setUp().npm, expected);
      assert.equal(readlinkSync(join(folder(), "node_modules", "this-package")), "..");
      assert.equal(setUp().npm, "");
    });
  }

  it("stops when packages cannot be installed", () => {
    writeFiles(folder(), { "fail-ci": "" });
    assert.deepEqual(setUp(), {
      status: 1,
      said:
        `${installs}error: npm ci failed: see above. It needs the npm registry; put that right and run the same command ` +
        "again.\n",
      npm: "ci\n",
    });
  });

  it("stops when sources do not compile, and compiles them again the next time", () => {
    writeFiles(folder(), { "fail-run-build": "" });
    assert.deepEqual(setUp(), {
      status: 1,
      said: `${installs}${compiles}error: Compiling failed: see the errors above.\n`,
      npm: "ci\nrun build\n",
    });
    rmSync(join(folder(), "fail-run-build"));
    assert.equal(setUp().npm, "run build\n");
  });

  it("refuses a command it does not have", () => {
    assert.deepEqual(setUp("deploy"), {
      status: 1,
      said: "error: usage: node tools/set-up.cjs [docs|preview|test [arguments]]\n",
      npm: "",
    });
  });
});
