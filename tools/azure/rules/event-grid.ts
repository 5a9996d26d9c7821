import { AzureError } from "../errors";
import { isKnownType } from "../resource-id";
import { mapAt, sameId, textAt } from "../values";
import type { PutRequest } from ".";

/**
 * Event Grid on system topics: one for each source (MicrosoftDocs/azure-docs pull request 97986), which stays
 * (Azure/azure-quickstart-templates issue 13688).
 */
export function checkSystemTopic({ id, inputs, previous, azure }: PutRequest): void {
  const source = textAt(inputs, "source");
  if (source === undefined) return;
  if (isKnownType(source) && azure.get(source) === undefined) {
    throw invalid(`The source resource ${source} was not found.`);
  }
  if (previous !== undefined && !sameId(previous.inputs.source, source)) {
    throw invalid("System topic source cannot be modified.");
  }
  const other = azure.resources.some(
    (resource) =>
      resource.type.name === "SystemTopic" && !sameId(resource.id, id) && sameId(resource.inputs.source, source),
  );
  if (other) {
    throw invalid(
      `There is an existing tracked system topic for the given source ${source}. Only one system topic is allowed per source.`,
    );
  }
}

/** Event Grid on event subscriptions: a webhook has an HTTPS URL (Azure/azure-cli issue 11627). */
export function checkEventSubscription({ inputs }: PutRequest): void {
  const destination = mapAt(inputs, "destination");
  if (textAt(destination, "endpointType") !== "WebHook") return;
  if (textAt(destination, "endpointUrl")?.startsWith("https://")) return;
  throw invalid(
    "Invalid event subscription request: Supplied URL is invalid. It cannot be null or empty and should be a proper HTTPS URL like https://www.example.com.",
  );
}

function invalid(message: string): AzureError {
  return new AzureError(400, "InvalidRequest", message);
}
