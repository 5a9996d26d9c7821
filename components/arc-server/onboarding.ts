import type * as pulumi from "@pulumi/pulumi";
import { Cloud } from "../../facts/cloud";
import { cloudOfRegion } from "../../facts/regions";
import { checkedIfGiven } from "../shared/given";
import { isPlain, notOneOf, type Problems } from "../shared/problems";
import { isGuid } from "../shared/scope";
import { connectPage, gatewayPage } from "./documents";
import { notAGatewayId } from "./resource-id";

/** The role assignment of the service principal that connects servers. */
export interface OnboardingRoleAssignmentArgs {
  /**
   * Leaves the assignment out, for all but one of several servers that share a service principal and a resource group:
   * Azure refuses a second one of the same role. Default: false.
   */
  skip?: boolean;
}

/**
 * How the server gets connected: by a service principal that is used for nothing else. Its application and secret are
 * Microsoft Entra's, of which Azure Resource Manager knows nothing: create them in the portal or with `@pulumi/azuread`.
 */
export interface ArcOnboardingArgs {
  /** The application id (client id) of the service principal. */
  servicePrincipalId: pulumi.Input<string>;
  /**
   * The object id of the service principal, which is that of the enterprise application and not that of the app
   * registration. It is given the role Azure Connected Machine Onboarding, and no other, in the resource group and on
   * `privateLinkScopeId`. Needed unless `roleAssignment.skip` is set.
   */
  servicePrincipalObjectId?: pulumi.Input<string>;
  /**
   * The secret of the service principal, to be written into the script, which becomes a secret then. Default: the
   * script takes it from the environment variable `AZURE_CLIENT_SECRET`, so that it holds no secret.
   */
  servicePrincipalSecret?: pulumi.Input<string>;
  /**
   * The path, on the server, of the certificate that the service principal signs in with, in place of a secret: a PFX
   * file without a password, or a PEM file. Default: none.
   */
  servicePrincipalCertificatePath?: pulumi.Input<string>;
  /** The role assignment. Default: made. */
  roleAssignment?: OnboardingRoleAssignmentArgs;
  /** The subscription of the server. Default: the one that the provider works in. */
  subscriptionId?: pulumi.Input<string>;
  /** The tenant of that subscription. Default: the one that the provider is signed in to. */
  tenantId?: pulumi.Input<string>;
  /** The cloud. Default: that of `location`. */
  cloud?: Cloud;
  /** An Arc gateway, in the public cloud: https://learn.microsoft.com/azure/azure-arc/servers/arc-gateway. Default: none. */
  gatewayId?: pulumi.Input<string>;
}

/** How the script proves who it is: a secret of its own, one from the environment, or a certificate. */
export interface Credential {
  readonly secret: pulumi.Input<string> | undefined;
  readonly certificatePath: pulumi.Input<string> | undefined;
}

/** How the server gets connected, checked. */
export interface ResolvedOnboarding {
  readonly servicePrincipalId: pulumi.Input<string>;
  /** `undefined` where no role is assigned. */
  readonly servicePrincipalObjectId: pulumi.Input<string> | undefined;
  readonly credential: Credential;
  readonly subscriptionId: pulumi.Input<string> | undefined;
  readonly tenantId: pulumi.Input<string> | undefined;
  readonly cloud: Cloud | undefined;
  readonly gatewayId: pulumi.Input<string> | undefined;
}

/** The onboarding that the arguments describe. */
export function resolveOnboarding(
  args: ArcOnboardingArgs,
  location: pulumi.Input<string>,
  privateLink: boolean,
  problems: Problems,
): ResolvedOnboarding {
  const { servicePrincipalId, servicePrincipalSecret, servicePrincipalCertificatePath, cloud, gatewayId } = args;
  if (servicePrincipalSecret !== undefined && servicePrincipalCertificatePath !== undefined) {
    problems.add(
      "onboarding.servicePrincipalCertificatePath",
      `a service principal signs in with a secret or with a certificate: give only one of the two. See ${connectPage}`,
    );
  }
  checkCloud(cloud, location, problems);
  if (gatewayId !== undefined && privateLink) {
    problems.add(
      "onboarding.gatewayId",
      `a server reaches Azure Arc through a gateway or through a private link scope: give only one of the two. See ${gatewayPage}`,
    );
  }
  if (gatewayId !== undefined && (cloud ?? plainCloud(location) ?? Cloud.Public) !== Cloud.Public) {
    problems.add("onboarding.gatewayId", `there is no Arc gateway outside the public cloud. See ${gatewayPage}`);
  }
  const guid = (name: string, value: pulumi.Input<string> | undefined) =>
    checkedIfGiven(problems, `onboarding.${name}`, value, notAGuid);
  if (servicePrincipalId === undefined) {
    problems.add("onboarding.servicePrincipalId", "give the application id of the service principal.");
  }
  return {
    servicePrincipalId: guid("servicePrincipalId", servicePrincipalId) ?? "",
    servicePrincipalObjectId: objectId(args, problems),
    credential: {
      secret: checkedIfGiven(problems, "onboarding.servicePrincipalSecret", servicePrincipalSecret, noSecret),
      certificatePath: servicePrincipalCertificatePath,
    },
    subscriptionId: guid("subscriptionId", args.subscriptionId),
    tenantId: guid("tenantId", args.tenantId),
    cloud,
    gatewayId: checkedIfGiven(problems, "onboarding.gatewayId", gatewayId, notAGatewayId),
  };
}

function objectId(
  { servicePrincipalId, servicePrincipalObjectId, roleAssignment }: ArcOnboardingArgs,
  problems: Problems,
): pulumi.Input<string> | undefined {
  const path = "onboarding.servicePrincipalObjectId";
  if (roleAssignment?.skip) {
    if (servicePrincipalObjectId !== undefined) {
      problems.add(path, "has no effect with onboarding.roleAssignment.skip: leave one of them out.");
    }
    return undefined;
  }
  if (servicePrincipalObjectId === undefined) {
    problems.add(path, "give the object id of the service principal, or set onboarding.roleAssignment.skip.");
    return undefined;
  }
  return problems.checked(path, servicePrincipalObjectId, (id) => {
    const wrong = notAGuid(id);
    if (wrong !== undefined) return wrong;
    return isPlain(servicePrincipalId) && id.toLowerCase() === servicePrincipalId?.toLowerCase()
      ? `${JSON.stringify(id)} is the application id: give the object id of the enterprise application.`
      : undefined;
  });
}

function checkCloud(cloud: Cloud | undefined, location: pulumi.Input<string>, problems: Problems): void {
  if (cloud === undefined) return;
  const wrong = notOneOf(cloud, Object.values(Cloud));
  const expected = plainCloud(location);
  if (wrong !== undefined) problems.add("onboarding.cloud", wrong);
  else if (expected !== undefined && cloud !== expected) {
    problems.add(
      "onboarding.cloud",
      `${JSON.stringify(cloud)} is not the cloud of location ${JSON.stringify(location)}, which is ${JSON.stringify(expected)}: leave it out.`,
    );
  }
}

function plainCloud(location: pulumi.Input<string>): Cloud | undefined {
  return location !== undefined && isPlain(location) ? cloudOfRegion(location) : undefined;
}

// Nothing of a secret is shown.
function noSecret(secret: string): string | undefined {
  return secret.trim() === "" ? "is empty." : undefined;
}

function notAGuid(value: string): string | undefined {
  return isGuid(value) ? undefined : `${JSON.stringify(value)} is not a GUID.`;
}
