import { builtInPolicy, type PolicyKey } from "../../facts/policies";
import { sameName } from "./arm-id";
import { type Assignment, DynamicScope, MaintenanceConfiguration, StaticAssignment, sameSetting } from "./maintenance";
import { NotKnown } from "./properties";
import { azureNativeType, type ResourceRecord, StackResource } from "./resource";
import { type Script, scriptedTypes, scriptsIn } from "./scripts";
import { everyOf, findOf, someOf } from "./three-valued";
import { VirtualMachine } from "./virtual-machine";

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
    this.refuseScheduleByPolicy();
    return false;
  }

  /**
   * The first schedule of this stack that reaches the machine and for which the predicate holds. Throws {@link NotKnown}
   * where there is none, but one that is not known, or not part of this stack, may be.
   */
  scheduleOf(
    machine: VirtualMachine,
    predicate: (schedule: MaintenanceConfiguration) => boolean,
  ): MaintenanceConfiguration | undefined {
    const found = findOf(this.assignments, (each) => {
      if (!each.reaches(machine) || !isSchedule(each)) return false;
      const { configuration, resource } = each;
      if (configuration !== undefined) return predicate(configuration);
      throw new NotKnown("maintenanceConfigurationId", `of ${resource.name} names a schedule outside this stack`);
    });
    if (found === undefined) this.refuseScheduleByPolicy();
    return found?.configuration;
  }

  /**
   * Whether Azure patches the machine by itself, at times of its own choice: what `AutomaticByPlatform` means to a
   * machine that no schedule reaches and that does not ask to wait for one.
   */
  isPatchedByPlatform(machine: VirtualMachine): boolean {
    return everyOf(
      () => machine.isAutomaticByPlatform,
      () => !machine.bypassesPlatformSafetyChecks,
      () => !this.isScheduled(machine),
    );
  }

  /** The assignment of one of Update Manager's built-in policies, by its key among the facts on policies. */
  assignmentOfPolicy(key: PolicyKey): StackResource | undefined {
    const property = "policyDefinitionId";
    return findOf(this.ofType("authorization:PolicyAssignment"), (each) => {
      // Its id is unknown at first, but a policy that the stack itself defines is no built-in one.
      if (each.sourcesOf(property, "authorization:PolicyDefinition").length > 0) return false;
      return builtInPolicy(each.settings.text(property) ?? "")?.key === key;
    });
  }

  private refuseScheduleByPolicy(): void {
    const policy = this.assignmentOfPolicy("scheduleUpdates");
    if (policy === undefined) return;
    throw new NotKnown("policyDefinitionId", `of ${policy.name} assigns schedules only after deployment`);
  }

  /** The scripts that the stack gives the machine: its own, and those of the extensions and run commands on it. */
  scriptsOf(machine: VirtualMachine): readonly Script[] {
    const added = this.ofType(...scriptedTypes).filter((each) => isOn(machine, each));
    return [machine.resource, ...added].flatMap(scriptsIn);
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
  return configuration === undefined || sameName(scope ?? "", "InGuestPatch");
}

/** Whether an extension or run command is declared on the machine. */
function isOn({ resource }: VirtualMachine, child: StackResource): boolean {
  const named = child.sourcesOf("vmName", "compute:VirtualMachine");
  if (named.length > 0) return named.some(({ urn }) => urn === resource.urn);
  return everyOf(
    () => sameSetting(child, "vmName", resource, "vmName"),
    () => sameSetting(child, "resourceGroupName", resource, "resourceGroupName"),
  );
}
