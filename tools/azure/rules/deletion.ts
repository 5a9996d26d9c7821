import { AzureError } from "../errors";
import { nameOf } from "../resource-id";
import type { ResourceManager, StoredResource } from "../resource-manager";
import { listAt, sameId, textAt } from "../values";
import { checkRemediationDeletion, checkRoleDefinitionDeletion } from "./authorization";
import { referencesIn } from "./references";

/** Refuses to delete what other resources use. @throws AzureError with the network service's code and message. */
export function checkDeletion(resource: StoredResource, azure: ResourceManager): void {
  const { id, type } = resource;
  const name = nameOf(id);
  switch (type.name) {
    case "NetworkInterface": {
      const [user] = usersOf(id, azure, "VirtualMachine");
      if (user === undefined) return;
      throw inUse(
        "NicInUse",
        `Network Interface ${id} is used by existing resource ${user.id}. In order to delete the network interface, it must be dissociated from the resource. To learn more, see aka.ms/deletenic.`,
      );
    }
    case "Subnet":
      checkSubnet(id, azure);
      return;
    case "VirtualNetwork":
      for (const subnet of azure.below(id)) checkSubnet(subnet.id, azure);
      return;
    case "PublicIPAddress": {
      const [user] = usersOf(id, azure);
      if (user === undefined) return;
      throw inUse(
        "PublicIPAddressCannotBeDeleted",
        `Public IP address ${id} can not be deleted since it is still allocated to resource ${user.id}. In order to delete the public IP, disassociate/detach the Public IP address from the resource. To learn how to do this, see aka.ms/deletepublicip.`,
      );
    }
    case "NetworkSecurityGroup": {
      const users = usersOf(id, azure);
      if (users.length === 0) return;
      throw inUse(
        "InUseNetworkSecurityGroupCannotBeDeleted",
        `Network security group ${id} cannot be deleted because it is in use by the following resources: ${users.map((user) => user.id).join(", ")}. In order to delete the Network security group, remove the association with the resource(s). To learn how to do this, see aka.ms/deletensg.`,
      );
    }
    case "RemediationAtResource":
      checkRemediationDeletion(resource);
      return;
    case "RoleDefinition":
      checkRoleDefinitionDeletion(resource, azure);
      return;
    case "NatGateway":
    case "RouteTable": {
      const users = usersOf(id, azure);
      if (users.length === 0) return;
      throw inUse(
        `InUse${type.name}CannotBeDeleted`,
        `${type.name} ${name} is in use and cannot be deleted. In order to delete it, remove its association with ${users.map((user) => user.id).join(", ")}.`,
      );
    }
  }
}

function checkSubnet(id: string, azure: ResourceManager): void {
  for (const user of usersOf(id, azure, "NetworkInterface")) {
    const configuration = listAt(user.inputs, "ipConfigurations").find((item) =>
      sameId(textAt(item, "subnet", "id"), id),
    );
    throw inUse(
      "InUseSubnetCannotBeDeleted",
      `Subnet ${nameOf(id)} is in use by ${user.id}/ipConfigurations/${String(configuration?.name)} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.`,
    );
  }
}

function usersOf(id: string, azure: ResourceManager, typeName?: string): readonly StoredResource[] {
  return azure.resources.filter(
    ({ type, inputs }) =>
      (typeName === undefined || type.name === typeName) &&
      referencesIn(inputs).some((reference) => sameId(reference.id, id)),
  );
}

function inUse(code: string, message: string): AzureError {
  return new AzureError(400, code, message);
}
