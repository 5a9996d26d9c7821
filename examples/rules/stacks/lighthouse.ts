import * as authorization from "@pulumi/azure-native/authorization";
import * as managedservices from "@pulumi/azure-native/managedservices";
import * as pulumi from "@pulumi/pulumi";
import { roles } from "../fleet";

const name = "lighthouse";
const { subscriptionId } = authorization.getClientConfigOutput();

function delegate(roleDefinitionId: string): void {
  new managedservices.RegistrationDefinition(name, {
    scope: pulumi.interpolate`/subscriptions/${subscriptionId}`,
    properties: {
      managedByTenantId: "00000000-0000-0000-0000-000000000001",
      authorizations: [
        {
          principalId: "00000000-0000-0000-0000-000000000002",
          roleDefinitionId: roleDefinitionId.slice(roleDefinitionId.lastIndexOf("/") + 1),
        },
      ],
    },
  });
}

export function met(): void {
  delegate(roles.reader);
}

export function broken(): void {
  delegate(roles.scheduledPatchingContributor);
}
