import { builtInPolicy, type PolicyKey, policyDefinitionId } from "../../facts/policies";
import { builtInRole, roleDefinitionId } from "../../facts/roles";
import { type Declared, unknown } from "./fixture";

/** The resource group of what is governed; its name is known at preview, its id is not. */
export const group: Declared = {
  name: "group",
  type: "azure-native:resources:ResourceGroup",
  inputs: { resourceGroupName: "fleet", location: "westeurope" },
};

/** The assignment of a built-in policy to the resource group, with an identity; `change` replaces top-level inputs. */
export function policy(key: PolicyKey, change: object = {}, name: string = key): Declared {
  return {
    name,
    type: "azure-native:authorization:PolicyAssignment",
    inputs: {
      policyAssignmentName: name,
      scope: unknown,
      policyDefinitionId: policyDefinitionId(builtInPolicy(key)?.guid ?? ""),
      identity: { type: "SystemAssigned" },
      location: "westeurope",
      ...change,
    },
    from: { scope: ["group"] },
  };
}

/** The assignment of the policy on schedules with the schedule of the stack. */
export function schedulePolicy(change: object = {}): Declared {
  const parameters = { maintenanceConfigurationResourceId: { value: unknown } };
  const { from, ...declared } = policy("scheduleUpdates", { parameters, ...change });
  return { ...declared, from: { ...from, parameters: ["weekly"] } };
}

/** A set of built-in policies, which the stack defines; `change` replaces top-level inputs. */
export function policySet(keys: readonly PolicyKey[], change: object = {}, from: Declared["from"] = {}): Declared {
  const policyDefinitions = keys.map((key) => memberOfSet(key));
  return {
    name: "baseline",
    type: "azure-native:authorization:PolicySetDefinition",
    inputs: { policySetDefinitionName: "baseline", policyDefinitions, ...change },
    from,
  };
}

/** A built-in policy as a set has it; `change` replaces properties. */
export function memberOfSet(key: PolicyKey, change: object = {}): object {
  return {
    policyDefinitionId: policyDefinitionId(builtInPolicy(key)?.guid ?? ""),
    policyDefinitionReferenceId: key,
    ...change,
  };
}

/** The assignment of that set to the resource group; `change` replaces top-level inputs. */
export function setAssignment(change: object = {}): Declared {
  const { from, ...declared } = policy("scheduleUpdates", { policyDefinitionId: unknown, ...change }, "governance");
  return { ...declared, from: { ...from, policyDefinitionId: ["baseline"] } };
}

/** The assignment of a role, by its name, to the identity of a resource; `change` replaces top-level inputs. */
export function grant(
  roleName: string,
  principal: string,
  change: object = {},
  from: Declared["from"] = { scope: ["group"] },
): Declared {
  return {
    name: `${principal}-${roleName}`,
    type: "azure-native:authorization:RoleAssignment",
    inputs: {
      scope: unknown,
      principalId: unknown,
      roleDefinitionId: roleDefinitionId(builtInRole(roleName)?.guid ?? roleName),
      ...change,
    },
    from: { principalId: [principal], ...from },
  };
}

/** A managed identity of the stack. */
export const operator: Declared = {
  name: "operator",
  type: "azure-native:managedidentity:UserAssignedIdentity",
  inputs: { resourceGroupName: "fleet", resourceName: "operator" },
};

/** A custom role with the given actions. */
export function customRole(actions: readonly unknown[], name = "role"): Declared {
  return {
    name,
    type: "azure-native:authorization:RoleDefinition",
    inputs: { scope: unknown, roleName: name, roleDefinitionId: `guid-of-${name}`, permissions: [{ actions }] },
    from: { scope: ["group"] },
  };
}

/** A lock in one of azure-native's ways, by the class that makes it. */
export function lock(type: string, inputs: object, from: Declared["from"] = {}): Declared {
  return { name: "lock", type: `azure-native:authorization:${type}`, inputs, from };
}
