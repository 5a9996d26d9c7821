import { expirationDateTime, visibility } from "../../../facts/schedules";
import type { PropertyMap } from "../property-values";
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
      return { createdOn: now, updatedOn: now };
    case "Machine":
      return { status: "Connected", systemData };
    case "ManagedCluster":
      return { powerState: { code: "Running" }, systemData };
    default:
      return {};
  }
}
