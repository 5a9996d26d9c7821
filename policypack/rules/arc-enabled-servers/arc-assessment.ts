import { assessmentModes, patchSettingsPaths, periodicAssessment } from "../../../facts/machine-settings";
import { OperatingSystem } from "../../../facts/operating-system";
import { Operation } from "../../../facts/operations";
import { ArcServer } from "../../stack/arc-server";
import { sameName } from "../../stack/arm-id";
import { NotKnown } from "../../stack/properties";
import { attempt } from "../../stack/three-valued";
import { everyArcServer } from "../arc-server";
import { mend } from "../remediate";
import { type Answer, broken, met, notApplicable, notKnown, type Rule, show } from "../rule";

const wanted = periodicAssessment.requires.assessmentMode;
const arcPaths = patchSettingsPaths.filter(({ machineKind }) => machineKind === "arc");

/** An Arc-enabled server is assessed every day, in the block of its own operating system. */
export const arcAssessment: Rule = {
  code: "AUM059",
  name: "arc-assessment",
  area: "Arc-enabled servers",
  title: "An Arc-enabled server is assessed periodically.",
  why: "Missing updates show only when somebody asks for an assessment.",
  level: "advisory",
  since: "2026-11",
  blocks: [Operation.PeriodicAssessment],
  source: [...periodicAssessment.source, ...arcPaths.flatMap(({ source }) => source).slice(0, 2)],
  check: everyArcServer((server, stack) => {
    const answer = answerFor(server);
    if (answer.outcome !== "broken") return answer;
    const policy = stack.policies.assignmentOf("configureArcPeriodicAssessment", server);
    if (policy === undefined) return answer;
    return notKnown({ property: answer.property, because: `is set by ${policy.resource.name} after deployment` });
  }),
  remediate: (resource) => {
    if (resource.type !== "hybridcompute:Machine") return [];
    const server = new ArcServer(resource);
    const answer = answerFor(server);
    // Which block to change, nothing but the operating system tells.
    return answer.outcome === "broken" && !isTooOld(server) && server.operatingSystem ? mend(answer, wanted) : [];
  },
};

function answerFor(server: ArcServer): Answer {
  const componentFix = {
    component: "ArcServer",
    componentFix: `machine: { assessmentMode: "${wanted}" }, its default`,
  };
  const system = attempt(() => server.operatingSystem);
  const systems = system instanceof NotKnown ? Object.values(OperatingSystem) : [system];
  const blocks = systems.map((each) => server.configurationOf(each));
  const assessed = blocks.filter((block) => sameName(block.text("assessmentMode") ?? "", wanted));
  if (isTooOld(server)) {
    const property = blocks[0]?.pathOf("assessmentMode") ?? "osProfile";
    return broken({
      property,
      found: `one that API version ${server.resource.apiVersion} does not have`,
      mustBe: `"${wanted}", in API version ${oldest} or newer`,
      fix: `azure-native's default version of hybridcompute, with ${property}: "${wanted}"`,
    });
  }
  if (assessed.length === blocks.length) return met;
  if (system instanceof NotKnown) {
    if (assessed.length > 0) throw system;
    return broken({
      property: "osProfile",
      found: "without an assessmentMode",
      mustBe: `given with "${wanted}" in the block of the server's operating system`,
      fix: `osProfile: { linuxConfiguration: { assessmentMode: "${wanted}" } }, or windowsConfiguration`,
      ...componentFix,
    });
  }
  const [block = server.configurationOf(system)] = blocks;
  const mode = block.text("assessmentMode");
  if (mode !== undefined && !assessmentModes.some((each) => sameName(each, mode))) {
    return notApplicable(`assessmentMode ${show(mode)} is no value that Azure takes`);
  }
  const property = block.pathOf("assessmentMode");
  return broken({
    property,
    found: show(mode),
    mustBe: `"${wanted}" for an assessment every ${periodicAssessment.intervalHours} hours`,
    fix: `${property}: "${wanted}"`,
    ...componentFix,
  });
}

const oldest = arcPaths.map(({ apiVersion }) => apiVersion ?? "").sort()[0] ?? "";

/** Whether the resource is declared in an API version from before the property. */
function isTooOld({ resource: { apiVersion } }: ArcServer): boolean {
  return apiVersion !== undefined && apiVersion.slice(0, oldest.length) < oldest;
}
