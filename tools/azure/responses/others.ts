import { expirationDateTime, visibility } from "../../../facts/schedules";
import { guidOf } from "../naming";
import type { PropertyMap } from "../property-values";
import type { ResourceManager } from "../resource-manager";
import { resourceSchema } from "../schema";
import { sameId, textAt } from "../values";
import { type Filling, now } from ".";
import { identityIds } from "./shape";

/** What the other services fill in. */
export function filledByOthers({ type, id, given, azure }: Filling): PropertyMap {
  const systemData = { createdAt: now, createdByType: "User", lastModifiedAt: now, lastModifiedByType: "User" };
  switch (type.name) {
    case "ResourceGroup":
      return { properties: { provisioningState: "Succeeded" } };
    case "MaintenanceConfiguration":
      return {
        expirationDateTime: given.expirationDateTime ?? expirationDateTime.defaultValue,
        visibility: given.visibility ?? visibility.defaultValue,
        systemData,
      };
    case "UserAssignedIdentity":
      return { ...identityIds(id), tenantId: azure.tenantId, systemData };
    case "RoleAssignment":
    case "RoleDefinition":
      return { createdOn: now, updatedOn: now };
    case "PolicyAssignment":
      return { instanceId: instanceId(id, azure), systemData };
    case "RemediationAtResource":
      return { createdOn: now, lastUpdatedOn: now, provisioningState: "Accepted", systemData };
    case "Machine":
      return { status: "Connected", systemData };
    case "MachineRunCommand":
      return { instanceView: { executionState: "Succeeded", exitCode: 0 }, systemData };
    case "ManagedCluster":
      return { powerState: { code: "Running" }, systemData };
    case "ScheduledQueryRule":
      return {
        createdWithApiVersion: resourceSchema(type).apiVersion,
        isLegacyLogAnalyticsRule: false,
        isWorkspaceAlertsStorageConfigured: false,
        systemData,
      };
    case "Workbook":
      return { timeModified: now, systemData };
    default:
      return {};
  }
}

/** An id that lasts as long as the resource and is another one when the resource is created again. */
function instanceId(id: string, azure: ResourceManager): string {
  const deletions = azure.requests.filter((request) => request.method === "DELETE" && sameId(request.id, id)).length;
  return textAt(azure.get(id)?.outputs, "instanceId") ?? guidOf(`${id} instanceId ${deletions}`);
}
