import { parseArmId, sameName } from "../arm-id";
import { mayBeIn } from "../place";
import { NotKnown, type Properties } from "../properties";
import type { StackResource } from "../resource";
import { attempt, someOf } from "../three-valued";
import { always, any, type Condition } from "./cases";
import type { ApplicationSecurityGroup, Flow, Resources } from "./flow";
import { meantBy } from "./linked";

const kind = { type: "network:ApplicationSecurityGroup", nameProperty: "applicationSecurityGroupName" };

/** The condition that the machine is in one of the application security groups that a rule has as its source. */
export function isInGroups(
  groups: readonly Properties[],
  flow: Flow,
  owner: StackResource,
  topLevel: string,
  stack: Resources,
): Condition {
  return any(
    ...groups.map((group) =>
      always(() => {
        const own = flow.source.applicationSecurityGroups();
        const id = attempt(() => group.text("id"));
        const meant = attempt(() => meantBy(() => required(group, id), owner, topLevel, kind, stack));
        if (meant instanceof NotKnown) {
          if (typeof id !== "string") throw meant;
          return someOf(own, (each) => hasId(each, id));
        }
        const isIn = meant.map((each) => attempt(() => someOf(own, (other) => isGroup(other, each))));
        const unknown = isIn.find((each) => each instanceof NotKnown);
        if (unknown instanceof NotKnown) throw unknown;
        if (isIn.every((each) => each === isIn[0])) return isIn[0] === true;
        throw new NotKnown(group.pathOf("id"), `of ${owner.name} may be any of several application security groups`);
      }),
    ),
  );
}

function required(group: Properties, id: string | undefined | NotKnown): string {
  if (id instanceof NotKnown) throw id;
  if (id !== undefined) return id;
  throw new NotKnown(group.pathOf("id"), "is not given");
}

function isGroup(own: ApplicationSecurityGroup, group: StackResource): boolean {
  if (own.resource !== undefined) return own.resource.urn === group.urn;
  return own.id !== undefined && isNamed(group, own.id);
}

function hasId(own: ApplicationSecurityGroup, id: string): boolean {
  if (own.id !== undefined && sameName(own.id, id)) return true;
  return own.resource !== undefined && isNamed(own.resource, id);
}

/** Whether an ARM id has the name of a resource of the stack. */
function isNamed(group: StackResource, id: string): boolean {
  const named = parseArmId(id);
  const name = group.quoted(() => group.settings.text(kind.nameProperty));
  const isNameOf = name !== undefined && sameName(name, named?.names.at(-1) ?? "");
  if (!isNameOf || !mayBeIn(named?.subscriptionId, group)) return false;
  const resourceGroupName = group.quoted(() => group.settings.text("resourceGroupName"));
  return sameName(resourceGroupName ?? "", named?.resourceGroupName ?? "");
}
