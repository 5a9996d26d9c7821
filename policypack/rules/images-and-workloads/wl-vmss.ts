import { unsupportedWorkloads } from "../../../facts/images";
import { Operation } from "../../../facts/operations";
import { type Assignment, StaticAssignment } from "../../stack/maintenance";
import { NotKnown } from "../../stack/properties";
import { attempt, findOf } from "../../stack/three-valued";
import { judge } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const scaleSets = "microsoft.compute/virtualmachinescalesets";
const alternative =
  "remove the assignment and set upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade: true on the scale set";
const flexibleAlternative =
  "remove the assignment; automatic guest patching patches a Flexible scale set that has the Application Health extension";

/** No schedule is assigned to a scale set or to an instance of one. */
export const wlVmss: Rule = {
  code: "AUM034",
  name: "wl-vmss",
  area: "Images and workloads",
  title: "A schedule is assigned to machines outside scale sets.",
  why: "Update Manager does not patch scale sets, neither Uniform nor Flexible ones.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Schedule],
  source: unsupportedWorkloads.scaleSets.source,
  check: (stack) =>
    stack.assignments.map((assignment) =>
      judge(assignment.resource, () => {
        const isUniform = assignment instanceof StaticAssignment && assignment.targetType.startsWith(scaleSets);
        const instances = stack.virtualMachines.filter(({ settings }) => settings.has("virtualMachineScaleSet"));
        const instance = isUniform ? undefined : findOf(instances, (each) => assignment.reaches(each));
        if (!isUniform && instance === undefined) return met;
        if (!isSchedule(assignment))
          return notApplicable("the configuration is not a schedule of updates in the guest");
        if (instance === undefined) {
          const { settings } = assignment.resource;
          const isNested = settings.has("resourceParentType");
          const property = isNested ? "resourceParentType" : "resourceType";
          return broken({
            property,
            found: show(settings.text(property)),
            mustBe: isNested
              ? "that of a machine outside scale sets"
              : '"virtualMachines", of machines outside scale sets',
            fix: alternative,
          });
        }
        const isStatic = assignment instanceof StaticAssignment;
        return broken({
          property: isStatic ? "resourceName" : "filter",
          found: `${isStatic ? "" : "one that selects "}${show(instance.resource.name)}, an instance of a scale set`,
          mustBe: isStatic ? "a machine outside scale sets" : "one that selects machines outside scale sets only",
          fix: isStatic ? flexibleAlternative : "filter by tags that no instance of a scale set has",
          // Other machines that the scope selects are patched.
          ...(!isStatic && {
            concerns: instances
              .filter((each) => attempt(() => assignment.reaches(each)) === true)
              .map(({ resource }) => resource.urn),
          }),
        });
      }),
    ),
};

/** A scale set has maintenance configurations of other scopes too (`OSImage`), so an unseen one is not taken for a schedule. */
function isSchedule({ configuration }: Assignment): boolean {
  if (configuration === undefined) {
    throw new NotKnown("maintenanceConfigurationId", "names a configuration outside this stack, whose scope decides");
  }
  return configuration.isSchedule;
}
