import type { MachineKind } from "../../facts/machine-kind";
import { customRoleActions, rolesFor, type Task } from "../../facts/roles";
import { Role } from "../stack/role";
import type { Stack } from "../stack/stack";
import { someOf } from "../stack/three-valued";
import { everyResource } from "./judge";
import { type Answer, broken, met, notApplicable, type Rule, show } from "./rule";

/** Something that a custom role is meant for, as an action that it names tells. */
export interface Purpose {
  readonly task: Task;
  /** How messages call it. */
  readonly called: string;
}

/** What somebody does with machines at once, as the portal calls it. */
export const onDemandPurposes: readonly Purpose[] = [
  { task: "on-demand-assessment", called: '"Check for updates"' },
  { task: "on-demand-install", called: '"One-time update"' },
];

/** Why the level `remediate` adds no actions to a custom role. */
export const customRoleNotRemediable =
  "Another role may grant the rest, which a remediation does not see, and a role should not grow by itself.";

/** The purposes that a role names the own action of. A wildcard names none: it is in roles for whatever purpose. */
export function purposesOf(role: Role, purposes: readonly Purpose[], machineKind: MachineKind): readonly Purpose[] {
  return purposes.filter(({ task }) => {
    const [own] = rolesFor(task, machineKind)?.actions ?? [];
    return own !== undefined && role.names(own);
  });
}

/**
 * A check that asks of every custom role of the stack whether those who have it can do all that it is meant for. What
 * they may do by other roles of the stack counts too.
 */
export function everyCustomRole(purposes: readonly Purpose[], machineKind: MachineKind): Rule["check"] {
  return everyResource(["authorization:RoleDefinition"], (resource, stack): Answer => {
    const role = Role.of(resource);
    const meantFor = purposesOf(role, purposes, machineKind);
    if (meantFor.length === 0) return notApplicable("the role names no such action of Update Manager");
    const tasks = meantFor.map(({ task }) => task);
    const missing = customRoleActions(tasks, machineKind).filter(
      (action) => !role.grants(action) && !isGrantedBeside(action, resource.urn, stack),
    );
    const [first, ...more] = missing;
    if (first === undefined) return met;
    return broken({
      property: "permissions",
      found: `without ${show(first)}${more.length === 0 ? "" : ` and ${more.length} more`}`,
      mustBe: `all that ${meantFor.map(({ called }) => called).join(" and ")} takes, or go with a role that grants the rest`,
      fix: `permissions: [{ actions: [..., ${missing.map(show).join(", ")}] }]`,
      component: "UpdateManagerAccess",
      componentFix: `operations: [${tasks.map((task) => operations[task]).join(", ")}], customRole: {}`,
    });
  });
}

const operations: Readonly<Partial<Record<Task, string>>> = {
  "on-demand-assessment": '"Assess"',
  "on-demand-install": '"InstallNow"',
  "create-dynamic-scope": '"AuthorSchedules"',
};

function isGrantedBeside(action: string, roleUrn: string, { roleAssignments }: Stack): boolean {
  const own = roleAssignments.filter(({ resource }) =>
    resource.sourcesOf("roleDefinitionId", "authorization:RoleDefinition").some(({ urn }) => urn === roleUrn),
  );
  return (
    own.length > 0 &&
    own.every((each) =>
      someOf(
        roleAssignments,
        (other) => other !== each && other.isToPrincipalOf(each) && other.knownRole?.grants(action) === true,
      ),
    )
  );
}
