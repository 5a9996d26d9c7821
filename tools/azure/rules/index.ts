import type { PropertyMap } from "../property-values";
import type { ResourceManager, StoredResource } from "../resource-manager";
import type { ResourceType } from "../resource-types";
import { checkAssignment } from "./assignment";
import { checkEnums } from "./enums";
import { checkExistence } from "./existence";
import { checkExtension } from "./extension";
import { checkFixedProperties } from "./fixed-properties";
import { checkGuestPatching } from "./guest-patching";
import { checkMachineProfile } from "./machine-profile";
import { checkMaintenanceConfiguration } from "./maintenance-configuration";
import { checkLocation, checkPublicIPAddress, checkSecurityRules, checkSubnet, checkSubnets } from "./network";
import { checkNetworkInterfaces } from "./network-interfaces";
import { checkReferences } from "./references";

/** A request to create or change a resource. */
export interface PutRequest {
  readonly type: ResourceType;
  readonly id: string;
  readonly inputs: PropertyMap;
  /** The resource as it is before the request, where it exists. */
  readonly previous: StoredResource | undefined;
  readonly azure: ResourceManager;
}

type Check = (request: PutRequest) => void;

const services: Readonly<Record<string, readonly Check[]>> = {
  VirtualNetwork: [checkLocation, checkSubnets],
  Subnet: [checkSubnet],
  NetworkInterface: [checkLocation],
  PublicIPAddress: [checkLocation, checkPublicIPAddress],
  NetworkSecurityGroup: [checkLocation, checkSecurityRules],
  SecurityRule: [checkSecurityRules],
  NatGateway: [checkLocation],
  RouteTable: [checkLocation],
  VirtualMachine: [checkMachineProfile, checkFixedProperties, checkGuestPatching, checkNetworkInterfaces],
  VirtualMachineExtension: [checkExtension],
  VirtualMachineRunCommandByVirtualMachine: [checkExtension],
  MaintenanceConfiguration: [checkMaintenanceConfiguration],
  ConfigurationAssignment: [checkAssignment],
  ConfigurationAssignmentParent: [checkAssignment],
  ConfigurationAssignmentsForResourceGroup: [checkAssignment],
  ConfigurationAssignmentsForSubscription: [checkAssignment],
};

/**
 * Refuses what Azure refuses: first Azure Resource Manager, then the service behind it, each with the first thing that
 * it finds.
 *
 * @throws AzureError with Azure's code and message.
 */
export function checkRequest(request: PutRequest): void {
  checkExistence(request);
  checkEnums(request);
  checkReferences(request);
  for (const check of services[request.type.name] ?? []) check(request);
}
