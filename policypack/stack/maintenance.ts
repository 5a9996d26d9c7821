import { parseSchedule, type Schedule } from "../../calendar";
import { machineResourceType } from "../../facts/machine-kind";
import type { OperatingSystem } from "../../facts/operating-system";
import { normalizeLocation } from "../../facts/regions";
import {
  inGuestPatchMode,
  maintenanceScope,
  rebootSettingDefault,
  rebootSettingSent,
  updateSelection,
} from "../../facts/schedules";
import { parseArmId, sameName } from "./arm-id";
import { type Machine, machineResources } from "./machine";
import { type MaintenanceWindow, maintenanceWindowOf } from "./maintenance-window";
import { groupOf, isSame, mayBeIn, mayShareSubscription, type Name } from "./place";
import { NotKnown, type Properties } from "./properties";
import type { StackResource } from "./resource";
import { isSelected } from "./selection";
import { attempt, everyOf, findOf, firstOf, someOf } from "./three-valued";

const machineTypes = Object.values(machineResources).map(({ type }) => type);
const maintenanceConfigurationType = "maintenance:MaintenanceConfiguration";

/** A maintenance configuration of the stack: a schedule, where its scope is InGuestPatch. */
export class MaintenanceConfiguration {
  constructor(readonly resource: StackResource) {}

  get settings(): Properties {
    return this.resource.settings;
  }

  /** Whether it is a schedule of updates in the guest; configurations of other scopes are not Update Manager's. */
  get isSchedule(): boolean {
    return sameName(this.settings.text("maintenanceScope") ?? "", maintenanceScope.mustBe);
  }

  /** Whether it has what only a schedule has, whatever its scope: the updates to install, or the mode of patching. */
  get saysHowGuestsArePatched(): boolean {
    return someOf(
      [
        () => this.installPatches.exist,
        () => {
          const names = this.settings.object("extensionProperties").names();
          return names.some((name) => sameName(`extensionProperties.${name}`, inGuestPatchMode.property));
        },
      ],
      (holds) => holds(),
    );
  }

  /** The name of its resource group, as given, or as the stack gives it to the resource group. */
  get resourceGroupName(): string | undefined {
    return firstOf(
      () => this.settings.text("resourceGroupName"),
      () => this.resourceGroup?.settings.text("resourceGroupName"),
    );
  }

  /**
   * Its region; `undefined` where nothing tells it. The default is that of its resource group, which azure-native looks up
   * as it checks the inputs, so that the location is unknown while the resource group is to be made.
   */
  get region(): string | undefined {
    const location = firstOf(
      () => this.settings.text("location"),
      () => {
        const { resourceGroup } = this;
        const isItsOwn = this.resource.allSourcesOf("location").every((source) => source === resourceGroup);
        return isItsOwn ? resourceGroup?.settings.text("location") : undefined;
      },
    );
    return location === undefined ? undefined : normalizeLocation(location);
  }

  /** The resource group that it is in, where the stack makes it. */
  private get resourceGroup(): StackResource | undefined {
    const [group, another] = this.resource.sourcesOf("resourceGroupName", "resources:ResourceGroup");
    return another === undefined ? group : undefined;
  }

  /** When it runs; `undefined` where a property that says so is not given, or is none that Azure takes. */
  get schedule(): Schedule | undefined {
    const [startDateTime, expirationDateTime, timeZone, recurEvery, duration] = [
      "startDateTime",
      "expirationDateTime",
      "timeZone",
      "recurEvery",
      "duration",
    ].map((property) => this.settings.text(property));
    if (!startDateTime || !timeZone || !recurEvery || !duration) return undefined;
    const text = { startDateTime, timeZone, recurEvery, duration };
    const parsed = parseSchedule(expirationDateTime === undefined ? text : { ...text, expirationDateTime });
    return parsed.ok ? parsed.schedule : undefined;
  }

  /** When it runs, for rules on other resources. Throws {@link NotKnown} where that is none that Azure takes. */
  get timing(): Schedule {
    return this.resource.quoted(() => {
      const { schedule } = this;
      if (schedule !== undefined) return schedule;
      throw new NotKnown("maintenance window", "is none that Azure takes");
    });
  }

  get installPatches(): Properties {
    return this.settings.object("installPatches");
  }

  /** What it selects on the given system, whether or not it reaches a machine with that. */
  parametersOf(operatingSystem: OperatingSystem): Properties {
    const [, block = ""] = updateSelection(operatingSystem).path.split(".");
    return this.installPatches.object(block);
  }

  /** What the schedule does about restarts, in the spelling that is sent; Azure's default is `IfRequired`. */
  get rebootSetting(): string {
    return this.resource.quoted(() =>
      rebootSettingSent(this.installPatches.text("rebootSetting") ?? rebootSettingDefault.value),
    );
  }

  /** When the schedule patches. */
  get window(): MaintenanceWindow {
    return this.resource.quoted(() => maintenanceWindowOf(this.settings));
  }

  /** Whether an ARM id is that of this configuration. */
  hasId(id: string): boolean {
    const parsed = parseArmId(id);
    if (parsed?.type !== "microsoft.maintenance/maintenanceconfigurations") return false;
    return everyOf(
      () => mayBeIn(parsed.subscriptionId, this.resource),
      () => sameName(this.settings.text("resourceName") ?? "", parsed.names.at(-1) ?? ""),
      () => sameName(this.resourceGroupName ?? "", parsed.resourceGroupName ?? ""),
    );
  }
}

/** What every assignment of a maintenance configuration has, static or dynamic. */
export abstract class Assignment {
  constructor(
    readonly resource: StackResource,
    private readonly configurations: readonly MaintenanceConfiguration[],
  ) {}

  /** Whether this assignment reaches a machine; throws {@link NotKnown} where that is not known yet. */
  abstract reaches(machine: Machine): boolean;

  /** The one machine of the stack that it names, as the graph tells; `undefined` where the graph does not tell. */
  get machine(): StackResource | undefined {
    return undefined;
  }

  /** The assigned configuration, or `undefined` where it is not part of this stack. */
  get configuration(): MaintenanceConfiguration | undefined {
    const property = "maintenanceConfigurationId";
    const [source, another] = this.resource.sourcesOf(property, maintenanceConfigurationType);
    if (another !== undefined) throw new NotKnown(property, "is computed from more than one maintenance configuration");
    if (source !== undefined) return this.configurations.find(({ resource }) => resource === source);
    const id = this.resource.settings.text(property);
    return id === undefined ? undefined : findOf(this.configurations, (configuration) => configuration.hasId(id));
  }
}

/** A configuration assigned to one named machine. */
export class StaticAssignment extends Assignment {
  /** Type of the machine it names, in lower case, for example `microsoft.compute/virtualmachines`. */
  get targetType(): string {
    const { settings } = this.resource;
    const parentType = settings.text("resourceParentType");
    return [settings.text("providerName"), parentType, settings.text("resourceType")]
      .filter((part) => part !== undefined)
      .join("/")
      .toLowerCase();
  }

  override get machine(): StackResource | undefined {
    const [only, another] = this.resource.sourcesOf("resourceName", ...machineTypes);
    return another === undefined ? only : undefined;
  }

  reaches(machine: Machine): boolean {
    if (!sameName(this.targetType, machineResourceType[machine.kind])) return false;
    const { type, nameProperty } = machineResources[machine.kind];
    const named = this.resource.sourcesOf("resourceName", type);
    if (named.length > 0) {
      if (!named.some(({ urn }) => urn === machine.resource.urn)) return false;
      if (named.length === 1) return true;
      throw new NotKnown("resourceName", `of ${this.resource.name} is computed from more than one machine`);
    }
    return everyOf(
      () => sameSetting(this.resource, "resourceName", machine.resource, nameProperty),
      () => sameSetting(this.resource, "resourceGroupName", machine.resource, "resourceGroupName"),
    );
  }
}

/** A dynamic scope: a configuration assigned to whatever machines of a subscription match its filter. */
export class DynamicScope extends Assignment {
  get filter(): Properties {
    return this.resource.settings.object("filter");
  }

  /**
   * Whether the filter selects the machine. Empty lists select everything; tag values are compared as Azure compares
   * tag names, without regard to case, since only the policy variant of this filter is documented to be case-sensitive.
   */
  reaches(machine: Machine): boolean {
    const wanted = (list: string) => this.resource.quoted(() => this.filter.texts(list));
    return everyOf(
      () => mayShareSubscription(this.resource, machine.resource),
      () => isSelected(wanted("resourceTypes"), () => machineResourceType[machine.kind]),
      () => isSelected(wanted("osTypes"), () => machine.operatingSystem),
      () =>
        isSelected(wanted("locations").map(normalizeLocation), () =>
          normalizeLocation(machine.resource.settings.text("location") ?? ""),
        ),
      () => this.selectsResourceGroupOf(machine),
      () => this.selectsTagsOf(machine.resource),
    );
  }

  private selectsResourceGroupOf({ resource }: Machine): boolean {
    if (this.resource.type === "maintenance:ConfigurationAssignmentsForResourceGroup") {
      return sameSetting(this.resource, "resourceGroupName", resource, "resourceGroupName");
    }
    const groups = this.resourceGroups;
    return groups.length === 0 || someOf(groups, (each) => isSame(each, groupOf(resource)));
  }

  /** The resource groups that the filter asks for; one whose name is known only after deployment is known by its resource. */
  private get resourceGroups(): readonly Name[] {
    const names = this.resource
      .quoted(() => this.filter.textsApart("resourceGroups"))
      .map(({ text }) => ({ text: () => this.resource.quoted(text) }));
    const unknown = names.filter(({ text }) => attempt(text) instanceof NotKnown);
    const resources = this.resource.sourcesOf("filter", "resources:ResourceGroup");
    if (unknown.length !== resources.length) return names;
    const named = resources.map(({ urn, settings }) => ({ urn, text: () => settings.text("resourceGroupName") }));
    return [...names.filter((each) => !unknown.includes(each)), ...named];
  }

  /** The tags that the filter asks for: the values that each may have, by name. */
  get tags(): Properties {
    return this.filter.object("tagSettings").object("tags");
  }

  /** Whether the filter selects the tags of a machine of any kind, whatever else it asks for. */
  selectsTagsOf({ settings }: StackResource): boolean {
    const { tags: wanted } = this;
    const tags = settings.object("tags");
    const matches = (name: string) => {
      const own = tags.names().find((each) => sameName(each, name));
      return own !== undefined && isSelected(wanted.texts(name), () => tags.text(own) ?? "");
    };
    const names = wanted.names();
    if (names.length === 0) return true;
    // Azure's default is All (Microsoft.Maintenance/stable/2023-04-01/Maintenance.json, TagSettingsProperties).
    const operator = this.filter.object("tagSettings").text("filterOperator") ?? "All";
    return sameName(operator, "Any") ? names.some(matches) : names.every(matches);
  }
}

/**
 * Whether two settings name the same thing: known values by comparison, within one subscription; unknown ones when both
 * were computed from the same single resource, as two names of one resource group are.
 */
export function sameSetting(
  one: StackResource,
  property: string,
  other: StackResource,
  otherProperty: string,
): boolean {
  const types = ["resources:ResourceGroup", ...machineTypes];
  const [source, second] = one.sourcesOf(property, ...types);
  const [otherSource, otherSecond] = other.sourcesOf(otherProperty, ...types);
  if (source !== undefined && second === undefined && otherSecond === undefined && source.urn === otherSource?.urn) {
    return true;
  }
  if (!mayShareSubscription(one, other)) return false;
  const value = nameIn(one, property);
  const otherValue = nameIn(other, otherProperty);
  return value !== undefined && otherValue !== undefined && sameName(value, otherValue);
}

/** A name in an input; that of a resource group is known by the resource group where it is known only after deployment. */
function nameIn(resource: StackResource, property: string): string | undefined {
  const name = attempt(() => resource.settings.text(property));
  return name instanceof NotKnown ? groupOf(resource, property).text() : name;
}
