import { normalizeLocation } from "../../../facts/regions";
import { assignmentStatements } from "../../../facts/schedules";
import { StaticAssignment, sameSetting } from "../../stack/maintenance";
import type { StackResource } from "../../stack/resource";
import { findOf, firstOf } from "../../stack/three-valued";
import { everyAssignment } from "../maintenance-assignment";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** An assignment to a machine says where the machine is. A dynamic scope is in no region. */
export const caLocation: Rule = {
  code: "AUM097",
  name: "ca-location",
  area: "Schedules",
  title: "The assignment of a schedule to a VM has the location of the VM.",
  why: "Azure keeps the assignment in another region than the VM, which the built-in policy never does.",
  level: "advisory",
  since: "2026-11",
  source: assignmentStatements.location.source,
  check: everyAssignment((assignment, stack) => {
    if (!(assignment instanceof StaticAssignment)) return notApplicable("a dynamic scope is in no region");
    const { resource } = assignment;
    if (!resource.settings.has("location")) return notApplicable("the assignment names no location");
    const machine = findOf(stack.virtualMachines, (each) => assignment.reaches(each));
    if (machine === undefined) return notApplicable("the machine is not part of this stack");
    const answer = firstOf(
      () => inSameRegion(resource, machine.resource),
      () => (comesFrom(resource, machine.resource) ? true : undefined),
    );
    if (answer === undefined) return notApplicable("the VM names no location");
    if (answer) return met;
    const location = machine.settings.text("location");
    return broken({
      property: "location",
      found: show(resource.settings.text("location")),
      mustBe: `${show(location)}, where ${machine.resource.name} is`,
      fix: `location: ${show(location)}`,
      component: "MaintenanceSchedule",
      componentFix: `virtualMachines: { ...: { location: ${show(location)} } }`,
    });
  }),
  notRemediable: "The engine shows a remediation one resource, and the location is that of another, the VM.",
};

/** Whether the assignment's location is computed from the machine, or from what the machine's is computed from. */
function comesFrom(assignment: StackResource, machine: StackResource): boolean {
  const property = "location";
  const sources = assignment.sourcesOf(property, machine.type);
  return sources.some(({ urn }) => urn === machine.urn) || sameSetting(assignment, property, machine, property);
}

function inSameRegion(assignment: StackResource, machine: StackResource): boolean | undefined {
  const location = assignment.settings.text("location");
  const own = machine.quoted(() => machine.settings.text("location"));
  if (location === undefined || own === undefined) return undefined;
  return normalizeLocation(location) === normalizeLocation(own);
}
