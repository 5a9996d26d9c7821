import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import type { ScheduledRun } from "../calendar";
import type { MaintenanceSchedule } from "./maintenance-schedule";
import { PeriodicAssessment } from "./periodic-assessment";
import { UpdateAlerts } from "./update-alerts";
import type { UpdateManagedFleetArgs } from "./update-managed-fleet/args";
import { designFleet } from "./update-managed-fleet/design";
import type { FleetMachine } from "./update-managed-fleet/machines";
import {
  createMachines,
  createNetwork,
  createRings,
  describeMachines,
  recorded,
} from "./update-managed-fleet/resources";
import { UpdateManagerAccess } from "./update-manager-access";
import type { UpdateNetworkDescription } from "./update-network-rules/description";

/**
 * Virtual machines with all that Azure Update Manager needs to keep them up to date: a network with a way to the sources
 * of their updates, access, schedules in rings, daily assessment and alerts. Each part is a component of this package,
 * takes its arguments, and can be skipped or replaced by one's own.
 *
 * ```typescript
 * const fleet = new UpdateManagedFleet("fleet", {
 *   resourceGroupName: resourceGroup.name,
 *   machines: {
 *     web: { image: "ubuntu-24.04", sshPublicKeys: [sshPublicKey], ring: "canary" },
 *     files: { image: "windows-server-2025", adminPassword },
 *   },
 *   alerts: { actionGroup: { emailAddresses: { operations: "operations@example.com" } } },
 * });
 * ```
 *
 * - Network: a virtual network, a subnet and a network security group, and `UpdateNetworkRules` with a NAT gateway. It
 *   is replaced by `network.subnetId`, for one machine by its own `subnetId`.
 * - Access: an `UpdateManagerAccess` for each principal; nobody by default.
 * - Schedules: a `MaintenanceSchedule` for each ring that a machine is in. They are replaced by
 *   `schedule.maintenanceConfigurationIds`.
 * - Assessment: `PeriodicAssessment` at the resource group, for machines that others make there. It is replaced by what a
 *   management group assigns: skip it then.
 * - Alerts: `UpdateAlerts` over the resource group, in the public cloud.
 *
 * Whoever deploys it needs a role that grants roles at the resource group, such as Role Based Access Control
 * Administrator, for access, assessment and alerts; without these, none.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument of every part, its value and what is allowed, before anything
 * is created. A value that is an output is checked when it resolves.
 */
export class UpdateManagedFleet extends pulumi.ComponentResource {
  /** The machines that the fleet created, by name. */
  public readonly machines: pulumi.Output<{ [name: string]: FleetMachine }>;
  /** The resource id of the machines' subnet; `undefined` where each has its own. */
  public readonly subnetId: pulumi.Output<string | undefined>;
  /** The resource id of the NAT gateway; `undefined` without one. */
  public readonly natGatewayId: pulumi.Output<string | undefined>;
  /** The address that machines go out from; `undefined` without one that the fleet created. */
  public readonly outboundIpAddress: pulumi.Output<string | undefined>;
  /** What machines reach for their updates, the rules and the documents; `undefined` where the network is skipped. */
  public readonly wayToUpdates: pulumi.Output<UpdateNetworkDescription | undefined>;
  /** The names of the roles of each principal, by its name. */
  public readonly roleNames: pulumi.Output<{ [name: string]: string[] }>;
  /** The resource ids of the maintenance configurations, by ring, such as for further assignments. */
  public readonly maintenanceConfigurationIds: pulumi.Output<{ [name: string]: string }>;
  /** The resource ids of the assessment's policy assignments, by the names of their policies and operating systems. */
  public readonly policyAssignmentIds: pulumi.Output<{ [name: string]: string }>;
  /** The resource ids of the alert rules, by the names of the alerts. */
  public readonly alertRuleIds: pulumi.Output<{ [name: string]: string }>;
  /** The resource id of the workbook; `undefined` where it is skipped. */
  public readonly workbookId: pulumi.Output<string | undefined>;

  /**
   * @param name the component's name, with which those of its resources begin
   * @param args the machines, and what differs from the defaults
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: UpdateManagedFleetArgs, opts?: pulumi.ComponentResourceOptions) {
    const design = designFleet(name, args, new pulumi.Config("azure-native").get("location"));
    super("pulumi-azure-update-manager:index:UpdateManagedFleet", name, recorded(args), opts);

    const { subnetId, rules } = createNetwork(this, design);
    const machines = createMachines(this, design, subnetId);
    const { schedules, maintenanceConfigurationIds } = createRings(this, design, machines);
    schedulesOf.set(this, schedules);

    const { subscriptionId } = authorization.getClientConfigOutput({ parent: this });
    const resourceGroupId = pulumi.interpolate`/subscriptions/${subscriptionId}/resourceGroups/${args.resourceGroupName}`;
    const access = Object.entries(design.access).map(
      ([principal, of]) =>
        [principal, new UpdateManagerAccess(`${name}-${principal}`, of(resourceGroupId), { parent: this })] as const,
    );
    const assessment =
      design.assessment && new PeriodicAssessment(name, design.assessment(resourceGroupId), { parent: this });
    const alerts = design.alerts && new UpdateAlerts(name, design.alerts(resourceGroupId), { parent: this });

    this.machines = describeMachines(machines, design.schedule.ringOf);
    this.subnetId = pulumi.output(subnetId);
    this.natGatewayId = pulumi.output(rules?.natGatewayId);
    this.outboundIpAddress = pulumi.output(rules?.outboundIpAddress);
    this.wayToUpdates = pulumi.output(rules?.describe());
    this.roleNames = pulumi.output(
      Object.fromEntries(access.map(([principal, { roleNames }]) => [principal, roleNames])),
    );
    this.maintenanceConfigurationIds = pulumi.output(maintenanceConfigurationIds);
    this.policyAssignmentIds = pulumi.output(assessment?.policyAssignmentIds ?? {});
    this.alertRuleIds = pulumi.output(alerts?.alertRuleIds ?? {});
    this.workbookId = pulumi.output(alerts?.workbookId);
    this.registerOutputs({
      machines: this.machines,
      subnetId: this.subnetId,
      natGatewayId: this.natGatewayId,
      outboundIpAddress: this.outboundIpAddress,
      wayToUpdates: this.wayToUpdates,
      roleNames: this.roleNames,
      maintenanceConfigurationIds: this.maintenanceConfigurationIds,
      policyAssignmentIds: this.policyAssignmentIds,
      alertRuleIds: this.alertRuleIds,
      workbookId: this.workbookId,
    });
  }

  /**
   * The next runs of each ring whose windows open at or after a moment, at most `count` of each. It looks at no clock:
   * pass `new Date()` in a test or a report, but not in what becomes part of a resource. Schedules of one's own, under
   * `schedule.maintenanceConfigurationIds`, are not among them.
   *
   * @throws RangeError where `from` is an invalid date or `count` not a whole number from 0
   */
  nextRuns(from: Date, count: number): { [ring: string]: ScheduledRun[] } {
    const schedules = Object.entries(schedulesOf.get(this) ?? {});
    return Object.fromEntries(schedules.map(([ring, schedule]) => [ring, schedule.nextRuns(from, count)]));
  }
}

// Beside the class: Pulumi's schema inference takes every property of a component for an output, even a private one.
const schedulesOf = new WeakMap<UpdateManagedFleet, Readonly<Record<string, MaintenanceSchedule>>>();
