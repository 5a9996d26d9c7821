import { wlAks as rule } from "../../../policypack/rules/images-and-workloads/wl-aks";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

function dynamicScope(filter: object, from: readonly string[] = []): Declared {
  return {
    name: "scope",
    type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
    inputs: { maintenanceConfigurationId: unknown, filter },
    from: { maintenanceConfigurationId: ["weekly"], filter: from },
  };
}

function cluster(inputs: object = {}): Declared {
  return {
    name: "cluster",
    type: "azure-native:containerservice:ManagedCluster",
    inputs: { dnsPrefix: "a", ...inputs },
  };
}

const group: Declared = { name: "group", type: "azure-native:resources:ResourceGroup", inputs: { location: "x" } };
const nodes = (property: string, found: string) =>
  broken({
    property,
    found,
    mustBe: "a resource group of machines that Update Manager patches",
    fix: 'take it out of the scope, and let the cluster patch its nodes: autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" }',
  });

describe("wl-aks", () => {
  it("is met by other resource groups", () => {
    expectVerdicts(rule, [schedule(), dynamicScope({ resourceGroups: ["web", "mcserver"] })], { scope: met });
  });

  it("is broken by the name that AKS gives, in any case and place", () => {
    const resourceGroups = ["web", "mc_fleet_cluster_westeurope"];
    expectVerdicts(rule, [schedule(), dynamicScope({ resourceGroups })], {
      scope: nodes("filter.resourceGroups[1]", '"mc_fleet_cluster_westeurope"'),
    });
  });

  it("is broken by the name that a cluster of the stack gives", () => {
    const scope = dynamicScope({ resourceGroups: ["Nodes"] });
    expectVerdicts(rule, [cluster({ nodeResourceGroup: "nodes" }), scope], {
      scope: nodes("filter.resourceGroups[0]", '"Nodes"'),
    });
    expectVerdicts(rule, [cluster({ nodeResourceGroup: unknown }), scope], { scope: met });
  });

  it("is broken by what is computed from a cluster alone", () => {
    expectVerdicts(rule, [cluster(), dynamicScope({ resourceGroups: [unknown] }, ["cluster"])], {
      scope: nodes("filter.resourceGroups[0]", "the node resource group of a managed cluster"),
    });
  });

  it("is broken by a known name, whatever is unknown beside it", () => {
    expectVerdicts(rule, [dynamicScope({ resourceGroups: [unknown, "MC_a_b_c"] })], {
      scope: nodes("filter.resourceGroups[1]", '"MC_a_b_c"'),
    });
  });

  it("is broken by an assignment to the node resource group itself", () => {
    const type = "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup";
    const scope = {
      name: "scope",
      type,
      inputs: { resourceGroupName: "MC_a_b_c", maintenanceConfigurationId: unknown },
    };
    expectVerdicts(rule, [scope], { scope: nodes("resourceGroupName", '"MC_a_b_c"') });
  });

  it("is not known where a name may be that of a cluster or of a resource group", () => {
    const because = { property: "filter.resourceGroups[0]", because: "is known only after deployment" };
    const scope = dynamicScope({ resourceGroups: [unknown] }, ["cluster", "group"]);
    expectVerdicts(rule, [cluster(), group, scope], { scope: notKnown(because) });
    expectVerdicts(rule, [dynamicScope({ resourceGroups: [unknown] })], { scope: notKnown(because) });
  });

  it("is not known where the filter is not, nor anything of the scope", () => {
    const later = { property: "filter", because: "is known only after deployment" };
    const filter: Declared = { ...dynamicScope({}), inputs: { maintenanceConfigurationId: unknown, filter: unknown } };
    expectVerdicts(rule, [filter], { scope: notKnown(later) });
    const invisible = { property: "filter", because: "is not visible before the provider's configuration is known" };
    expectVerdicts(rule, [{ ...filter, inputs: {} }], { scope: notKnown(invisible) });
  });

  it("is met by a resource group that the stack makes itself, though its name is unknown", () => {
    expectVerdicts(rule, [group, dynamicScope({ resourceGroups: [unknown] }, ["group"])], { scope: met });
  });

  it("does not apply to a scope that names no resource group", () => {
    expectVerdicts(rule, [dynamicScope({ osTypes: ["Linux"] })], {
      scope: notApplicable("the scope names no resource group"),
    });
  });
});
