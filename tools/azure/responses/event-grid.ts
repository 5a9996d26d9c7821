import { guidOf } from "../naming";
import type { PropertyMap } from "../property-values";
import { parentOf } from "../resource-id";
import { mapAt, textAt } from "../values";
import { type Filling, now } from ".";

/** What Event Grid fills in. */
export function filledByEventGrid({ type, id, given }: Filling): PropertyMap {
  const systemData = { createdAt: now, createdByType: "User", lastModifiedAt: now, lastModifiedByType: "User" };
  if (type.name === "SystemTopic") return { metricResourceId: guidOf(`${id} metricResourceId`), systemData };
  return { topic: parentOf(id) ?? "", ...webhook(given), systemData };
}

/** The query of a webhook's URL may hold a key: answers have the URL without it (Azure/azure-cli issue 11627). */
function webhook(given: PropertyMap): PropertyMap {
  const { endpointUrl, ...destination } = mapAt(given, "destination");
  if (textAt(destination, "endpointType") !== "WebHook") return {};
  return { destination: { ...destination, endpointBaseUrl: String(endpointUrl).replace(/\?.*$/, "") } };
}
