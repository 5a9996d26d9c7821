import { unsupportedWorkloads } from "../../../facts/images";
import { isNodeResourceGroup, nodeResourceGroups } from "../../../facts/kubernetes";
import { sameName } from "../../stack/arm-id";
import { DynamicScope } from "../../stack/maintenance";
import { NotKnown } from "../../stack/properties";
import type { StackResource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { attempt, findOf } from "../../stack/three-valued";
import { judge } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

const clusterType = "containerservice:ManagedCluster";

/** No dynamic scope selects the resource group in which AKS keeps its nodes. */
export const wlAks: Rule = {
  code: "AUM035",
  name: "wl-aks",
  area: "Images and workloads",
  title: "A dynamic scope selects no node resource group of Azure Kubernetes Service.",
  why: "Update Manager does not patch the nodes of Azure Kubernetes Service.",
  level: "advisory",
  since: "2026-11",
  source: [...unsupportedWorkloads.kubernetesNodes.source, ...nodeResourceGroups.source],
  check: (stack) =>
    stack.assignments
      .filter((assignment) => assignment instanceof DynamicScope)
      .map((scope) =>
        judge(scope.resource, () => {
          const { resource } = scope;
          const groups = groupsOf(scope);
          if (groups.length === 0) return notApplicable("the scope names no resource group");
          const nodes = findOf(groups, (group) => holdsNodes(group, resource, stack));
          if (nodes === undefined) return met;
          const name = attempt(nodes.name);
          return broken({
            property: nodes.property,
            found: name instanceof NotKnown ? "the node resource group of a managed cluster" : show(name),
            mustBe: "a resource group of machines that Update Manager patches",
            fix: 'take it out of the scope, and let the cluster patch its nodes: autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" }',
          });
        }),
      ),
};

/** A resource group that a dynamic scope names. */
interface Group {
  readonly property: string;
  readonly name: () => string;
}

function groupsOf(scope: DynamicScope): readonly Group[] {
  const { type, settings } = scope.resource;
  if (type === "maintenance:ConfigurationAssignmentsForResourceGroup") {
    return [{ property: "resourceGroupName", name: () => settings.text("resourceGroupName") ?? "" }];
  }
  return scope.filter.textsApart("resourceGroups").map(({ path, text }) => ({ property: path, name: text }));
}

/**
 * By its name, or, where that is known only after deployment, by what alone it is computed from: a managed cluster, or a
 * resource group, which the stack then makes itself.
 */
function holdsNodes({ property, name }: Group, scope: StackResource, stack: Stack): boolean {
  const known = attempt(name);
  if (known instanceof NotKnown) {
    const [input = ""] = property.split(".");
    const isOfCluster = scope.sourcesOf(input, clusterType).length > 0;
    const isOfGroup = scope.sourcesOf(input, "resources:ResourceGroup").length > 0;
    if (isOfCluster === isOfGroup) throw known;
    return isOfCluster;
  }
  if (isNodeResourceGroup(known)) return true;
  return stack.ofType(clusterType).some((cluster) => {
    const given = attempt(() => cluster.settings.text("nodeResourceGroup"));
    return typeof given === "string" && sameName(given, known);
  });
}
