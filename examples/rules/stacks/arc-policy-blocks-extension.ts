import * as authorization from "@pulumi/azure-native/authorization";
import { resourceGroup } from "../fleet";

const name = "arc-policy-blocks-extension";
const onlyApprovedExtensions =
  "/providers/Microsoft.Authorization/policyDefinitions/c0e996f8-39cf-4af9-9f45-83fbde810432";

export function met(): void {
  approve(["AzureMonitorLinuxAgent", "LinuxPatchExtension"]);
}

export function broken(): void {
  approve(["AzureMonitorLinuxAgent"]);
}

function approve(extensions: string[]): void {
  new authorization.PolicyAssignment(name, {
    scope: resourceGroup.id,
    policyDefinitionId: onlyApprovedExtensions,
    parameters: { approvedExtensions: { value: extensions }, effect: { value: "Deny" } },
  });
}
