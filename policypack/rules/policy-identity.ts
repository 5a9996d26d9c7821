import { builtInRole, roleDefinitionId } from "../../facts/roles";
import { covers, type Place } from "../stack/place";
import type { PolicyAssignment } from "../stack/policy-assignment";
import type { StackResource } from "../stack/resource";
import type { Role } from "../stack/role";
import type { Stack } from "../stack/stack";
import { everyOf, someOf } from "../stack/three-valued";
import { type Broken, type RuleSettings, show } from "./rule";

/** The setting of the rules on what the identities of policies are granted. */
export const identitySettings: RuleSettings = {
  grantedElsewhere: {
    type: "boolean",
    default: false,
    description: "Whether another stack or team grants the identities of policies their roles.",
  },
};

/** Whether this stack grants an identity, at a place, the role that the policy documents, or Owner. */
export function isGrantedAt(
  place: () => Place,
  identity: StackResource,
  { policy }: PolicyAssignment,
  { roleAssignments }: Stack,
): boolean {
  const isEnough = ({ guid, name }: Role) =>
    name === "Owner" || (guid !== undefined && policy?.roles.includes(guid) === true);
  return someOf(
    roleAssignments.filter((each) => each.isTo(identity)),
    (each) =>
      everyOf(
        () => each.mayGive(isEnough),
        () => covers(each.place, place()),
      ),
  );
}

/** The name of the role that the policy documents. */
export function documentedRole({ policy }: PolicyAssignment): string {
  const [role = ""] = policy?.roles ?? [];
  return show(builtInRole(role)?.name ?? role);
}

/** The change that grants the role at a scope, given as code. */
export function grantFix({ policy }: PolicyAssignment, scope: string): Pick<Broken, "fix" | "componentFix"> {
  const [role = ""] = policy?.roles ?? [];
  return {
    fix: `new authorization.RoleAssignment("...", { scope: ${scope}, principalId, principalType: "ServicePrincipal", roleDefinitionId: "${roleDefinitionId(role)}" }) with the principal id of the identity`,
    componentFix: "its default, which is without roles.skip",
  };
}
