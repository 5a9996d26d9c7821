import { Cloud } from "../../facts/cloud";
import { computeDocs, updateManager } from "../../facts/documents";
import { periodicAssessment } from "../../facts/machine-settings";
import { assignmentStatements, dynamicScopeFilter, scheduleLimits } from "../../facts/schedules";
import { type Source, source } from "../../facts/source";
import type { Area } from "./rule";

/** A prerequisite that has a code and a name, but that nothing in a Pulumi stack tells of. */
export interface NotCheckable {
  readonly code: `AUM${number}`;
  readonly name: string;
  readonly area: Area;
  readonly title: string;
  /** Why a policy cannot tell, and what stands in for it. */
  readonly because: string;
  readonly source: readonly Source[];
}

const automaticGuestPatching =
  "MicrosoftDocs/azure-compute-docs articles/virtual-machines/automatic-vm-guest-patching.md";

/** Prerequisites that no rule of this pack can judge. Their codes are taken, so that no rule ever gets them. */
export const notCheckable: readonly NotCheckable[] = [
  {
    code: "AUM011",
    name: "vm-autoupdates-immutable",
    area: "Azure VM settings",
    title: "enableAutomaticUpdates keeps the value that the machine was created with.",
    because:
      "The engine shows a policy the new inputs of a resource and never the old ones, so a policy sees no change. Azure itself refuses the update.",
    source: source(automaticGuestPatching),
  },
  {
    code: "AUM012",
    name: "vm-byos-manual-switch",
    area: "Azure VM settings",
    title: "The patch mode of a Windows VM does not change between AutomaticByOS and Manual.",
    because:
      "The engine shows a policy the new inputs of a resource and never the old ones, so a policy sees no change. Azure itself refuses the update.",
    source: source(automaticGuestPatching),
  },
  {
    code: "AUM038",
    name: "wl-linux-agent-version",
    area: "Images and workloads",
    title: "A custom Linux image has Azure Linux Agent 2.2.53.1 or newer.",
    because: "The version of the agent is inside the image, and no resource of a stack tells it.",
    source: source(automaticGuestPatching),
  },
  {
    code: "AUM061",
    name: "arc-rp-compute",
    area: "Arc-enabled servers",
    title: `The subscription of Arc-enabled servers is registered for ${periodicAssessment.arcResourceProvider} too.`,
    because:
      "The registrations of a subscription are no resources of a stack, and the agent connects a server to whichever subscription it is told. `ArcServer` says in its output `resourceProviders` which they are, and takes `registeredResourceProviders` to check them.",
    source: periodicAssessment.source,
  },
  {
    code: "AUM078",
    name: "mc-start-future",
    area: "Schedules",
    title: "The start of a new schedule lies 15 minutes ahead, or 40 with a pre-event.",
    because:
      "It depends on the moment of the deployment, which no preview tells, and a policy sees no difference between a new schedule and one that exists, whose start may have passed. Azure itself refuses the start of a new one.",
    source: source(computeDocs("virtual-machines/maintenance-configurations")),
  },
  {
    code: "AUM085",
    name: "mc-firstrun",
    area: "Schedules",
    title: "A weekly or monthly schedule starts on a day of its recurrence.",
    because:
      'Azure waits for the first such day, and whether the start was meant as a run ("from January on, every second Tuesday") is nothing that a stack tells. `nextRuns` of `MaintenanceSchedule` shows the first run.',
    source: source(computeDocs("virtual-machines/troubleshoot-maintenance-configurations")),
  },
  {
    code: "AUM098",
    name: "ca-cross-subscription",
    area: "Schedules",
    title:
      "For a schedule of another subscription, both have Microsoft.Maintenance and Microsoft.Insights registered, and whoever deploys has roles in both.",
    because:
      "Roles of whoever deploys and registrations of resource providers are no part of the stack that assigns. `MaintenanceScheduleAssignment` says what it takes.",
    source: assignmentStatements.crossSubscription.source,
  },
  {
    code: "AUM099",
    name: "ca-limit",
    area: "Schedules",
    title: `At most ${scheduleLimits(Cloud.Public).associationsPerSchedule} machines are assigned to a schedule.`,
    because:
      "Machines are assigned by many stacks, by policies and by dynamic scopes when the schedule runs, and no stack tells the sum. `MaintenanceSchedule` refuses more in one component, and ds-limits tells the limits of dynamic scopes.",
    source: scheduleLimits(Cloud.Public).source,
  },
  {
    code: "AUM102",
    name: "ds-subscription",
    area: "Schedules",
    title: "A dynamic scope names its subscription, and keeps it.",
    because:
      "azure-native takes the subscription from its provider, so that no scope is without one, and replaces a scope whose resource group changes.",
    source: dynamicScopeFilter.source,
  },
  {
    code: "AUM106",
    name: "ds-all-machines-ready",
    area: "Schedules",
    title: "Every VM that a dynamic scope can select waits for its schedule.",
    because:
      "The VMs of other stacks are unseen. Those of the stack itself are judged by vm-patchmode-schedule and vm-bypass-schedule, whether a schedule reaches them by name or by a dynamic scope.",
    source: source(updateManager("dynamic-scope-overview"), updateManager("manage-dynamic-scoping")),
  },
  {
    code: "AUM111",
    name: "ev-lead",
    area: "Events",
    title: "A schedule with a pre-event starts at least 40 minutes after the event is created or changed.",
    because:
      "It depends on the moment of the deployment, which no preview tells. Azure cancels that one run, and the next takes place.",
    source: source(updateManager("pre-post-scripts-overview")),
  },
  {
    code: "AUM112",
    name: "ev-duration",
    area: "Events",
    title: "The handlers of a pre-event end within 20 minutes together.",
    because:
      "How long a handler takes is decided by its code, and its time limit for the most part by a file such as host.json, which no resource of a stack has.",
    source: source(updateManager("pre-post-scripts-overview")),
  },
  {
    code: "AUM118",
    name: "rp-maintenance",
    area: "Roles, policies and locks",
    title: "Microsoft.Maintenance is registered in every subscription that has schedules or dynamic scopes.",
    because:
      "The registrations of a subscription are no resources of a stack. azure-native registers a provider when Azure asks for it, in the subscriptions it deploys to.",
    source: source(computeDocs("virtual-machines/troubleshoot-maintenance-configurations")),
  },
  {
    code: "AUM131",
    name: "move-machine",
    area: "Roles, policies and locks",
    title: "A machine with a schedule is not renamed, moved or recreated with the same id in one update.",
    because:
      "The engine shows a policy the new inputs of a resource and neither the old ones nor that it is replaced. The preview itself marks the machine as replaced.",
    source: source(updateManager("troubleshoot")),
  },
];
