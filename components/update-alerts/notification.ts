import * as pulumi from "@pulumi/pulumi";
import { member } from "../shared/member";
import type { Problems } from "../shared/problems";
import { byName } from "./by-name";
import { actionGroupsPage } from "./documents";

/** An action group that the component makes. It has at least one receiver. */
export interface ActionGroupArgs {
  /** What messages begin with, at most 12 characters. Default: `Updates`. */
  shortName?: pulumi.Input<string>;
  /** Addresses that get an e-mail, by names of one's own. Default: none. */
  emailAddresses?: { [name: string]: pulumi.Input<string> };
  /** Addresses, `https://...`, that get a request; kept secret. By names of one's own. Default: none. */
  webhooks?: { [name: string]: pulumi.Input<string> };
}

/** Who is told of an alert. */
export interface NotificationArgs {
  /** The resource ids of action groups that exist. Default: none. */
  actionGroupIds?: pulumi.Input<string>[];
  /** An action group for these alerts. Default: none; an alert then shows in the portal alone. */
  actionGroup?: ActionGroupArgs;
}

const longestShortName = 12;

/** The action groups that the arguments ask for. */
export function resolveNotification({ actionGroupIds = [], actionGroup }: NotificationArgs, problems: Problems) {
  return {
    actionGroupIds: actionGroupIds.map((id, index) =>
      problems.checked(`actionGroupIds[${index}]`, id, notAnActionGroup),
    ),
    actionGroup: actionGroup && resolveActionGroup(actionGroup, problems),
  };
}

function resolveActionGroup(args: ActionGroupArgs, problems: Problems) {
  const { shortName = "Updates", emailAddresses = {}, webhooks = {} } = args;
  const emails = byName(emailAddresses);
  const hooks = byName(webhooks);
  if (emails.length + hooks.length === 0) {
    problems.add("actionGroup", "tells nobody: give emailAddresses or webhooks, or leave it out.");
  }
  for (const [name] of hooks) {
    if (!(name in emailAddresses)) continue;
    const path = member("actionGroup.webhooks", name);
    problems.add(
      path,
      `is named as ${member("actionGroup.emailAddresses", name)} is: receivers have names of their own.`,
    );
  }
  return {
    groupShortName: problems.checked("actionGroup.shortName", shortName, notAShortName),
    emailReceivers: emails.map(([name, emailAddress]) => ({
      name,
      emailAddress: problems.checked(member("actionGroup.emailAddresses", name), emailAddress, notAnAddress),
      useCommonAlertSchema: true,
    })),
    webhookReceivers: hooks.map(([name, serviceUri]) => ({
      name,
      // Whoever knows the address can call it.
      serviceUri: pulumi.secret(problems.checked(member("actionGroup.webhooks", name), serviceUri, notAWebhook)),
      useCommonAlertSchema: true,
    })),
  };
}

function notAnActionGroup(id: string): string | undefined {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Insights\/actionGroups\/[^/]+$/i.test(
    id,
  )
    ? undefined
    : `${JSON.stringify(id)} is not the id of an action group.`;
}

function notAShortName(name: string): string | undefined {
  if (name !== "" && name.length <= longestShortName) return undefined;
  return `${JSON.stringify(name)} is not 1 to ${longestShortName} characters long. See ${actionGroupsPage}`;
}

function notAnAddress(address: string): string | undefined {
  return /^[^\s@]+@[^\s@]+$/.test(address) ? undefined : `${JSON.stringify(address)} is not an e-mail address.`;
}

function notAWebhook(address: string): string | undefined {
  return URL.canParse(address) && new URL(address).protocol === "https:"
    ? undefined
    : "is not an address that begins with https://.";
}

/** The arguments as the state may have them: whoever knows the address of a webhook can call it. */
export function withSecretWebhooks<T extends NotificationArgs>(args: T): T {
  const { actionGroup } = args;
  if (actionGroup?.webhooks === undefined) return args;
  const webhooks = Object.fromEntries(
    Object.entries(actionGroup.webhooks).map(([name, address]) => [name, pulumi.secret(address)]),
  );
  return { ...args, actionGroup: { ...actionGroup, webhooks } };
}
