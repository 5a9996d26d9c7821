import { Operation } from "../../../facts/operations";
import { foreignScopes, maintenanceScope } from "../../../facts/schedules";
import { parseArmId, sameName } from "../../stack/arm-id";
import { type Assignment, DynamicScope, StaticAssignment } from "../../stack/maintenance";
import { everyAssignment } from "../maintenance-assignment";
import { type Answer, broken, met, notApplicable, type Rule, show } from "../rule";

const property = "maintenanceConfigurationId";
const fix = `${property}: schedule.id, of a maintenance configuration with maintenanceScope: ${show(maintenanceScope.mustBe)}`;

/**
 * An assignment to machines that Update Manager patches names a configuration that can be theirs. One for hosts is, on
 * an isolated VM, and scale sets are for wl-vmss to say.
 */
export const caTarget: Rule = {
  code: "AUM096",
  name: "ca-target",
  area: "Schedules",
  title: "An assignment to machines names a maintenance configuration that is for machines.",
  why: "Azure refuses the assignment, or it patches nothing.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: foreignScopes.source,
  check: everyAssignment((assignment) => {
    const foreign = foreignScopesOf(assignment);
    if (foreign === undefined) return notApplicable("it assigns the configuration to no machine that is patched");
    const { configuration } = assignment;
    if (configuration === undefined) return answerOutside(assignment);
    const scope = configuration.resource.quoted(() => configuration.settings.text("maintenanceScope"));
    const wrong = foreign.find((each) => sameName(each, scope ?? ""));
    if (wrong === undefined) {
      return configuration.isSchedule
        ? met
        : notApplicable("the configuration is not a schedule of updates in the guest");
    }
    if (configuration.saysHowGuestsArePatched) {
      return notApplicable("the configuration is meant for guests, and its scope is for mc-scope to say");
    }
    return broken({
      property,
      found: `that of ${show(configuration.resource.name)}, which has maintenanceScope ${show(wrong)}`,
      mustBe: `that of a configuration with maintenanceScope ${show(maintenanceScope.mustBe)}`,
      fix,
    });
  }),
};

function answerOutside({ resource }: Assignment): Answer {
  const id = resource.settings.text(property);
  if (id !== undefined && parseArmId(id)?.type === "microsoft.maintenance/maintenanceconfigurations") {
    return notApplicable("the configuration is not part of this stack, and its id does not tell its scope");
  }
  return broken({ property, found: show(id), mustBe: "the id of a maintenance configuration", fix });
}

/** The scopes that no configuration of what the assignment names can have; `undefined` for what is no machine. */
function foreignScopesOf(assignment: Assignment): readonly string[] | undefined {
  if (assignment instanceof DynamicScope) return foreignScopes.dynamicScopes;
  if (!(assignment instanceof StaticAssignment)) return undefined;
  if (assignment.targetType === "microsoft.hybridcompute/machines") return foreignScopes.arcServers;
  return assignment.targetType === "microsoft.compute/virtualmachines" ? foreignScopes.virtualMachines : undefined;
}
