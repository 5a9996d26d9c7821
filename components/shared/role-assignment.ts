import { createHash } from "node:crypto";
import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { roleDefinitionId } from "../../facts/roles";

/** What a principal in Microsoft Entra is. */
export const PrincipalType = {
  /** A group: its members come and go without a deployment. */
  Group: "Group",
  /** A person. */
  User: "User",
  /** An application or a managed identity. */
  ServicePrincipal: "ServicePrincipal",
} as const;
export type PrincipalType = (typeof PrincipalType)[keyof typeof PrincipalType];

/** Who gets which role where. */
export interface Grant {
  readonly scope: pulumi.Input<string>;
  readonly principalId: pulumi.Input<string>;
  readonly principalType: PrincipalType;
  /** The GUID of the role definition. */
  readonly role: pulumi.Input<string>;
  readonly description: string;
}

/** Assigns a role. */
export function assignRole(
  parent: pulumi.ComponentResource,
  name: string,
  { scope, principalId, principalType, role, description }: Grant,
): authorization.RoleAssignment {
  const known = pulumi.output({ scope, principalId, role });
  return new authorization.RoleAssignment(
    name,
    {
      roleAssignmentName: known.apply((grant) => roleAssignmentName(grant.scope, grant.principalId, grant.role)),
      scope,
      principalId,
      // Without it Azure looks the principal up, and fails where a new one is not replicated yet.
      principalType,
      roleDefinitionId: known.apply((grant) => roleDefinitionIdAt(grant.scope, grant.role)),
      description,
    },
    // Azure refuses a second assignment of a role to the same principal at the same scope under another name.
    { parent, deleteBeforeReplace: true },
  );
}

/**
 * The name of a role assignment, which Azure wants to be a GUID: always the same for the same role, principal and
 * scope, in whatever letter case.
 */
export function roleAssignmentName(scope: string, principalId: string, role: string): string {
  return guidOf("roleAssignments", scope, principalId, role);
}

/**
 * The id of a role definition as Azure answers it for an assignment at a scope: below the scope's subscription, where
 * there is one. Under any other id a refresh would show a change.
 */
export function roleDefinitionIdAt(scope: string, role: string): string {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? "";
  return `${subscription}${roleDefinitionId(role)}`;
}

/** The namespace of names that are URLs (RFC 9562, section 6.6). */
const urlNamespace = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/** A GUID made from texts (UUID version 5): the same texts make the same GUID, in whatever letter case. */
export function guidOf(...texts: readonly string[]): string {
  const url = `https://management.azure.com/${texts.map((text) => encodeURIComponent(text.toLowerCase())).join("/")}`;
  const hash = createHash("sha1").update(urlNamespace).update(url).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
