import assert from "node:assert/strict";
import { linuxBatchMinutes } from "../../../facts/schedules";

describe("linuxBatchMinutes", () => {
  it("takes five minutes each for three packages, and two for each one more", () => {
    assert.deepEqual([0, 1, 3, 4, 10].map(linuxBatchMinutes), [0, 5, 15, 17, 29]);
  });
});
