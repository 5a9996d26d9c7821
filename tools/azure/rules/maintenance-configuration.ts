import { parseTimeZone } from "../../../calendar";
import {
  checkDuration,
  checkExpirationDateTime,
  checkStartDateTime,
  inGuestPatchMode,
  maintenanceScope,
  parseRecurEvery,
  updateSelections,
} from "../../../facts/schedules";
import { AzureError } from "../errors";
import { at, sameId, textAt } from "../values";
import type { PutRequest } from ".";
import { notAllowed } from "./enums";

/**
 * The maintenance service on schedules for guests. The rules are those of `facts/schedules`; the words are the
 * service's where a report of them is public (Azure/bicep#8959, hashicorp/terraform-provider-azurerm#29738,
 * Azure/azure-sdk-for-net#34604), and in its manner elsewhere.
 */
export function checkMaintenanceConfiguration({ inputs }: PutRequest): void {
  if (inputs.maintenanceScope !== maintenanceScope.mustBe) return;
  if (at(inputs, "extensionProperties", "InGuestPatchMode") === undefined) {
    throw new AzureError(400, "BadRequest", inGuestPatchMode.errorWhenMissing);
  }
  const start = textAt(inputs, "startDateTime");
  if (start === undefined) throw window("StartDateTime is not set for maintenance window");
  refuse(checkStartDateTime(start));
  const duration = textAt(inputs, "duration");
  if (duration !== undefined) refuse(checkDuration(duration));
  const expiration = textAt(inputs, "expirationDateTime");
  if (expiration !== undefined) refuse(checkExpirationDateTime(expiration, start));
  const timeZone = textAt(inputs, "timeZone");
  if (timeZone !== undefined) checkTimeZone(timeZone);
  const recurrence = textAt(inputs, "recurEvery");
  if (recurrence !== undefined) checkRecurrence(recurrence);
  for (const { path, classificationsToInclude } of updateSelections) {
    const given = at(inputs, ...path.split("."), "classificationsToInclude");
    if (!Array.isArray(given)) continue;
    const wrong = given.find((value) => !classificationsToInclude.includes(String(value)));
    if (wrong !== undefined) {
      throw notAllowed(`${path}.classificationsToInclude`, String(wrong), classificationsToInclude);
    }
  }
}

/** IANA names are not taken. */
function checkTimeZone(text: string): void {
  const parsed = parseTimeZone(text);
  if (!parsed.ok || !sameId(parsed.timeZone.windowsId, text)) throw window(`TimeZone '${text}' is not valid`);
}

function checkRecurrence(text: string): void {
  if (/^\d*Months?$/i.test(text.trim())) {
    throw window("Monthly maintenance window is missing day of month or week of month");
  }
  const parsed = parseRecurEvery(text);
  if (!parsed.ok) throw window(parsed.error);
}

function refuse(error: string | undefined): void {
  if (error !== undefined) throw window(error);
}

function window(error: string): AzureError {
  return new AzureError(400, "InvalidMaintenanceWindow", `Invalid maintenance window. Error: ${error}.`);
}
