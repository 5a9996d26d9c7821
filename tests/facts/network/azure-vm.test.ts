import assert from "node:assert/strict";
import { platformEndpoints } from "../../../facts/network";

describe("platformEndpoints", () => {
  it("has no rule of a network security group reach WireServer", () => {
    assert.deepEqual(
      platformEndpoints.map(({ name, address, ports, deniedByTag }) => [name, address, ports, deniedByTag]),
      [
        ["WireServer", "168.63.129.16", [80, 32526], false],
        ["DNS", "168.63.129.16", [53], "AzurePlatformDNS"],
        ["Instance metadata service", "169.254.169.254", [80], "AzurePlatformIMDS"],
      ],
    );
  });
});
