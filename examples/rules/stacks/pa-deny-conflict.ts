import * as authorization from "@pulumi/azure-native/authorization";
import * as resources from "@pulumi/azure-native/resources";
import { PeriodicAssessment, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux } from "../components";
import { linuxMachine, linuxProfile, patchedByAzure, policies } from "../fleet";

const name = "pa-deny-conflict";

function refuseOthers(assessmentMode: string): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new authorization.PolicyAssignment(name, {
    scope: group.id,
    policyDefinitionId: policies.auditAssessment,
    parameters: { effect: { value: "Deny" } },
  });
  linuxMachine(name, {
    resourceGroupName: group.name,
    osProfile: linuxProfile({ ...patchedByAzure, assessmentMode }),
  });
}

export function met(): void {
  refuseOthers("AutomaticByPlatform");
}

export function broken(): void {
  refuseOthers("ImageDefault");
}

export function component(): void {
  const group = new resources.ResourceGroup(name, { location: "westeurope" });
  new PeriodicAssessment(name, { scope: group.id, configure: false, audit: { effect: "Deny" } });
  new UpdateReadyVirtualMachine(name, {
    ...linux,
    resourceGroupName: group.name,
    patchOrchestration: "AzureManagedSafeDeployment",
    patchSettings: { assessmentMode: "AutomaticByPlatform" },
  });
}
