import type { MachineKind } from "../../facts/machine-kind";
import { OperatingSystem } from "../../facts/operating-system";
import type { PolicyKey } from "../../facts/policies";
import { MachineResourceType } from "../maintenance-schedule/dynamic-scope";
import type { PolicyAssignmentArgs } from "../policy-assignment/arguments";
import { type DesignedAssignment, resolveSettings } from "../policy-assignment/design";
import { checkList, type MachineFilterArgs, resolveMachineFilter } from "../policy-assignment/machine-filter";
import { policyOf } from "../policy-assignment/policy-of";
import { notOneOf, Problems } from "../shared/problems";
import { AssessmentMode } from "../virtual-machine/patching";

/** What the audit policy does with a machine that is not assessed every 24 hours. */
export const AuditEffect = {
  /** It reports the machine. */
  Audit: "Audit",
  /** It refuses to have the machine written. Machines that exist are reported. */
  Deny: "Deny",
} as const;
export type AuditEffect = (typeof AuditEffect)[keyof typeof AuditEffect];

/** The policy that reports, and needs no identity and no role. */
export interface AuditPolicyArgs {
  /** What it does. Default: `Audit`. */
  effect?: AuditEffect;
}

/** The arguments of `PeriodicAssessment`. */
export interface PeriodicAssessmentArgs extends PolicyAssignmentArgs, MachineFilterArgs {
  /** Whether machines are changed to be assessed; without, only `audit` is assigned. Default: true. */
  configure?: boolean;
  /** The types of the machines. Default: both. */
  resourceTypes?: MachineResourceType[];
  /** Tags of the machines, each with its value; compared with regard to case. Default: any. */
  tags?: { [name: string]: string };
  /** How machines are assessed. Default: `AutomaticByPlatform`, every 24 hours. */
  assessmentMode?: AssessmentMode;
  /** Also reports machines, of every type and operating system at the scope, without a filter. Default: not. */
  audit?: AuditPolicyArgs;
}

/** The policy for each type of machine: each is assigned once for each operating system. */
const policies: Readonly<Record<MachineResourceType, { key: PolicyKey; kind: MachineKind; name: string }>> = {
  [MachineResourceType.VirtualMachine]: {
    key: "configurePeriodicAssessment",
    kind: "azure",
    name: "virtual-machines",
  },
  [MachineResourceType.ArcServer]: { key: "configureArcPeriodicAssessment", kind: "arc", name: "arc-servers" },
};

const notAssessed = "Azure Update Manager does not assess this machine for missing updates every 24 hours.";

/**
 * The policies that the arguments ask for.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designPeriodicAssessment(name: string, args: PeriodicAssessmentArgs) {
  const problems: Problems = new Problems(`PeriodicAssessment ${JSON.stringify(name)}`);
  const { configure = true, audit, nonComplianceMessage = notAssessed } = args;
  if (!configure && audit === undefined) {
    problems.add("configure", "false leaves nothing to be assigned: give audit, or leave it out.");
  }
  const settings = resolveSettings(args, configure, problems);
  const assignments = configure ? configuring(args, nonComplianceMessage, problems) : [];
  if (!configure) checkNoFilter(args, problems);
  if (audit) {
    const effect = audit.effect ?? AuditEffect.Audit;
    const reason = notOneOf(effect, Object.values(AuditEffect));
    if (reason) problems.add("audit.effect", reason);
    const policy = policyOf("auditPeriodicAssessment");
    assignments.push({ name: "audit", policy, parameters: { effect }, nonComplianceMessage, roleScopes: {} });
  }
  if (problems.any) problems.fail();
  return { settings, assignments };
}

function configuring(
  args: PeriodicAssessmentArgs,
  nonComplianceMessage: DesignedAssignment["nonComplianceMessage"],
  problems: Problems,
): DesignedAssignment[] {
  const { tags, assessmentMode = AssessmentMode.AutomaticByPlatform } = args;
  const { resourceTypes = Object.values(MachineResourceType), osTypes = Object.values(OperatingSystem) } = args;
  checkList("resourceTypes", resourceTypes, Object.values(MachineResourceType), problems);
  const wrongMode = notOneOf(assessmentMode, Object.values(AssessmentMode));
  if (wrongMode) problems.add("assessmentMode", wrongMode);
  const chosen = resourceTypes.flatMap((type) => policies[type] ?? []);
  const kinds = chosen.map(({ kind }) => kind);
  const filter = resolveMachineFilter(args, tags, kinds, problems);
  return chosen.flatMap(({ key, name }) =>
    osTypes.map((osType) => ({
      name: `${String(osType).toLowerCase()}-${name}`,
      policy: policyOf(key),
      subject: osType,
      parameters: { assessmentMode, osType, ...filter, ...(tags && { tagValues: tags }) },
      nonComplianceMessage,
      roleScopes: {},
    })),
  );
}

function checkNoFilter(args: PeriodicAssessmentArgs, problems: Problems): void {
  const { resourceTypes, osTypes, locations, tags, tagOperator, assessmentMode } = args;
  const filter = { resourceTypes, osTypes, locations, tags, tagOperator, assessmentMode };
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined)
      problems.add(name, "has no effect on the audit policy, which knows no filter: leave it out.");
  }
}
