import { AzureError } from "../errors";
import { nameOf } from "../resource-id";
import { listAt, mapAt, textAt } from "../values";
import type { PutRequest } from ".";

/**
 * Azure Monitor on log search alert rules: they have one scope (MicrosoftDocs/azure-dev-docs issue 1131), and what they
 * ask of Azure Resource Graph takes an identity (Azure/azure-cli-extensions issue 8364).
 */
export function checkScheduledQueryRule({ inputs }: PutRequest): void {
  const { scopes } = inputs;
  if (Array.isArray(scopes) && scopes.length !== 1) {
    throw new AzureError(
      400,
      "InvalidRequestContent",
      "The request content was invalid and could not be deserialized: 'Scopes list should contain exactly 1 resource Id'",
    );
  }
  const queries = listAt(mapAt(inputs, "criteria"), "allOf").map(({ query }) => String(query));
  if (queries.some((query) => /\barg\(/.test(query)) && textAt(inputs, "identity", "type") === undefined) {
    throw new AzureError(
      400,
      "BadRequest",
      "The 'adx' pattern cannot be used with the current authentication scheme. The request had some invalid properties",
    );
  }
}

/** A workbook's name is a GUID, as the SDK documents it. */
export function checkWorkbook({ id }: PutRequest): void {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(nameOf(id))) return;
  throw new AzureError(400, "BadRequest", `The workbook name '${nameOf(id)}' is not valid. It must be a GUID.`);
}
