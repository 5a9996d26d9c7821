import assert from "node:assert/strict";
import { UserError } from "../../tools/engine";
import { parseCommandLine, usage } from "../../tools/preview/command-line";

describe("the preview command's arguments", () => {
  const parse = (...args: string[]) => parseCommandLine(args, "/home/user");

  it("are none for the demo", () => {
    assert.deepEqual(parse(), { folder: undefined, stack: undefined, configuration: {}, help: false });
  });

  it("are a folder, a stack and configuration values", () => {
    assert.deepEqual(parse("infra", "--stack", "production", "-c", "size=2", "-c", "azure-native:location=a=b"), {
      folder: "/home/user/infra",
      stack: "production",
      configuration: { size: "2", "azure-native:location": "a=b" },
      help: false,
    });
  });

  for (const [name, args, message] of [
    ["two folders", ["a", "b"], "one folder can be previewed at a time, got a, b."],
    [
      "a stack without a folder",
      ["--stack", "dev"],
      "--stack and --config are about a stack of yours: give its folder.",
    ],
    [
      "a configuration without a value",
      ["a", "-c", "key"],
      "--config takes KEY=VALUE, such as -c location=westeurope.",
    ],
  ] as const) {
    it(`refuse ${name}`, () => {
      assert.throws(() => parse(...args), new UserError(`${message}\n\n${usage}`));
    });
  }

  it("refuse an unknown option", () => {
    assert.throws(() => parse("a", "--frob"), /^UserError: Unknown option '--frob'/);
  });
});
