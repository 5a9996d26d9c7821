import type { PropertyMap } from "../property-values";
import type { ResourceManager, StoredResource } from "../resource-manager";
import type { ResourceType } from "../resource-types";
import { checkAssignment } from "./assignment";
import { checkPolicyAssignment, checkRoleAssignment, checkRoleDefinition } from "./authorization";
import { checkEnums } from "./enums";
import { checkEventSubscription, checkSystemTopic } from "./event-grid";
import { checkExistence } from "./existence";
import { checkExtension } from "./extension";
import { checkFixedProperties } from "./fixed-properties";
import { checkGuestPatching } from "./guest-patching";
import { checkArcMachine, checkLicenseProfile } from "./hybrid-machine";
import { checkMachineProfile } from "./machine-profile";
import { checkMaintenanceConfiguration } from "./maintenance-configuration";
import { checkScheduledQueryRule, checkWorkbook } from "./monitor";
import {
  checkLocation,
  checkPublicIPAddress,
  checkRoutes,
  checkSecurityRules,
  checkSubnet,
  checkSubnets,
} from "./network";
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
  RouteTable: [checkLocation, checkRoutes],
  Route: [checkRoutes],
  AzureFirewall: [checkLocation],
  FirewallPolicy: [checkLocation],
  VirtualMachine: [checkMachineProfile, checkFixedProperties, checkGuestPatching, checkNetworkInterfaces],
  VirtualMachineExtension: [checkExtension],
  VirtualMachineRunCommandByVirtualMachine: [checkExtension],
  Machine: [checkArcMachine],
  LicenseProfile: [checkLicenseProfile],
  MaintenanceConfiguration: [checkMaintenanceConfiguration],
  ConfigurationAssignment: [checkAssignment],
  ConfigurationAssignmentParent: [checkAssignment],
  ConfigurationAssignmentsForResourceGroup: [checkAssignment],
  ConfigurationAssignmentsForSubscription: [checkAssignment],
  PolicyAssignment: [checkPolicyAssignment],
  ScheduledQueryRule: [checkScheduledQueryRule],
  Workbook: [checkWorkbook],
  RoleAssignment: [checkRoleAssignment],
  RoleDefinition: [checkRoleDefinition],
  SystemTopic: [checkSystemTopic],
  SystemTopicEventSubscription: [checkEventSubscription],
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
