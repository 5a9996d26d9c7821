import { azureDocs } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";

const identityRoles = azureDocs("event-grid/add-identity-roles");
const identityDelivery = azureDocs("event-grid/managed-service-identity");
const roleCatalogue = azureDocs("role-based-access-control/built-in-roles");
const automationWebhooks = azureDocs("automation/automation-webhooks");

/** Where Event Grid delivers with the managed identity of a topic, and the role that the identity needs there. */
export const identityDestinations = {
  serviceBusQueue: {
    role: "Azure Service Bus Data Sender",
    guid: "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
    source: source(identityRoles, roleCatalogue),
  },
  storageQueue: {
    role: "Storage Queue Data Message Sender",
    guid: "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
    source: source(identityRoles, roleCatalogue),
  },
  deadLetter: {
    role: "Storage Blob Data Contributor",
    guid: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    source: source(identityRoles, identityDelivery, roleCatalogue),
  },
} as const satisfies Record<string, Fact & { readonly role: string; readonly guid: string }>;

/** How often and how long Event Grid tries to deliver an event. */
export const eventRetries = {
  maxDeliveryAttempts: { from: 1, to: 30, default: 30 },
  eventTimeToLiveInMinutes: { from: 1, to: 1440, default: 1440 },
  source: source(azureDocs("event-grid/manage-event-delivery")),
} as const satisfies Fact & Record<string, unknown>;

/** The name of an event subscription. */
export const eventSubscriptionName = {
  length: { from: 3, to: 64 },
  characters: "letters, digits and hyphens",
  source: source(azureDocs("azure-resource-manager/management/resource-name-rules")),
} as const satisfies Fact & Record<string, unknown>;

/** What else is to be known of the delivery of maintenance events. */
export const deliveryStatements = {
  entra: statement(
    "Whoever creates an event subscription to a webhook protected by Microsoft Entra ID must own that application's service principal or have a role on it.",
    source(azureDocs("event-grid/secure-webhook-delivery")),
  ),
  automationWebhook: statement(
    "The URL of an Automation webhook holds a security token and is shown only once; Automation checks nothing else of a request.",
    source(automationWebhooks),
  ),
  automationPowerShell: statement(
    "Started by a webhook, a PowerShell 7 runbook gets its parameter as invalid JSON; PowerShell 5.1 is recommended.",
    source(automationWebhooks),
  ),
  oneTopic: statement(
    "A source has one system topic; a second one is refused, and the source of a system topic can't be changed.",
    source("MicrosoftDocs/azure-docs pull/97986", "Azure/azure-quickstart-templates issues/13688"),
  ),
  regional: statement(
    "Only the system topic of a regional source can have a managed identity.",
    source(azureDocs("event-grid/enable-identity-system-topics")),
  ),
} as const satisfies Record<string, Statement>;
