import assert from "node:assert/strict";
import { NotKnown } from "../../../policypack/stack/properties";
import type { Stack } from "../../../policypack/stack/stack";
import { assignment, type Declared, linuxMachine, schedule, stackOf, unknown, windowsMachine } from "../fixture";

function only(stack: Stack) {
  const [machine] = stack.virtualMachines;
  assert.ok(machine);
  return machine;
}

function isScheduled(...declared: Declared[]): boolean {
  const stack = stackOf(...declared);
  return stack.isScheduled(only(stack));
}

function dynamicScope(filter: object, change: Partial<Declared> = {}): Declared {
  return {
    name: "scope",
    type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
    inputs: { configurationAssignmentName: "scope", maintenanceConfigurationId: unknown, filter },
    from: { maintenanceConfigurationId: ["weekly"] },
    ...change,
  };
}

const literal = {
  resourceName: "WEB",
  resourceGroupName: "Fleet",
  maintenanceConfigurationId:
    "/subscriptions/0/resourcegroups/FLEET/providers/microsoft.maintenance/maintenanceConfigurations/Weekly",
};

describe("a static assignment", () => {
  it("reaches the machine its name is computed from, though every id is unknown", () => {
    assert.equal(isScheduled(linuxMachine(), schedule(), assignment("web")), true);
    assert.equal(isScheduled(linuxMachine(), windowsMachine(), schedule(), assignment("files")), false);
  });

  it("reaches the machine that literal names mean, whatever their case", () => {
    assert.equal(isScheduled(linuxMachine(), schedule(), { ...assignment("web", "weekly", literal), from: {} }), true);
    const elsewhere = { ...literal, resourceGroupName: "other" };
    assert.equal(
      isScheduled(linuxMachine(), schedule(), { ...assignment("web", "weekly", elsewhere), from: {} }),
      false,
    );
  });

  it("reaches a machine of a resource group that both take their unknown name from", () => {
    const group: Declared = { name: "group", type: "azure-native:resources:ResourceGroup", inputs: { location: "x" } };
    const machine = { ...linuxMachine({ resourceGroupName: unknown }), from: { resourceGroupName: ["group"] } };
    const named = assignment("web", "weekly", { resourceName: "web" });
    const linked = { ...named, from: { ...named.from, resourceName: [], resourceGroupName: ["group"] } };
    assert.equal(isScheduled(group, machine, schedule(), linked), true);
  });

  it("is not known to reach a machine while only its name is unknown", () => {
    const unlinked = { ...assignment("web"), from: { maintenanceConfigurationId: ["weekly"] } };
    assert.throws(
      () => isScheduled(linuxMachine(), schedule(), unlinked),
      new NotKnown("resourceName", "is known only after deployment"),
    );
  });

  it("reaches no machine of the same name in another subscription", () => {
    const named = { ...assignment("web", "weekly", { ...literal, resourceName: "web" }), from: {} };
    const of = (subscriptionId: string) => ({ provider: { subscriptionId } });
    assert.equal(isScheduled({ ...linuxMachine(), ...of("1111") }, { ...named, ...of("2222") }), false);
    assert.equal(isScheduled({ ...linuxMachine(), ...of("1111") }, { ...named, ...of("1111") }), true);
  });

  it("reaches a machine whose resource group one of the two names by its resource", () => {
    const group = (resourceGroupName: string): Declared => ({
      name: "group",
      type: "azure-native:resources:ResourceGroup",
      inputs: { resourceGroupName },
    });
    const byName = { ...assignment("web", "weekly", { ...literal, resourceName: "web" }), from: {} };
    const inGroup: Declared = {
      ...linuxMachine({ resourceGroupName: unknown }),
      from: { resourceGroupName: ["group"] },
    };
    assert.equal(isScheduled(inGroup, group("Fleet"), byName), true);
    assert.equal(isScheduled(inGroup, group("other"), byName), false);
  });

  it("is no schedule when its configuration has another scope than InGuestPatch", () => {
    assert.equal(isScheduled(linuxMachine(), schedule({ maintenanceScope: "Host" }), assignment("web")), false);
  });

  it("is a schedule when its configuration is not part of the stack", () => {
    assert.equal(isScheduled(linuxMachine(), { ...assignment("web", "weekly", literal), from: {} }), true);
  });

  it("decides though another one is not known", () => {
    const unlinked = { ...assignment("web"), name: "other", from: {} };
    assert.equal(isScheduled(linuxMachine(), schedule(), unlinked, assignment("web")), true);
  });
});

describe("a dynamic scope", () => {
  const machine = linuxMachine({ tags: { Environment: "prod", owner: unknown } });
  const reached: Record<string, object> = {
    "without a filter": {},
    "of its location, written as a display name": { locations: ["North Europe", "West Europe"] },
    "of its resource group": { resourceGroups: ["FLEET"] },
    "of its system": { osTypes: ["Linux"] },
    "of its resource type": { resourceTypes: ["microsoft.compute/virtualmachines"] },
    "of one of its tags": { tagSettings: { tags: { environment: ["dev", "Prod"] } } },
    "of any tag": { tagSettings: { tags: { environment: ["prod"], missing: ["x"] }, filterOperator: "Any" } },
  };
  for (const [what, filter] of Object.entries(reached)) {
    it(`reaches a machine ${what}`, () => assert.equal(isScheduled(machine, schedule(), dynamicScope(filter)), true));
  }

  const missed: Record<string, object> = {
    "of another location": { locations: ["northeurope"] },
    "of another resource group": { resourceGroups: ["other"] },
    "of another system": { osTypes: ["Windows"] },
    "of Arc-enabled servers": { resourceTypes: ["Microsoft.HybridCompute/machines"] },
    "of another tag value": { tagSettings: { tags: { environment: ["dev"] } } },
    "of all of two tags": { tagSettings: { tags: { environment: ["prod"], missing: ["x"] } } },
  };
  for (const [what, filter] of Object.entries(missed)) {
    it(`does not reach a machine ${what}`, () =>
      assert.equal(isScheduled(machine, schedule(), dynamicScope(filter)), false));
  }

  it("knows the resource group that the stack makes by the name which azure-native gives it", () => {
    const group: Declared = {
      name: "fleet",
      type: "azure-native:resources:ResourceGroup",
      inputs: { resourceGroupName: "fleet1234" },
    };
    const grouped: Declared = {
      ...linuxMachine({ resourceGroupName: unknown }),
      from: { resourceGroupName: ["fleet"] },
    };
    const within = (name: string) => dynamicScope({ resourceGroups: [name] });
    assert.equal(isScheduled(grouped, group, schedule(), within("FLEET1234")), true);
    assert.equal(isScheduled(grouped, group, schedule(), within("other")), false);
  });

  it("knows a resource group by the resource that the filter is computed from", () => {
    const group = (name: string): Declared => ({
      name,
      type: "azure-native:resources:ResourceGroup",
      inputs: { resourceGroupName: `${name}1234` },
    });
    const inGroup: Declared = {
      ...linuxMachine({ resourceGroupName: unknown }),
      from: { resourceGroupName: ["fleet"] },
    };
    const groups = [group("fleet"), group("other")];
    const scope = (names: readonly string[], ...from: string[]) => {
      const plain = dynamicScope({ resourceGroups: names });
      return { ...plain, from: { ...plain.from, filter: from } };
    };
    assert.equal(isScheduled(inGroup, ...groups, schedule(), scope([unknown], "fleet")), true);
    assert.equal(isScheduled(inGroup, ...groups, schedule(), scope([unknown], "other")), false);
    assert.equal(isScheduled(inGroup, ...groups, schedule(), scope([unknown, unknown], "other", "fleet")), true);
    assert.equal(isScheduled(linuxMachine(), ...groups, schedule(), scope([unknown, "FLEET"], "other")), true);
    assert.throws(
      () => isScheduled(inGroup, ...groups, schedule(), scope([unknown, unknown], "other")),
      new NotKnown("filter.resourceGroups[0]", "of scope is known only after deployment"),
    );
  });

  it("reaches no machine of another subscription", () => {
    const of = (subscriptionId: string) => ({ provider: { subscriptionId } });
    assert.equal(isScheduled({ ...machine, ...of("1111") }, schedule(), dynamicScope({}, of("2222"))), false);
    assert.equal(isScheduled({ ...machine, ...of("1111") }, schedule(), dynamicScope({}, of("1111"))), true);
    assert.equal(isScheduled(machine, schedule(), dynamicScope({}, of("1111"))), true);
  });

  it("does not reach a machine that one condition rules out, whatever is unknown of the others", () => {
    const unknownGroup = linuxMachine({ resourceGroupName: unknown });
    const filter = { resourceGroups: ["fleet"], tagSettings: { tags: { patching: ["weekly"] } } };
    assert.equal(isScheduled(unknownGroup, schedule(), dynamicScope(filter)), false);
  });

  it("is not known to reach a machine whose tag is not known", () => {
    assert.throws(
      () => isScheduled(machine, schedule(), dynamicScope({ tagSettings: { tags: { owner: ["me"] } } })),
      new NotKnown("tags.owner", "is known only after deployment"),
    );
  });

  it("of a resource group reaches the machines of that group alone", () => {
    const type = "azure-native:maintenance:ConfigurationAssignmentsForResourceGroup";
    const scope = (resourceGroupName: string) =>
      dynamicScope({}, { type, inputs: { resourceGroupName, maintenanceConfigurationId: unknown } });
    assert.equal(isScheduled(machine, schedule(), scope("fleet")), true);
    assert.equal(isScheduled(machine, schedule(), scope("other")), false);
  });
});

describe("a policy assignment", () => {
  const policy = (definition: string): Declared => ({
    name: "recurring",
    type: "azure-native:authorization:PolicyAssignment",
    inputs: { policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${definition}` },
  });

  it("of the built-in schedule policy may schedule any machine", () => {
    assert.throws(
      () => isScheduled(linuxMachine(), policy("BA0DF93E-e4ac-479a-aac2-134bbae39a1a")),
      new NotKnown("policyDefinitionId", "of recurring assigns schedules only after deployment"),
    );
  });

  it("of another resource group schedules none of these machines", () => {
    const recurring = policy("ba0df93e-e4ac-479a-aac2-134bbae39a1a");
    const at = (scope: string) => ({ ...recurring, inputs: { ...recurring.inputs, scope } });
    assert.equal(isScheduled(linuxMachine(), at("/subscriptions/0000/resourceGroups/data")), false);
    assert.throws(() => isScheduled(linuxMachine(), at("/subscriptions/0000/resourceGroups/fleet")), NotKnown);
    assert.throws(() => isScheduled(linuxMachine(), at("/subscriptions/0000")), NotKnown);
  });

  it("of another definition schedules nothing", () => {
    assert.equal(isScheduled(linuxMachine(), policy("59efceea-0c96-497e-a4a1-4eb2290dac15")), false);
  });
});
