import * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import * as pulumi from "@pulumi/pulumi";
import { cloudOfRegion } from "../../facts/regions";
import { builtInRole } from "../../facts/roles";
import { assignRole } from "../shared/role-assignment";
import type { ArcServerDesign } from "./design";
import { ownedByAgent, type ResolvedMachine } from "./machine";
import type { ResolvedOnboarding } from "./onboarding";
import { onboardingScript, type ScriptValues } from "./script";

const onboardingRole = builtInRole("Azure Connected Machine Onboarding")?.guid ?? "";

/** Lets the service principal connect servers of the resource group, through the private link scope if there is one. */
export function assignOnboardingRole(
  parent: pulumi.ComponentResource,
  name: string,
  servicePrincipalObjectId: pulumi.Input<string>,
  resourceGroupId: pulumi.Input<string>,
  privateLinkScopeId: pulumi.Input<string> | undefined,
): pulumi.Output<string>[] {
  const assign = (assignmentName: string, scope: pulumi.Input<string>, description: string) =>
    assignRole(parent, assignmentName, {
      scope,
      principalId: servicePrincipalObjectId,
      principalType: "ServicePrincipal",
      role: onboardingRole,
      description,
    }).id;
  const ids = [assign(name, resourceGroupId, "Connects servers to Azure Arc.")];
  if (privateLinkScopeId !== undefined) {
    // The scope may be in another resource group, and whoever connects a server to it has to read it.
    ids.push(assign(`${name}-private-link-scope`, privateLinkScopeId, "Connects servers to this private link scope."));
  }
  return ids;
}

/** What the script says that follows from no argument of its own. */
export interface ScriptContext {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly subscriptionId: pulumi.Input<string>;
  readonly tenantId: pulumi.Input<string>;
}

/** The script that connects the server; a secret where the service principal's is written into it. */
export function scriptOf(
  { system, agent, location, machineName, privateLinkScopeId, tags }: ArcServerDesign,
  { servicePrincipalId, credential, cloud, gatewayId }: ResolvedOnboarding,
  context: ScriptContext,
): pulumi.Output<string> {
  const values = pulumi.output({
    ...context,
    operatingSystem: system.operatingSystem,
    cloud: cloud ?? pulumi.output(location).apply(cloudOfRegion),
    location,
    machineName,
    tags,
    privateLinkScopeId,
    gatewayId,
    servicePrincipalId,
    secret: credential.secret === undefined ? undefined : pulumi.secret(credential.secret),
    certificatePath: credential.certificatePath,
    ...agent,
  });
  return values.apply((resolved) => onboardingScript(resolved as ScriptValues));
}

/** Takes up the resource that the agent created, with the settings that Update Manager needs. */
export function takeUpMachine(
  parent: pulumi.ComponentResource,
  name: string,
  machine: ResolvedMachine,
  { location, tags, privateLinkScopeId }: ArcServerDesign,
): hybridcompute.Machine {
  const { id, resourceGroupName, machineName, osProfile, licenseProfile } = machine;
  const given = { tags, privateLinkScopeResourceId: privateLinkScopeId };
  const notGiven = Object.entries(given).flatMap(([property, value]) => (value === undefined ? [property] : []));
  const resource = new hybridcompute.Machine(
    name,
    { resourceGroupName, machineName, osProfile, ...given },
    {
      parent,
      import: id,
      // The resource goes with `azcmagent disconnect`: without it, an agent that is still there would be cut off.
      retainOnDelete: true,
      ignoreChanges: [...ownedByAgent, ...notGiven],
    },
  );
  if (licenseProfile !== undefined) {
    new hybridcompute.LicenseProfile(
      name,
      {
        resourceGroupName,
        machineName: resource.name,
        licenseProfileName: "default",
        location,
        ...licenseProfile,
        tags,
      },
      { parent },
    );
  }
  return resource;
}
