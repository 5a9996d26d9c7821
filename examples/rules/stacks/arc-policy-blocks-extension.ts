import * as authorization from "@pulumi/azure-native/authorization";
import { resourceGroup } from "../fleet";

const name = "arc-policy-blocks-extension";
const monitoring = "AzureMonitorLinuxAgent";

export function met(): void {
  allow([monitoring, "LinuxPatchExtension", "LinuxOsUpdateExtension"]);
}

export function broken(): void {
  allow([monitoring]);
}

function allow(types: string[]): void {
  const policy = new authorization.PolicyDefinition(name, {
    policyType: "Custom",
    mode: "Indexed",
    policyRule: {
      if: {
        allOf: [
          { field: "type", equals: "Microsoft.HybridCompute/machines/extensions" },
          { field: "Microsoft.HybridCompute/machines/extensions/type", notIn: types },
        ],
      },
      // biome-ignore lint/suspicious/noThenProperty: the word of Azure Policy
      then: { effect: "deny" },
    },
  });
  new authorization.PolicyAssignment(name, { scope: resourceGroup.id, policyDefinitionId: policy.id });
}
