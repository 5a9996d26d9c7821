import * as maintenance from "@pulumi/azure-native/maintenance";
import * as pulumi from "@pulumi/pulumi";
import { nextRuns, type Schedule, type ScheduledRun } from "../calendar";
import { assign } from "./maintenance-schedule/assign";
import type { AssignmentArgs } from "./maintenance-schedule/assignments";
import { designMaintenanceSchedule, nameAdvice } from "./maintenance-schedule/design";
import type { UpdatesArgs } from "./maintenance-schedule/updates";
import type { WindowArgs } from "./maintenance-schedule/window";

/** The arguments of {@link MaintenanceSchedule}. */
export interface MaintenanceScheduleArgs extends WindowArgs, UpdatesArgs, AssignmentArgs {
  /** The resource group of the maintenance configuration. */
  resourceGroupName: pulumi.Input<string>;
  /**
   * The region of the maintenance configuration, which need not be that of its machines. Default: the provider's
   * `azure-native:location`, else the resource group's.
   */
  location?: pulumi.Input<string>;
  /**
   * The maintenance configuration's name in Azure, together with the resource group's below 128 characters. The name of
   * a deleted one is free again after 20 minutes. Default: the component's name and a random suffix.
   */
  maintenanceConfigurationName?: pulumi.Input<string>;
  /** Tags of the maintenance configuration; assignments have none. Default: none. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * A schedule of Azure Update Manager: a maintenance configuration of scope `InGuestPatch`, and its assignments to Azure
 * virtual machines, Arc-enabled servers and dynamic scopes.
 *
 * ```typescript
 * const saturdayNight = new MaintenanceSchedule("saturday-night", {
 *   resourceGroupName: resourceGroup.name,
 *   startDateTime: "2027-01-09 02:00",
 *   timeZone: "Europe/Berlin",
 *   recurrence: { weekly: { weekdays: ["Saturday"] } },
 *   virtualMachines: { web: { id: web.virtualMachineId } },
 *   dynamicScopes: { production: { tags: { environment: ["production"] } } },
 * });
 * ```
 *
 * Machines and scopes are of the subscription that the component's provider works in. For those of another, use a
 * `MaintenanceScheduleAssignment` with a provider of that subscription.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves.
 */
export class MaintenanceSchedule extends pulumi.ComponentResource {
  /** The resource id of the maintenance configuration. */
  public readonly maintenanceConfigurationId: pulumi.Output<string>;
  /** The name of the maintenance configuration in Azure. */
  public readonly maintenanceConfigurationName: pulumi.Output<string>;
  /** How often the schedule runs, as Azure writes it, e.g. `Week Saturday`. */
  public readonly recurEvery: pulumi.Output<string>;
  /** The Windows id of the schedule's time zone. */
  public readonly timeZone: pulumi.Output<string>;

  /**
   * @param name the component's name, which its resources get too
   * @param args the schedule's arguments
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: MaintenanceScheduleArgs, opts?: pulumi.ComponentResourceOptions) {
    const defaultLocation = new pulumi.Config("azure-native").get("location");
    const design = designMaintenanceSchedule(name, args, defaultLocation);
    super("pulumi-azure-update-manager:index:MaintenanceSchedule", name, args, opts);
    schedules.set(this, design.schedule);

    const { resourceGroupName, location, tags } = args;
    const configuration = new maintenance.MaintenanceConfiguration(
      name,
      { resourceGroupName, location, tags, ...design.configuration },
      { parent: this },
    );
    assign(this, name, configuration.id, design.assignments, design.problems);

    for (const advice of design.advice) pulumi.log.warn(advice, this);
    pulumi.all([resourceGroupName, configuration.name]).apply(([group, configurationName]) => {
      const advice = nameAdvice(group, configurationName);
      if (advice !== undefined) pulumi.log.warn(advice, this);
    });

    this.maintenanceConfigurationId = configuration.id;
    this.maintenanceConfigurationName = configuration.name;
    this.recurEvery = pulumi.output(design.configuration.recurEvery);
    this.timeZone = pulumi.output(design.configuration.timeZone);
    this.registerOutputs({
      maintenanceConfigurationId: this.maintenanceConfigurationId,
      maintenanceConfigurationName: this.maintenanceConfigurationName,
      recurEvery: this.recurEvery,
      timeZone: this.timeZone,
    });
  }

  /**
   * The next runs whose windows open at or after a moment, at most `count` of them: fewer where the schedule ends
   * before. It looks at no clock: pass `new Date()` in a test or a report, but not in what becomes part of a resource.
   *
   * @throws RangeError where `from` is an invalid date or `count` not a whole number from 0
   */
  nextRuns(from: Date, count: number): ScheduledRun[] {
    return nextRuns(schedules.get(this) as Schedule, from, count);
  }
}

// Beside the class: Pulumi's schema inference takes every property of a component for an output, even a private one.
const schedules = new WeakMap<MaintenanceSchedule, Schedule>();
