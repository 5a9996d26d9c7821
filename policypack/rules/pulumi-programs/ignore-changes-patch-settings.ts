import type { OperatingSystem } from "../../../facts/operating-system";
import { type PatchingProperty, patchingProperties, resourceOptionStatements } from "../../../facts/pulumi";
import type { Machine } from "../../stack/machine";
import { MaintenanceConfiguration } from "../../stack/maintenance";
import { NotKnown } from "../../stack/properties";
import { overlap, parsePropertyPath } from "../../stack/property-path";
import type { StackResource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { attempt } from "../../stack/three-valued";
import { everyResource, provided } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/**
 * Pulumi brings the settings in line by which machines are patched. Where a policy of Azure or somebody else keeps them,
 * a program leaves them alone for a good reason: hence the setting.
 */
export const ignoreChangesPatchSettings: Rule = {
  code: "AUM133",
  name: "ignore-changes-patch-settings",
  area: "Pulumi programs",
  title: "The option ignoreChanges hides no setting by which machines are patched.",
  why: "The setting stays what it was when the resource was created: no change in the program reaches Azure, and no drift there is ever corrected.",
  level: "advisory",
  since: "2026-11",
  source: resourceOptionStatements.ignoreChanges.source,
  settings: {
    keptElsewhere: {
      type: "boolean",
      default: false,
      description: "Whether Azure Policy, another stack or somebody by hand keeps the settings that programs ignore.",
    },
  },
  check: everyResource(Object.keys(patchingProperties), (resource, stack, { keptElsewhere }) => {
    if (keptElsewhere) return notApplicable("the settings are kept elsewhere");
    return provided(
      () =>
        isOfGuests(resource) ? undefined : notApplicable("the configuration is not a schedule of updates in the guest"),
      () => {
        const hidden = hiddenOn(resource, stack);
        if (hidden === undefined) return met;
        const { ignored, path } = hidden;
        return broken({
          property: "ignoreChanges",
          found: ignored === path ? show(ignored) : `${show(ignored)}, which covers ${path}`,
          mustBe: "left to properties by which no machine is patched",
          fix: `take ${show(ignored)} out of ignoreChanges, and put in its place what has to be ignored and no more, such as "tags"; or "keptElsewhere": true for ignore-changes-patch-settings in the policy configuration`,
        });
      },
    );
  }),
};

/** A property by which machines are patched, with the path in `ignoreChanges` that hides its changes. */
interface Hidden extends PatchingProperty {
  readonly ignored: string;
}

/** Maintenance configurations of other scopes have properties of the same names. */
function isOfGuests(resource: StackResource): boolean {
  return resource.type !== "maintenance:MaintenanceConfiguration" || new MaintenanceConfiguration(resource).isSchedule;
}

/** The first property of a resource that is hidden, of those for its own operating system; `undefined` where none is. */
function hiddenOn(resource: StackResource, stack: Stack): Hidden | undefined {
  const hidden = hiddenBy(resource);
  const [first] = hidden;
  if (first === undefined) return undefined;
  const own = attempt(() => operatingSystemOf(resource, stack));
  const found = hidden.find(({ operatingSystem }) => operatingSystem === undefined || operatingSystem === own);
  if (found !== undefined || !(own instanceof NotKnown)) return found;
  // One of two systems is the machine's own, even where it is not known which.
  if (new Set(hidden.map(({ operatingSystem }) => operatingSystem)).size > 1) return first;
  throw own;
}

function hiddenBy({ type, ignoreChanges }: StackResource): readonly Hidden[] {
  return ignoreChanges.flatMap((ignored) => {
    const path = parsePropertyPath(ignored);
    if (path === undefined) return [];
    return (patchingProperties[type] ?? [])
      .filter((property) => {
        const own = parsePropertyPath(property.path) ?? [];
        return overlap(path, own) && (property.isObject === true || path.length <= own.length);
      })
      .map((property) => ({ ...property, ignored }));
  });
}

function operatingSystemOf(resource: StackResource, stack: Stack): OperatingSystem | undefined {
  const machines: readonly Machine[] = [...stack.virtualMachines, ...stack.arcServers];
  return machines.find((machine) => machine.resource === resource)?.operatingSystem;
}
