import { azureDocs, updateManager } from "../documents";
import { type Fact, source } from "../source";
import { conflict, type Statement, statement } from "../statement";

const article = updateManager("pre-post-events-schedule-maintenance-configuration");
const overview = updateManager("pre-post-scripts-overview");
const schema = azureDocs("event-grid/event-schema-maintenance-configuration");

/** The events before and after a run of a schedule, and the Event Grid system topic that sends them: one per configuration. */
export const maintenanceEvents = {
  types: ["Microsoft.Maintenance.PreMaintenanceEvent", "Microsoft.Maintenance.PostMaintenanceEvent"],
  topicResourceType: "Microsoft.EventGrid/systemTopics",
  topicType: "Microsoft.Maintenance.MaintenanceConfigurations",
  topicSource: "the resource id of the maintenance configuration",
  eventDeliverySchema: "EventGridSchema",
  apiVersion: "2022-06-15",
  topicsPerConfiguration: 1,
  /** The endpoints that the portal offers; Event Grid has others. */
  endpointTypes: ["WebHook", "AzureFunction"],
  source: source(article, schema),
} as const satisfies Fact & Record<string, unknown>;

/** When events are sent, and how long a handler has. */
export const eventTimes = {
  /** An event created or changed later than this before a run makes the service cancel that run. */
  createBeforeRunMinutes: 40,
  preEventBeforeRunMinutes: { from: 30, to: 40 },
  preEventMaximumMinutes: 20,
  latestCancellationMinutes: 10,
  source: source(overview, article),
  conflict: conflict(
    schema,
    "The sample event names a cancellation cut-off one minute before the start of the run.",
    "The timeline's ten minutes are the safe value.",
  ),
} as const satisfies Fact & Record<string, unknown>;

/** What a runbook that handles events needs. */
export const runbooks = {
  modules: ["Az.ResourceGraph", "ThreadJob 2.0.3"],
  identityRole: "Contributor",
  powerShell: "7.2",
  source: source(article, updateManager("includes/pre-post-prerequisites")),
  conflict: conflict(
    updateManager("includes/pre-post-prerequisites"),
    "The prerequisites ask for a PowerShell 5.1 runbook.",
    "The article on events uses PowerShell 7.2; either is a runbook of one's own.",
  ),
} as const satisfies Fact & Record<string, unknown>;

/** How events behave. */
export const eventStatements = {
  failure: statement(
    "A pre-event that fails does not stop the run: its handler cancels the run itself.",
    source(overview),
  ),
  window: statement(
    "Pre-events run outside the window; post-events right after installation, inside the window or after it.",
    source(overview),
  ),
  several: statement("Several pre-events run independently and share the 20 minutes.", source(overview)),
  cancellation: statement("Cancelling affects one run, not the schedule.", source(overview)),
  status: statement("The status of an event is not part of the status of the run.", source(overview)),
} as const satisfies Record<string, Statement>;
