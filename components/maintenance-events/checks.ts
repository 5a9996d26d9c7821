/** The article on where Event Grid delivers with a managed identity. */
export const identityPage = "https://learn.microsoft.com/azure/event-grid/add-identity-roles";

/**
 * A check that an id is that of a resource of a type.
 *
 * @param type the resource's full type, e.g. `Microsoft.Web/sites/functions`
 * @param noun what to call such a resource
 */
export function resourceIdOf(type: string, noun: string): (id: string) => string | undefined {
  const [namespace = "", ...types] = type.split("/");
  const below = types.map((segment) => `${segment}/[^/]+`).join("/");
  const pattern = new RegExp(
    `^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${namespace.replaceAll(".", "\\.")}/${below}$`,
    "i",
  );
  return (id) => (pattern.test(id) ? undefined : `${JSON.stringify(id)} is not the resource id of ${noun}.`);
}

/** What is wrong with the name of a queue or blob container of a storage account. */
export function wrongStorageName(name: string): string | undefined {
  if (/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return undefined;
  return `${JSON.stringify(name)} is not allowed: a name has 3 to 63 lower-case letters, digits and single hyphens between them. See https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules`;
}

/** What is wrong with the URL of a webhook. The URL may hold a key and is not shown. */
export function wrongWebhookUrl(url: string): string | undefined {
  return parsed(url)?.protocol === "https:"
    ? undefined
    : "is not an https:// URL, which Event Grid delivers to alone. See https://learn.microsoft.com/azure/event-grid/handler-webhooks";
}

/** What is wrong with the URL of a webhook of Azure Automation. The URL holds a token and is not shown. */
export function wrongRunbookUrl(url: string): string | undefined {
  const { protocol, hostname, searchParams } = parsed(url) ?? {};
  const automation =
    protocol === "https:" &&
    /\.azure-automation\.(net|us|cn)$/.test(hostname ?? "") &&
    (searchParams?.get("token") ?? "") !== "";
  return automation
    ? undefined
    : "is not the URL of an Automation webhook, https://....azure-automation.net/webhooks?token=.... See https://learn.microsoft.com/azure/automation/automation-webhooks";
}

/** Whether a URL is that of a webhook of Azure Automation. */
export function isRunbookUrl(url: string): boolean {
  return wrongRunbookUrl(url) === undefined;
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** What is wrong with a whole number that has limits. */
export function outside(value: number, { from, to }: { from: number; to: number }): string | undefined {
  return Number.isInteger(value) && value >= from && value <= to
    ? undefined
    : `${value} is not a whole number from ${from} to ${to}.`;
}
