import type { PolicyKey } from "../../facts/policies";
import { MaintenanceConfiguration } from "../stack/maintenance";
import { PolicyAssignment } from "../stack/policy-assignment";
import { VirtualMachine } from "../stack/virtual-machine";
import type { Answer, Change, Rule } from "./rule";

type Remediate = NonNullable<Rule["remediate"]>;

/** The change that gives a property, where a rule finds it wrong, the value that it must have; `undefined` removes it. */
export function mend(answer: Answer, value: Change["value"]): readonly Change[] {
  return answer.outcome === "broken" ? [{ path: answer.property, value }] : [];
}

/** A remediation of Azure VMs. */
export function remediateVirtualMachine(changesOf: (machine: VirtualMachine) => readonly Change[]): Remediate {
  return (resource) => (resource.type === "compute:VirtualMachine" ? changesOf(new VirtualMachine(resource)) : []);
}

/** A remediation of maintenance configurations of whatever scope. */
export function remediateConfiguration(
  changesOf: (configuration: MaintenanceConfiguration) => readonly Change[],
): Remediate {
  return (resource) =>
    resource.type === "maintenance:MaintenanceConfiguration" ? changesOf(new MaintenanceConfiguration(resource)) : [];
}

/** A remediation of maintenance configurations that are schedules of updates in the guest. */
export function remediateSchedule(changesOf: (schedule: MaintenanceConfiguration) => readonly Change[]): Remediate {
  return remediateConfiguration((configuration) => (configuration.isSchedule ? changesOf(configuration) : []));
}

/** A remediation of assignments of Update Manager's built-in policies; of all without keys. */
export function remediatePolicyAssignment(
  keys: readonly PolicyKey[] | "all",
  changesOf: (assignment: PolicyAssignment) => readonly Change[],
): Remediate {
  return (resource) => {
    if (resource.type !== "authorization:PolicyAssignment") return [];
    // The maintenance configurations of the stack are not visible here, and no remediation asks for them.
    const assignment = new PolicyAssignment(resource, []);
    const { policy } = assignment;
    if (policy === undefined || (keys !== "all" && !keys.includes(policy.key))) return [];
    return changesOf(assignment);
  };
}
