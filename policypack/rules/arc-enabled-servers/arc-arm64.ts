import { arcStatements, isWithoutArm64 } from "../../../facts/arc-operating-systems";
import { everyArcServer } from "../arc-server";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/**
 * An Arc-enabled server has an x64 processor. The version of its kernel, which the agent reports, names the processor on
 * many systems, and others run on x64 alone.
 */
export const arcArm64: Rule = {
  code: "AUM072",
  name: "arc-arm64",
  area: "Arc-enabled servers",
  title: "An Arc-enabled server does not have an Arm64 processor.",
  why: "Update Manager's extensions are not among the features that are known to work there.",
  level: "advisory",
  since: "2026-11",
  source: arcStatements.arm64.source,
  check: everyArcServer((server) => {
    const version = server.reported((outputs) => outputs.text("osVersion"));
    if (version !== undefined && /\b(?:aarch64|arm64)\b/i.test(version)) {
      return broken({
        property: "osVersion",
        found: show(version),
        mustBe: "that of a system for x64",
        fix: "patch the server by other means",
      });
    }
    if (version !== undefined && /\b(?:x86_64|amd64)\b/i.test(version)) return met;
    if (isWithoutArm64(server.system?.name ?? "")) return met;
    return notApplicable("nothing tells its processor");
  }),
  notRemediable: "The processor of a server is no property of a resource.",
};
