import { rebootSettingDefault, rebootSettingSent } from "../../facts/schedules";
import { parseArmId, sameName } from "./arm-id";
import { type MaintenanceWindow, maintenanceWindowOf } from "./maintenance-window";
import { NotKnown, type Properties } from "./properties";
import type { StackResource } from "./resource";
import { attempt, everyOf } from "./three-valued";
import type { VirtualMachine } from "./virtual-machine";

const maintenanceConfigurationType = "maintenance:MaintenanceConfiguration";

/** A maintenance configuration of the stack: a schedule, where its scope is InGuestPatch. */
export class MaintenanceConfiguration {
  constructor(readonly resource: StackResource) {}

  get installPatches(): Properties {
    return this.resource.settings.object("installPatches");
  }

  /** What the schedule does about restarts, in the spelling that is sent; Azure's default is `IfRequired`. */
  get rebootSetting(): string {
    return this.own(() => rebootSettingSent(this.installPatches.text("rebootSetting") ?? rebootSettingDefault.value));
  }

  /** When the schedule patches. */
  get window(): MaintenanceWindow {
    return this.own(() => maintenanceWindowOf(this.resource.settings));
  }

  /** A value of this configuration. What is not known of it names it, since a verdict on another resource quotes that. */
  private own<T>(read: () => T): T {
    const value = attempt(read);
    if (!(value instanceof NotKnown)) return value;
    throw new NotKnown(value.property, `of ${this.resource.name} ${value.because}`);
  }
}

/** What every assignment of a maintenance configuration has, static or dynamic. */
export abstract class Assignment {
  constructor(
    readonly resource: StackResource,
    private readonly configurations: readonly MaintenanceConfiguration[],
  ) {}

  /** Whether this assignment reaches a machine; throws {@link NotKnown} where that is not known yet. */
  abstract reaches(machine: VirtualMachine): boolean;

  /** The assigned configuration, or `undefined` where it is not part of this stack. */
  get configuration(): MaintenanceConfiguration | undefined {
    const property = "maintenanceConfigurationId";
    const [source, another] = this.resource.sourcesOf(property, maintenanceConfigurationType);
    if (another !== undefined) throw new NotKnown(property, "is computed from more than one maintenance configuration");
    if (source !== undefined) return this.configurations.find(({ resource }) => resource.urn === source.urn);
    const id = parseArmId(this.resource.settings.text(property) ?? "");
    if (id?.type !== "microsoft.maintenance/maintenanceconfigurations") return undefined;
    return this.configurations.find(({ resource }) => {
      const name = resource.settings.text("resourceName");
      const group = resource.settings.text("resourceGroupName");
      return (
        name !== undefined &&
        group !== undefined &&
        sameName(name, id.names.at(-1) ?? "") &&
        sameName(group, id.resourceGroupName ?? "")
      );
    });
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

  reaches(machine: VirtualMachine): boolean {
    if (this.targetType !== "microsoft.compute/virtualmachines") return false;
    const named = this.resource.sourcesOf("resourceName", "compute:VirtualMachine");
    if (named.length > 0) {
      if (!named.some(({ urn }) => urn === machine.resource.urn)) return false;
      if (named.length === 1) return true;
      throw new NotKnown("resourceName", `of ${this.resource.name} is computed from more than one machine`);
    }
    return everyOf(
      () => sameSetting(this.resource, "resourceName", machine.resource, "vmName"),
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
  reaches(machine: VirtualMachine): boolean {
    const { filter } = this;
    return everyOf(
      () => isSelected(filter.texts("resourceTypes"), () => "Microsoft.Compute/virtualMachines"),
      () => isSelected(filter.texts("osTypes"), () => machine.operatingSystem),
      () =>
        isSelected(filter.texts("locations").map(region), () =>
          region(machine.resource.settings.text("location") ?? ""),
        ),
      () => this.selectsResourceGroupOf(machine),
      () => this.selectsTagsOf(machine),
    );
  }

  private selectsResourceGroupOf({ resource }: VirtualMachine): boolean {
    if (this.resource.type === "maintenance:ConfigurationAssignmentsForResourceGroup") {
      return sameSetting(this.resource, "resourceGroupName", resource, "resourceGroupName");
    }
    return isSelected(this.filter.texts("resourceGroups"), () => resource.settings.text("resourceGroupName") ?? "");
  }

  private selectsTagsOf({ resource }: VirtualMachine): boolean {
    const tagSettings = this.filter.object("tagSettings");
    const wanted = tagSettings.object("tags");
    const tags = resource.settings.object("tags");
    const matches = (name: string) => {
      const own = tags.names().find((each) => sameName(each, name));
      return own !== undefined && isSelected(wanted.texts(name), () => tags.text(own) ?? "");
    };
    const names = wanted.names();
    if (names.length === 0) return true;
    // Azure's default is All (Microsoft.Maintenance/stable/2023-04-01/Maintenance.json, TagSettingsProperties).
    return sameName(tagSettings.text("filterOperator") ?? "All", "Any") ? names.some(matches) : names.every(matches);
  }
}

function isSelected(wanted: readonly string[], own: () => string): boolean {
  if (wanted.length === 0) return true;
  const value = own();
  return wanted.some((each) => sameName(each, value));
}

/** A region's id, from its id or its display name. */
function region(location: string): string {
  return location.replaceAll(" ", "").toLowerCase();
}

/**
 * Whether two settings name the same thing: known values by comparison; unknown ones when both were computed from the
 * same single resource, as two names of one resource group are.
 */
export function sameSetting(
  one: StackResource,
  property: string,
  other: StackResource,
  otherProperty: string,
): boolean {
  const types = ["resources:ResourceGroup", "compute:VirtualMachine"];
  const [source, second] = one.sourcesOf(property, ...types);
  const [otherSource, otherSecond] = other.sourcesOf(otherProperty, ...types);
  if (source !== undefined && second === undefined && otherSecond === undefined && source.urn === otherSource?.urn) {
    return true;
  }
  const value = one.settings.text(property);
  const otherValue = other.settings.text(otherProperty);
  return value !== undefined && otherValue !== undefined && sameName(value, otherValue);
}
