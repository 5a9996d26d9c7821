import { ArcServer, arcServerComponent } from "./arc-server";
import { AssignedPolicies, remediationTypes } from "./assigned-policies";
import { adaptClassic } from "./classic";
import { type Machine, machineResources } from "./machine";
import { type Assignment, DynamicScope, MaintenanceConfiguration, StaticAssignment, sameSetting } from "./maintenance";
import { ManagementLock, managementLockTypes } from "./management-lock";
import { type MachineNetwork, networkOf } from "./network/reachability";
import { UpdateSources } from "./network/update-sources";
import { PolicyAssignment } from "./policy-assignment";
import { policiesInSet, setTypes } from "./policy-set";
import { NotKnown } from "./properties";
import { azureNativeType, type ResourceRecord, StackResource } from "./resource";
import { RoleAssignment } from "./role";
import { type Script, scriptedTypes, scriptsIn } from "./scripts";
import { SystemTopic } from "./system-topic";
import { attempt, everyOf, findOf, someOf } from "./three-valued";
import { VirtualMachine } from "./virtual-machine";

/** The Azure resources of a stack and what Update Manager makes of them. */
export class Stack {
  /** Its Azure VMs, without the instances that Azure makes of Uniform scale sets. */
  readonly virtualMachines: readonly VirtualMachine[];
  /** Its Arc-enabled servers. */
  readonly arcServers: readonly ArcServer[];
  /** Its maintenance configurations of every scope; those of scope InGuestPatch are schedules of Update Manager. */
  readonly maintenanceConfigurations: readonly MaintenanceConfiguration[];
  /** What assigns configurations: to one machine by name, or by a dynamic scope. */
  readonly assignments: readonly Assignment[];
  /** Its assignments of Azure Policy, whichever policy they assign. */
  readonly policyAssignments: readonly PolicyAssignment[];
  /** What its assignments of Update Manager's policies do to machines. */
  readonly policies: AssignedPolicies;
  /** The roles that it gives to identities. */
  readonly roleAssignments: readonly RoleAssignment[];
  /** Its locks on subscriptions, resource groups and resources. */
  readonly managementLocks: readonly ManagementLock[];
  /** The system topics of Event Grid, of whatever source. */
  readonly systemTopics: readonly SystemTopic[];
  /** Every Azure resource of the stack, in the order the engine has them. */
  readonly resources: readonly StackResource[];
  private readonly assignmentsByMachine: ReadonlyMap<string, readonly Assignment[]>;
  private readonly byUrn: ReadonlyMap<string, StackResource>;
  private readonly byType: ReadonlyMap<string, readonly StackResource[]>;
  /** The components, and the resources of providers that no rule knows, by their own type tokens. */
  readonly others: readonly StackResource[];

  /** The networks that rules have asked for, or why one is not known. */
  private readonly networks = new Map<VirtualMachine, { readonly found: MachineNetwork | undefined } | NotKnown>();

  constructor(records: readonly ResourceRecord[]) {
    const byUrn = new Map<string, StackResource>();
    const others: StackResource[] = [];
    const names = new Set(records.map(({ name }) => name));
    for (const record of adaptClassic(records)) {
      const type = azureNativeType(record.type);
      const resource = new StackResource(record, type ?? record.type, (urn) => byUrn.get(urn), names);
      if (type !== undefined) byUrn.set(record.urn, resource);
      else others.push(resource);
    }
    this.byUrn = byUrn;
    this.resources = [...byUrn.values()];
    this.byType = groupBy(this.resources, ({ type }) => type);
    this.others = others;
    this.virtualMachines = this.ofType("compute:VirtualMachine").map((each) => new VirtualMachine(each));
    const components = this.arcServerComponents;
    this.arcServers = this.ofType("hybridcompute:Machine").map(
      (each) =>
        new ArcServer(
          each,
          components.find((component) => ArcServer.isDeclaredBy(each, component)),
        ),
    );
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
    this.assignmentsByMachine = groupBy(this.assignments, (each) => each.machine?.urn ?? "");
    this.policyAssignments = this.ofType("authorization:PolicyAssignment").map(
      (each) => new PolicyAssignment(each, configurations),
    );
    const sets = this.ofType(...setTypes);
    const policies = this.policyAssignments.flatMap((each) => {
      const inSet = policiesInSet(each.resource, sets);
      return inSet.length === 0 ? [each] : inSet.map((one) => new PolicyAssignment(each.resource, configurations, one));
    });
    this.policies = new AssignedPolicies(policies, this.ofType(...remediationTypes));
    const roleDefinitions = this.ofType("authorization:RoleDefinition");
    this.roleAssignments = this.ofType("authorization:RoleAssignment").map(
      (each) => new RoleAssignment(each, roleDefinitions),
    );
    this.managementLocks = this.ofType(...managementLockTypes).map((each) => new ManagementLock(each));
    this.systemTopics = this.ofType("eventgrid:SystemTopic").map((each) => new SystemTopic(each));
  }

  /** The machines of either kind. */
  get machines(): readonly Machine[] {
    return [...this.virtualMachines, ...this.arcServers];
  }

  /** The components of this project that connect servers, and take up their resources. */
  get arcServerComponents(): readonly StackResource[] {
    return this.others.filter(({ type }) => type === arcServerComponent);
  }

  /** The servers of this stack that an extension, a run command or a licence profile is declared on. */
  arcServersOf(child: StackResource): readonly ArcServer[] {
    return this.arcServers.filter((server) => isDeclaredOn(server, child));
  }

  /** The licence profiles that are declared on the server. Throws {@link NotKnown} where one may or may not be. */
  licenseProfilesOf(server: ArcServer): readonly StackResource[] {
    return this.ofType("hybridcompute:LicenseProfile").filter((each) => isDeclaredOn(server, each));
  }

  /** The Azure resource with a URN; `undefined` where there is none. */
  resource(urn: string): StackResource | undefined {
    return this.byUrn.get(urn);
  }

  /** The resources of the given types, in the order the engine has them. */
  ofType(...types: readonly string[]): readonly StackResource[] {
    const [only, another] = types;
    if (only !== undefined && another === undefined) return this.byType.get(only) ?? [];
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /** The assignments that may reach a machine: those that name it, and all that name no machine of the stack for certain. */
  assignmentsFor({ resource }: Machine): readonly Assignment[] {
    return [...(this.assignmentsByMachine.get(resource.urn) ?? []), ...(this.assignmentsByMachine.get("") ?? [])];
  }

  /**
   * Whether a schedule of this stack installs updates on the machine. Throws {@link NotKnown} where no schedule is known
   * to, but one may: by a name or filter that is not known yet, or by the built-in policy.
   */
  isScheduled(machine: Machine): boolean {
    if (someOf(this.assignmentsFor(machine), (each) => each.reaches(machine) && isSchedule(each))) return true;
    this.policies.refuseSchedule(machine);
    return false;
  }

  /**
   * The first schedule of this stack that reaches the machine and for which the predicate holds. Throws {@link NotKnown}
   * where there is none, but one that is not known, or not part of this stack, may be.
   */
  scheduleOf(
    machine: Machine,
    predicate: (schedule: MaintenanceConfiguration) => boolean,
  ): MaintenanceConfiguration | undefined {
    const found = findOf(this.assignmentsFor(machine), (each) => {
      if (!each.reaches(machine) || !isSchedule(each)) return false;
      const { configuration } = each;
      if (configuration !== undefined) return predicate(configuration);
      throw outside(each);
    });
    if (found === undefined) this.policies.refuseSchedule(machine);
    return found?.configuration;
  }

  /**
   * Whether Azure patches the machine by itself, at times of its own choice: what `AutomaticByPlatform` means to a
   * machine that no schedule reaches and that does not ask to wait for one, nor is made to by a policy.
   */
  isPatchedByPlatform(machine: VirtualMachine): boolean {
    return everyOf(
      () => machine.isAutomaticByPlatform,
      () => !machine.bypassesPlatformSafetyChecks,
      () => !this.isScheduled(machine),
      () => !this.policies.makeWait(machine),
    );
  }

  /** Whether something in this stack assigns the schedule: an assignment, static or dynamic, or a policy. */
  assigns(schedule: MaintenanceConfiguration): boolean {
    return someOf([...this.assignments, ...this.policies.all], (each) =>
      each.resource.quoted(() => each.configuration === schedule),
    );
  }

  /**
   * The machine's network; `undefined` where it declares no network interface. Throws {@link NotKnown} where nothing of
   * this stack tells.
   */
  networkOf(machine: VirtualMachine): MachineNetwork | undefined {
    const network = this.networks.get(machine) ?? attempt(() => ({ found: networkOf(machine, this) }));
    this.networks.set(machine, network);
    if (network instanceof NotKnown) throw network;
    return network.found;
  }

  /** Where the machine's updates come from. */
  updateSourcesOf(machine: VirtualMachine): UpdateSources {
    return new UpdateSources(machine, this.scriptsOf(machine));
  }

  /** The scripts that the stack gives the machine: its own, and those of the extensions and run commands on it. */
  scriptsOf(machine: VirtualMachine): readonly Script[] {
    const added = this.ofType(...scriptedTypes).filter((each) => isDeclaredOn(machine, each));
    return [machine.resource, ...added].flatMap(scriptsIn);
  }

  /**
   * The schedules that reach the machine, each once, and those that may, by a name or filter that is not known: reading
   * one of these, or one that is not part of this stack, throws {@link NotKnown}.
   */
  possibleSchedulesOf(machine: Machine): readonly (() => MaintenanceConfiguration)[] {
    const schedules = new Map<MaintenanceConfiguration | Assignment, () => MaintenanceConfiguration>();
    for (const assignment of this.assignmentsFor(machine)) {
      const reaches = attempt(() =>
        everyOf(
          () => assignment.reaches(machine),
          () => isSchedule(assignment),
        ),
      );
      if (reaches === false) continue;
      const configuration = attempt(() => assignment.configuration);
      if (configuration instanceof MaintenanceConfiguration && reaches === true) {
        schedules.set(configuration, () => configuration);
        continue;
      }
      const key = configuration instanceof MaintenanceConfiguration ? configuration : assignment;
      if (schedules.has(key)) continue;
      schedules.set(key, () => {
        if (reaches instanceof NotKnown) throw reaches;
        if (configuration instanceof NotKnown) throw configuration;
        throw outside(assignment);
      });
    }
    return [...schedules.values()];
  }

  /** The schedules that reach the machine and are part of this stack. Throws {@link NotKnown} where one may or may not. */
  schedulesOf(machine: Machine): readonly MaintenanceConfiguration[] {
    return this.assignmentsFor(machine)
      .filter((each) => each.reaches(machine) && isSchedule(each))
      .map(({ configuration }) => configuration)
      .filter((configuration) => configuration !== undefined);
  }
}

function outside({ resource }: Assignment): NotKnown {
  return new NotKnown("maintenanceConfigurationId", `of ${resource.name} names a schedule outside this stack`);
}

/** A configuration outside this stack is taken for what its user assigned it as: a schedule. */
function isSchedule({ configuration }: Assignment): boolean {
  return configuration === undefined || configuration.isSchedule;
}

/** Whether what belongs to a machine, such as an extension or a run command, is declared on this one. */
function isDeclaredOn({ kind, resource }: Machine, child: StackResource): boolean {
  const { type, nameProperty } = machineResources[kind];
  const named = child.sourcesOf(nameProperty, type);
  if (named.length > 0) return named.some(({ urn }) => urn === resource.urn);
  return everyOf(
    () => sameSetting(child, nameProperty, resource, nameProperty),
    () => sameSetting(child, "resourceGroupName", resource, "resourceGroupName"),
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
