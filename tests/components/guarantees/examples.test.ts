import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as library from "../../../index";
import { cases } from "./cases";

const root = join(__dirname, "../../..");
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

describe("every component of the package", () => {
  const exported = Object.entries(library)
    .filter(([, value]) => typeof value === "function" && value.prototype instanceof pulumi.ComponentResource)
    .map(([name]) => name);

  it("has its guarantees tested", () => {
    assert.deepEqual(cases.map(({ component }) => component.name).sort(), exported.sort());
  });

  for (const { component, slug } of cases) {
    for (const kind of ["minimal", "complete", "production"]) {
      it(`${component.name} has a ${kind} example`, () => {
        const example = `${slug}-${kind}`;
        const files = ["Pulumi.yaml", "package.json", "tsconfig.json", "index.ts"];
        assert.deepEqual(
          files.filter((file) => !existsSync(join(root, "examples", example, file))),
          [],
        );
        assert.match(read("examples", example, "Pulumi.yaml"), new RegExp(`^name: ${example}$`, "m"));
        assert.equal(JSON.parse(read("examples", example, "package.json")).name, example);
      });
    }

    it(`${component.name} is made by an example`, () => {
      const programs = ["minimal", "complete", "production"].map((kind) =>
        read("examples", `${slug}-${kind}`, "index.ts"),
      );
      assert.ok(programs.some((program) => program.includes(`new ${component.name}(`)));
    });

    it(`${component.name} is in the README's table of components`, () => {
      const rows = read("README.md")
        .split("\n")
        .filter((line) => line.startsWith("|"));
      assert.ok(rows.some((row) => row.includes(`\`${component.name}\``)));
    });
  }
});
