import { type Assignment, DynamicScope, MaintenanceConfiguration, StaticAssignment } from "./maintenance";
import { NotKnown } from "./properties";
import { azureNativeType, type ResourceRecord, StackResource } from "./resource";
import { someOf } from "./three-valued";
import { VirtualMachine } from "./virtual-machine";

/** Name of the built-in policy "Schedule recurring updates using Azure Update Manager", which assigns schedules at run time. */
const schedulePolicyName = "ba0df93e-e4ac-479a-aac2-134bbae39a1a";

/** The Azure resources of a stack and what Update Manager makes of them. */
export class Stack {
  readonly virtualMachines: readonly VirtualMachine[];
  readonly maintenanceConfigurations: readonly MaintenanceConfiguration[];
  readonly assignments: readonly Assignment[];
  private readonly resources: readonly StackResource[];

  constructor(records: readonly ResourceRecord[]) {
    const byUrn = new Map<string, StackResource>();
    for (const record of records) {
      const type = azureNativeType(record.type);
      if (type !== undefined) byUrn.set(record.urn, new StackResource(record, type, (urn) => byUrn.get(urn)));
    }
    this.resources = [...byUrn.values()];
    this.virtualMachines = this.ofType("compute:VirtualMachine").map((each) => new VirtualMachine(each));
    const configurations = this.ofType("maintenance:MaintenanceConfiguration").map(
      (each) => new MaintenanceConfiguration(each),
    );
    this.maintenanceConfigurations = configurations;
    this.assignments = [
      ...this.ofType("maintenance:ConfigurationAssignment", "maintenance:ConfigurationAssignmentParent").map(
        (each) => new StaticAssignment(each, configurations),
      ),
      ...this.ofType(
        "maintenance:ConfigurationAssignmentsForSubscription",
        "maintenance:ConfigurationAssignmentsForResourceGroup",
      ).map((each) => new DynamicScope(each, configurations)),
    ];
  }

  /** The resources of the given types, in the order the engine has them. */
  ofType(...types: readonly string[]): readonly StackResource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /**
   * Whether a schedule of this stack installs updates on the machine. Throws {@link NotKnown} where no schedule is known
   * to, but one may: by a name or filter that is not known yet, or by the built-in policy.
   */
  isScheduled(machine: VirtualMachine): boolean {
    if (someOf(this.assignments, (each) => each.reaches(machine) && isSchedule(each))) return true;
    const policy = this.ofType("authorization:PolicyAssignment").find((each) =>
      (each.settings.text("policyDefinitionId") ?? "").toLowerCase().endsWith(`/${schedulePolicyName}`),
    );
    if (policy !== undefined) {
      throw new NotKnown("policyDefinitionId", `of ${policy.name} assigns schedules only after deployment`);
    }
    return false;
  }

  /** The schedules that reach the machine and are part of this stack. Throws {@link NotKnown} where one may or may not. */
  schedulesOf(machine: VirtualMachine): readonly MaintenanceConfiguration[] {
    return this.assignments
      .filter((each) => each.reaches(machine) && isSchedule(each))
      .map(({ configuration }) => configuration)
      .filter((configuration) => configuration !== undefined);
  }
}

/** A configuration outside this stack is taken for what its user assigned it as: a schedule. */
function isSchedule({ configuration }: Assignment): boolean {
  const scope = configuration?.resource.settings.text("maintenanceScope");
  return configuration === undefined || scope === "InGuestPatch";
}
