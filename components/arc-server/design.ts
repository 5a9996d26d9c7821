import * as pulumi from "@pulumi/pulumi";
import { machineName } from "../../facts/arc-agent";
import { regionSupport } from "../../facts/regions";
import { resourceProviders } from "../../facts/roles";
import { checkedIfGiven } from "../shared/given";
import { isPlain, Problems } from "../shared/problems";
import { type ArcAgentArgs, resolveAgent } from "./agent";
import { prerequisitesPage, regionsPage } from "./documents";
import { type ArcMachineArgs, resolveMachine } from "./machine";
import { type ArcOnboardingArgs, resolveOnboarding } from "./onboarding";
import { notAPrivateLinkScopeId } from "./resource-id";
import { wrongTags } from "./script";
import { resolveSystem, type SystemArgs } from "./system";

/** Every argument that says what the server is like. */
export interface DesignArgs extends SystemArgs {
  resourceGroupName: pulumi.Input<string>;
  location: pulumi.Input<string>;
  machineName?: pulumi.Input<string>;
  onboarding?: ArcOnboardingArgs;
  agent?: ArcAgentArgs;
  privateLinkScopeId?: pulumi.Input<string>;
  machine?: ArcMachineArgs;
  registeredResourceProviders?: pulumi.Input<string[]>;
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** The resource providers that the subscription of an Arc-enabled server must be registered for. */
export const requiredResourceProviders: readonly string[] = resourceProviders
  .filter(({ machineKind, when }) => machineKind === "arc" && (when === "always" || when === "periodic assessment"))
  .map(({ namespace }) => namespace);

/**
 * Everything about the server that follows from the arguments alone.
 *
 * @throws pulumi.InputPropertiesError with every argument that is wrong
 */
export function designArcServer(name: string, args: DesignArgs) {
  const problems: Problems = new Problems(`ArcServer ${JSON.stringify(name)}`);
  const { resourceGroupName, location, privateLinkScopeId, onboarding, machine } = args;
  if (resourceGroupName === undefined) {
    problems.add("resourceGroupName", "give the resource group that the server belongs to.");
  }
  if (onboarding === undefined && machine === undefined) {
    problems.add("onboarding", "say how the server gets connected, or give machine.id where it is connected already.");
  }
  if (onboarding === undefined && args.agent !== undefined) {
    problems.add("agent", "has no effect without onboarding, whose script sets the agent up: leave it out.");
  }
  const privateLink = privateLinkScopeId !== undefined;
  const system = resolveSystem(args, problems);
  const resolved = {
    location:
      location === undefined
        ? missingLocation(problems)
        : problems.checked("location", location, (value) => notServed(value)),
    machineName: checkedIfGiven(problems, "machineName", args.machineName, wrongName),
    privateLinkScopeId: checkedIfGiven(problems, "privateLinkScopeId", privateLinkScopeId, notAPrivateLinkScopeId),
    tags: args.tags && (onboarding ? checkedTags(args.tags, problems) : args.tags),
    onboarding: onboarding && resolveOnboarding(onboarding, location, privateLink, problems),
    agent: system && resolveAgent(args.agent ?? {}, system.operatingSystem, privateLink, problems),
    machine: system && machine && resolveMachine(machine, system, problems),
    resourceProviders:
      args.registeredResourceProviders === undefined
        ? [...requiredResourceProviders]
        : problems.checked("registeredResourceProviders", args.registeredResourceProviders, missingProviders),
  };
  if (resolved.machine !== undefined) {
    checkSame("machineName", args.machineName, resolved.machine.machineName, problems);
    checkSame("resourceGroupName", resourceGroupName, resolved.machine.resourceGroupName, problems);
  }
  if (system === undefined || resolved.agent === undefined || problems.any) problems.fail();
  return { ...resolved, system, agent: resolved.agent, advice: advice(system.advice, location) };
}

/** See {@link designArcServer}. */
export type ArcServerDesign = ReturnType<typeof designArcServer>;

function missingLocation(problems: Problems): string {
  problems.add("location", "give the region that the server's resource is to be in.");
  return "";
}

function notServed(location: string): string | undefined {
  const { supported, unconfirmed, because } = regionSupport(location, "arc");
  if (supported !== false || unconfirmed !== undefined) return undefined;
  return `${because} See ${regionsPage}`;
}

function advice(onSystem: string | undefined, location: pulumi.Input<string>): string[] {
  const found = onSystem === undefined ? [] : [onSystem];
  if (!isPlain(location)) return found;
  const { supported, unconfirmed, because } = regionSupport(location, "arc");
  return supported === false && unconfirmed !== undefined
    ? [...found, `${because} ${unconfirmed} See ${regionsPage}`]
    : found;
}

function wrongName(name: string): string | undefined {
  if (machineName.pattern.test(name)) return undefined;
  return `${JSON.stringify(name)} is not 1 to ${machineName.longest} letters, digits, ".", "-" and "_" with a letter or a digit at the end.`;
}

function missingProviders(registered: string[]): string | undefined {
  const known = new Set(registered.map((namespace) => namespace.toLowerCase()));
  const missing = requiredResourceProviders.filter((namespace) => !known.has(namespace.toLowerCase()));
  if (missing.length === 0) return undefined;
  const commands = missing.map((namespace) => `az provider register --namespace ${namespace}`).join("; ");
  return `the subscription must be registered for ${missing.join(", ")} too: ${commands}. See ${prerequisitesPage}#azure-resource-providers`;
}

function checkedTags(tags: NonNullable<DesignArgs["tags"]>, problems: Problems): DesignArgs["tags"] {
  if (!isPlain(tags) || !Object.values(tags).every(isPlain)) {
    return problems.checked("tags", pulumi.output(tags), wrongTags);
  }
  const wrong = wrongTags(tags as Record<string, string>);
  if (wrong !== undefined) problems.add("tags", wrong);
  return tags;
}

function checkSame(
  argument: string,
  value: pulumi.Input<string> | undefined,
  expected: string,
  problems: Problems,
): void {
  if (value === undefined || !isPlain(value) || value.toLowerCase() === expected.toLowerCase()) return;
  problems.add(argument, `${JSON.stringify(value)} is not what machine.id says, which is ${JSON.stringify(expected)}.`);
}
