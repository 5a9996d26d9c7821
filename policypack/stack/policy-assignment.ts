import { type BuiltInPolicy, builtInPolicy } from "../../facts/policies";
import { sameName } from "./arm-id";
import { machineResources } from "./machine";
import type { MaintenanceConfiguration } from "./maintenance";
import { covers, type Place, placeNamedBy, placeOf, placeOfId } from "./place";
import { definitionTypes, type PolicyInSet, setTypes } from "./policy-set";
import { NotKnown, Properties } from "./properties";
import { hasNoIdYet, type StackResource } from "./resource";
import { attempt, everyOf, findOf, someOf } from "./three-valued";

const definition = "policyDefinitionId";
const notScopes = "notScopes";
const leftOutTypes = ["resources:ResourceGroup", ...Object.values(machineResources).map(({ type }) => type)];
const configurationType = "maintenance:MaintenanceConfiguration";

/** The parameter of the policy on schedules that names a maintenance configuration. */
export const configurationParameter = "maintenanceConfigurationResourceId";

/** The assignment of a policy, alone or as one of a set. */
export class PolicyAssignment {
  constructor(
    readonly resource: StackResource,
    private readonly configurations: readonly MaintenanceConfiguration[],
    private readonly inSet?: PolicyInSet,
  ) {}

  get settings(): Properties {
    return this.resource.settings;
  }

  /** The built-in policy of Update Manager that it assigns; `undefined` where it assigns another one. */
  get policy(): BuiltInPolicy | undefined {
    if (this.inSet !== undefined) return this.inSet.policy();
    // Its id is unknown at first, but a policy that the stack itself defines is no built-in one.
    if (this.resource.sourcesOf(definition, ...definitionTypes, ...setTypes).length > 0) return undefined;
    return builtInPolicy(this.settings.text(definition) ?? "");
  }

  /** Whether it assigns the policy as one of a set, which gives the policy its parameters. */
  get isOfSet(): boolean {
    return this.inSet !== undefined;
  }

  /** The name by which a remediation task means the policy in its set; `undefined` where there is none. */
  get referenceInSet(): string | undefined {
    return this.inSet?.reference();
  }

  /** Where the policy is assigned; {@link holdsAt} tells whether it holds at a place below. */
  get place(): Place {
    return placeNamedBy(this.resource, "scope");
  }

  /** Whether the policy holds at a place: at its scope or below, and not below one of those that it leaves out. */
  holdsAt(inner: () => Place): boolean {
    return everyOf(
      () => covers(this.place, inner()),
      () => !this.leavesOut(inner),
    );
  }

  /** Whether the policy may hold at a place, for all that is known. */
  mayHoldAt(inner: () => Place): boolean {
    return attempt(() => this.holdsAt(inner)) !== false;
  }

  private leavesOut(inner: () => Place): boolean {
    const places = this.resource.quoted(() => this.placesLeftOut);
    return someOf(places, (each) => covers(this.resource.quoted(each), inner()));
  }

  /** The places in `notScopes`. A single id that is to come is that of the one resource which such ids are computed from. */
  private get placesLeftOut(): readonly (() => Place)[] {
    const entries = this.settings.textsApart(notScopes).map((entry) => ({ ...entry, id: attempt(entry.text) }));
    const isSingle = entries.filter(({ id }) => id instanceof NotKnown).length === 1;
    const [source, another] = this.resource.allSourcesOf(notScopes).filter(hasNoIdYet);
    const isTold = isSingle && source !== undefined && another === undefined && leftOutTypes.includes(source.type);
    return entries.map(({ path, id }) => () => {
      if (id instanceof NotKnown) {
        if (isTold) return placeOf(source);
        throw id;
      }
      const place = placeOfId(id);
      if (place !== undefined) return place;
      throw new NotKnown(path, `is "${id}", which is no scope`);
    });
  }

  /** What holds the value of a parameter as `value`; properties that do not exist where the parameter is not given. */
  parameter(name: string): Properties {
    if (this.inSet?.gives(name)) {
      throw new NotKnown(`parameters.${name}`, `is given to the policy by the set ${this.inSet.set.name}`);
    }
    if (this.inSet !== undefined) return Properties.none;
    return this.settings.object("parameters").object(name);
  }

  /** The effect, where the assignment chooses one. */
  get effect(): string | undefined {
    return this.parameter("effect").text("value");
  }

  /** Whether the policy takes effect when machines are written; Azure's default. */
  get isEnforced(): boolean {
    return !sameName(this.settings.text("enforcementMode") ?? "Default", "DoNotEnforce");
  }

  /** Whether it changes machines: audits do not, nor does what is disabled. */
  get changesMachines(): boolean {
    return (this.policy?.roles.length ?? 0) > 0 && !sameName(this.effect ?? "", "Disabled");
  }

  /** Whether the assignment has a managed identity at all. */
  get hasIdentity(): boolean {
    return !sameName(this.settings.object("identity").text("type") ?? "None", "None");
  }

  /** The resource of the stack whose identity it is; `undefined` where the identity is not part of the stack. */
  get identity(): StackResource | undefined {
    if (!this.hasIdentity) return undefined;
    if (sameName(this.settings.object("identity").text("type") ?? "", "SystemAssigned")) return this.resource;
    return this.resource.sourcesOf("identity", "managedidentity:UserAssignedIdentity")[0];
  }

  /** The maintenance configuration that its parameter names; `undefined` where it is not part of this stack. */
  get configuration(): MaintenanceConfiguration | undefined {
    const [source, another] = this.resource.sourcesOf("parameters", configurationType);
    if (source !== undefined && another === undefined) {
      return this.configurations.find(({ resource }) => resource.urn === source.urn);
    }
    const id = this.configurationId;
    return id === undefined ? undefined : findOf(this.configurations, (configuration) => configuration.hasId(id));
  }

  /** The text that names the maintenance configuration. */
  get configurationId(): string | undefined {
    return this.parameter(configurationParameter).text("value");
  }

  /** Where the maintenance configuration is. */
  get configurationPlace(): Place {
    const { configuration } = this;
    if (configuration !== undefined) return placeOf(configuration.resource);
    const place = placeOfId(this.configurationId ?? "");
    if (place !== undefined) return place;
    throw new NotKnown(`parameters.${configurationParameter}.value`, "names no maintenance configuration");
  }
}
