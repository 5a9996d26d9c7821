import assert from "node:assert/strict";
import { checkNameLength } from "../../../facts/schedules";

describe("checkNameLength", () => {
  it("counts both names together", () => {
    assert.equal(checkNameLength("g".repeat(63), "c".repeat(64)), undefined);
    const [group, configuration] = ["g".repeat(64), "c".repeat(64)];
    assert.equal(
      checkNameLength(group, configuration),
      `"${group}" and "${configuration}" have 128 characters together: a resource group and a maintenance configuration in it have fewer than 128`,
    );
  });
});
