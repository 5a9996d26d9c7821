import assert from "node:assert/strict";
import { arcServerId, problemsOf, schedulesPage, virtualMachineId } from "./arguments";

const regions = "https://learn.microsoft.com/azure/update-manager/supported-regions";

const many = (count: number, value: (index: number) => object) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, value(index)]));

const inDynamicScope = (scope: object, location?: string) =>
  problemsOf({ location, dynamicScopes: { all: scope } }).map((problem) =>
    problem.replace(/^dynamicScopes\.all\.?/, ""),
  );

describe("the machines of a maintenance schedule", () => {
  it("are given by resource id", () => {
    const scaleSetId = virtualMachineId.replace("virtualMachines", "virtualMachineScaleSets");
    assert.deepEqual(
      problemsOf({
        virtualMachines: { web: { id: "web" }, arc: { id: arcServerId }, set: { id: scaleSetId }, none: {} },
        arcServers: { "file-server": { id: virtualMachineId } },
      }),
      [
        'virtualMachines.web.id: "web" is not the resource id of an Azure virtual machine.',
        `virtualMachines.arc.id: "${arcServerId}" is not the resource id of an Azure virtual machine but of an Arc-enabled server: give it under arcServers.`,
        `virtualMachines.set.id: "${scaleSetId}" is not the resource id of an Azure virtual machine.`,
        "virtualMachines.none.id: give the machine's resource id.",
        `arcServers["file-server"].id: "${virtualMachineId}" is not the resource id of an Arc-enabled server but of an Azure virtual machine: give it under virtualMachines.`,
      ],
    );
  });

  it("are assigned once, each under a name of its own", () => {
    assert.deepEqual(
      problemsOf({
        virtualMachines: { web: { id: virtualMachineId }, again: { id: virtualMachineId.toUpperCase() } },
        arcServers: { web: { id: arcServerId } },
      }),
      [
        "virtualMachines.again.id: is the machine of virtualMachines.web already.",
        "arcServers.web: virtualMachines.web has this name already, from which the assignment's is made: choose another.",
      ],
    );
  });

  it("are at most 3000", () => {
    const machines = (count: number) => many(count, (index) => ({ id: `${virtualMachineId}${index}` }));
    assert.deepEqual(problemsOf({ virtualMachines: machines(3000) }), []);
    assert.deepEqual(problemsOf({ virtualMachines: machines(3000), arcServers: { one: { id: arcServerId } } }), [
      `virtualMachines: 3001 machines are more than the 3000 of a schedule. See ${schedulesPage}`,
    ]);
  });

  it("are where Update Manager serves them, in any region of the schedule's cloud", () => {
    const at = (machine: string, location: string | undefined, defaultLocation?: string) =>
      problemsOf(
        {
          location,
          virtualMachines: { web: { id: virtualMachineId, location: machine } },
          arcServers: { files: { id: arcServerId, location: machine } },
        },
        defaultLocation,
      );
    assert.deepEqual(at("northeurope", "westeurope"), []);
    assert.deepEqual(at("North Europe", undefined), []);
    assert.deepEqual(at("chinaeast3", "chinanorth3"), [
      `arcServers.files.location: Update Manager does not serve Arc-enabled servers in chinaeast3. See ${regions}`,
    ]);
    assert.deepEqual(at("global", undefined), [
      `virtualMachines.web.location: "global" is not a region. See ${regions}`,
      `arcServers.files.location: "global" is not a region. See ${regions}`,
    ]);
    const otherCloud =
      '"usgovvirginia" is of the cloud "usgovernment", the schedule of "public": a schedule reaches no machines of another cloud.';
    for (const problems of [at("usgovvirginia", "westeurope"), at("usgovvirginia", undefined, "westeurope")]) {
      assert.deepEqual(problems, [
        `virtualMachines.web.location: ${otherCloud}`,
        `arcServers.files.location: ${otherCloud}`,
      ]);
    }
  });
});

describe("the dynamic scopes of a maintenance schedule", () => {
  it("take every filter, and none", () => {
    assert.deepEqual(inDynamicScope({}), []);
    assert.deepEqual(
      inDynamicScope({
        resourceGroups: ["web"],
        locations: ["westeurope"],
        osTypes: ["Linux"],
        resourceTypes: ["Microsoft.HybridCompute/machines"],
        tags: { environment: ["production", "staging"] },
        tagOperator: "Any",
      }),
      [],
    );
  });

  it("filter by values that Azure has", () => {
    assert.deepEqual(
      inDynamicScope({
        osTypes: ["linux"],
        resourceTypes: ["Microsoft.Compute/virtualMachineScaleSets"],
        tags: { environment: ["production"] },
        tagOperator: "None",
        resourceGroups: ["/subscriptions/one/resourceGroups/web"],
        locations: ["global"],
      }),
      [
        'osTypes[0]: "linux" is not one of "Linux" or "Windows".',
        'resourceTypes[0]: "Microsoft.Compute/virtualMachineScaleSets" is not one of "Microsoft.Compute/virtualMachines" or "Microsoft.HybridCompute/machines".',
        'tagOperator: "None" is not one of "All" or "Any".',
        'resourceGroups[0]: "/subscriptions/one/resourceGroups/web" is not the name of a resource group.',
        `locations[0]: "global" is not a region. See ${regions}`,
      ],
    );
  });

  it("are of no nodes of Azure Kubernetes Service", () => {
    const reason =
      '"mc_shop_cluster_westeurope" is named as the nodes of Azure Kubernetes Service are, which Update Manager does not patch: let the cluster do it. See https://learn.microsoft.com/azure/update-manager/unsupported-workloads';
    assert.deepEqual(inDynamicScope({ resourceGroups: ["web", "mc_shop_cluster_westeurope"] }), [
      `resourceGroups[1]: ${reason}`,
    ]);
    assert.deepEqual(inDynamicScope({ resourceGroupName: "mc_shop_cluster_westeurope", locations: ["westeurope"] }), [
      `resourceGroupName: ${reason}`,
    ]);
  });

  it("have no filter without effect", () => {
    assert.deepEqual(
      inDynamicScope({ osTypes: [], resourceTypes: [], resourceGroups: [], tags: {}, tagOperator: "All" }),
      [
        "osTypes: is empty: leave it out for any.",
        "resourceTypes: is empty: leave it out for any.",
        "tags: is empty: leave it out for machines with any tags.",
        "resourceGroups: is empty: leave it out for every resource group.",
      ],
    );
    assert.deepEqual(inDynamicScope({ tagOperator: "Any" }), [
      "tagOperator: has no effect without tags: leave it out.",
    ]);
    assert.deepEqual(inDynamicScope({ tags: { "cost center": [] } }), [
      'tags["cost center"]: give the values of the tag.',
    ]);
  });

  it("of a resource group need regions", () => {
    const page = "https://learn.microsoft.com/azure/virtual-machines/troubleshoot-maintenance-configurations";
    assert.deepEqual(inDynamicScope({ resourceGroupName: "web", locations: ["westeurope"] }), []);
    assert.deepEqual(inDynamicScope({ resourceGroupName: "web", resourceGroups: ["web"] }), [
      "resourceGroups: has no effect beside resourceGroupName: give only one of the two.",
      `locations: give the regions of the machines: Azure refuses the scope of a resource group without. See ${page}`,
    ]);
  });

  it("have at most 50 tags and 50 resource groups", () => {
    const scope = (count: number) => ({
      tags: many(count, () => ["yes"]),
      resourceGroups: Object.keys(many(count, () => ({}))),
    });
    assert.deepEqual(inDynamicScope(scope(50)), []);
    assert.deepEqual(inDynamicScope(scope(51)), [
      `tags: 51 are more than the 50 of a dynamic scope. See ${schedulesPage}`,
      `resourceGroups: 51 are more than the 50 of a dynamic scope. See ${schedulesPage}`,
    ]);
  });

  it("are at most 200 of a schedule, 100 in the sovereign clouds", () => {
    const scopes = (count: number) => ({ dynamicScopes: many(count, () => ({})) });
    assert.deepEqual(problemsOf(scopes(200)), []);
    assert.deepEqual(problemsOf(scopes(201)), [
      `dynamicScopes: 201 dynamic scopes are more than the 200 of a schedule. See ${schedulesPage}`,
    ]);
    for (const location of ["usgovvirginia", "China North 3"]) {
      assert.deepEqual(problemsOf({ location, ...scopes(100) }), []);
      const tooMany = [
        `dynamicScopes: 101 dynamic scopes are more than the 100 of a schedule in this cloud. See ${schedulesPage}`,
      ];
      assert.deepEqual(problemsOf({ location, ...scopes(101) }), tooMany);
      assert.deepEqual(problemsOf(scopes(101), location), tooMany);
    }
  });

  it("are of regions that serve one of the types of machine", () => {
    assert.deepEqual(inDynamicScope({ locations: ["chinaeast3"] }, "chinanorth3"), []);
    assert.deepEqual(
      inDynamicScope(
        { locations: ["chinanorth3", "chinaeast3"], resourceTypes: ["Microsoft.HybridCompute/machines"] },
        "chinanorth3",
      ),
      [`locations[1]: Update Manager does not serve Arc-enabled servers in chinaeast3. See ${regions}`],
    );
    assert.deepEqual(inDynamicScope({ locations: ["chinanorth3"] }, "westeurope"), [
      'locations[0]: "chinanorth3" is of the cloud "china", the schedule of "public": a schedule reaches no machines of another cloud.',
    ]);
  });
});

describe("the names of a maintenance schedule", () => {
  it("have fewer than 128 characters", () => {
    assert.deepEqual(problemsOf({ maintenanceConfigurationName: "n".repeat(127) }), []);
    assert.deepEqual(problemsOf({ maintenanceConfigurationName: "n".repeat(128) }), [
      `maintenanceConfigurationName: "${"n".repeat(128)}" has 128 characters: a maintenance configuration's name has 1 to 127. See ${schedulesPage}`,
    ]);
    assert.deepEqual(problemsOf({ resourceGroupName: undefined }), [
      "resourceGroupName: give the resource group that the maintenance configuration belongs to.",
    ]);
  });
});

describe("the problems of a maintenance schedule", () => {
  it("are all said at once", () => {
    assert.deepEqual(
      problemsOf({
        resourceGroupName: undefined,
        startDateTime: "soon",
        recurrence: {},
        duration: "4h",
        rebootSetting: "Perhaps",
        virtualMachines: { web: { id: "web" } },
        dynamicScopes: { all: { osTypes: ["Solaris"] } },
      }).map((problem) => problem.slice(0, problem.indexOf(": "))),
      [
        "recurrence",
        "startDateTime",
        "duration",
        "resourceGroupName",
        "rebootSetting",
        "virtualMachines.web.id",
        "dynamicScopes.all.osTypes[0]",
      ],
    );
  });
});
