import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { notOneOf, oneOf, Problems } from "../../../components/shared/problems";
import { failure, resolved } from "../program";

const tooLong = (value: string) => (value.length > 3 ? `${JSON.stringify(value)} is too long.` : undefined);

describe("the problems of a component", () => {
  it("are found at once where a value is there, and said together", () => {
    const problems: Problems = new Problems('Thing "one"');
    assert.equal(problems.checked("name", "abc", tooLong), "abc");
    assert.equal(problems.any, false);
    problems.checked("name", "abcd", tooLong);
    problems.add("list[0].size", "must be given.");
    assert.equal(problems.any, true);
    assert.throws(() => problems.fail(), {
      message: 'Thing "one" cannot be created:\n  name: "abcd" is too long.\n  list[0].size: must be given.',
      errors: [
        { propertyPath: "name", reason: '"abcd" is too long.' },
        { propertyPath: "list[0].size", reason: "must be given." },
      ],
    });
  });

  it("are found when a value resolves, and stop what depends on it", async () => {
    for (const later of [(value: string) => pulumi.output(value), (value: string) => Promise.resolve(value)]) {
      const problems = new Problems('Thing "one"');
      const good = problems.checked("name", later("abc"), tooLong);
      assert.equal(await resolved(pulumi.output(good)), "abc");
      const error = await failure(pulumi.output(problems.checked("name", later("abcd"), tooLong)));
      assert.ok(pulumi.InputPropertiesError.isInstance(error));
      assert.equal(error.message, 'Thing "one" cannot be created:\n  name: "abcd" is too long.');
      assert.deepEqual(error.errors, [{ propertyPath: "name", reason: '"abcd" is too long.' }]);
      assert.equal(problems.any, false);
    }
  });

  it("leave a secret a secret", async () => {
    const checked = new Problems("test").checked("name", pulumi.secret("abc"), tooLong);
    assert.equal(await pulumi.isSecret(pulumi.output(checked)), true);
  });

  it("name what is allowed", () => {
    assert.equal(oneOf(["a"]), '"a"');
    assert.equal(oneOf(["a", "b", "c"]), '"a", "b" or "c"');
    assert.equal(notOneOf("a", ["a", "b"]), undefined);
    assert.equal(notOneOf("c", ["a", "b"]), '"c" is not one of "a" or "b".');
  });
});
