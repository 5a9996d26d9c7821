/**
 * What the SDK's type definitions do not say about a resource: where it lives in Azure Resource Manager and which of
 * its properties can only be changed by replacing it.
 */
export interface ResourceType {
  /** The SDK's module, for example `compute`. */
  readonly module: string;
  /** The SDK's class, for example `VirtualMachine`. */
  readonly name: string;
  /** The ARM type, as the resource's `type` output has it. */
  readonly armType: string;
  /** The ARM id with its path parameters in braces, from the service's REST specification. */
  readonly path: string;
  /**
   * Properties of the body on whose change azure-native replaces the resource, from its own list
   * (pulumi/pulumi-azure-native provider/pkg/gen/replacement.go). Path parameters always replace, and so does the
   * location of what the schema calls tracked.
   */
  readonly replaceOnChanges?: readonly string[];
}

const subscription = "/subscriptions/{subscriptionId}";
const resourceGroup = `${subscription}/resourceGroups/{resourceGroupName}`;

interface Details {
  readonly replaceOnChanges?: readonly string[];
}

/** A resource of a resource group: `name` is the path below the provider's namespace. */
function inResourceGroup(module: string, name: string, namespace: string, below: string, details: Details = {}) {
  return { module, name, ...describePath(`${resourceGroup}/providers/${namespace}/${below}`), ...details };
}

function describePath(path: string): { path: string; armType: string } {
  const [namespace, ...segments] = path.slice(path.lastIndexOf("/providers/") + "/providers/".length).split("/");
  return { path, armType: [namespace, ...segments.filter((_, index) => index % 2 === 0)].join("/") };
}

const machine = `${resourceGroup}/providers/{providerName}/{resourceType}/{resourceName}`;
const nested = `${resourceGroup}/providers/{providerName}/{resourceParentType}/{resourceParentName}/{resourceType}/{resourceName}`;
const assignments = "providers/Microsoft.Maintenance/configurationAssignments/{configurationAssignmentName}";
const locks = "providers/Microsoft.Authorization/locks/{lockName}";
const remediations = "providers/Microsoft.PolicyInsights/remediations/{remediationName}";

/** Every resource type that the offline Azure knows. */
export const resourceTypes: readonly ResourceType[] = [
  {
    module: "resources",
    name: "ResourceGroup",
    path: resourceGroup,
    armType: "Microsoft.Resources/resourceGroups",
    replaceOnChanges: ["location"],
  },
  inResourceGroup("network", "VirtualNetwork", "Microsoft.Network", "virtualNetworks/{virtualNetworkName}", {
    replaceOnChanges: ["location"],
  }),
  inResourceGroup(
    "network",
    "Subnet",
    "Microsoft.Network",
    "virtualNetworks/{virtualNetworkName}/subnets/{subnetName}",
  ),
  inResourceGroup("network", "NetworkInterface", "Microsoft.Network", "networkInterfaces/{networkInterfaceName}"),
  inResourceGroup("network", "PublicIPAddress", "Microsoft.Network", "publicIPAddresses/{publicIpAddressName}", {
    replaceOnChanges: ["location", "publicIPAddressVersion", "publicIPPrefix", "sku"],
  }),
  inResourceGroup(
    "network",
    "NetworkSecurityGroup",
    "Microsoft.Network",
    "networkSecurityGroups/{networkSecurityGroupName}",
  ),
  inResourceGroup(
    "network",
    "SecurityRule",
    "Microsoft.Network",
    "networkSecurityGroups/{networkSecurityGroupName}/securityRules/{securityRuleName}",
  ),
  inResourceGroup("network", "NatGateway", "Microsoft.Network", "natGateways/{natGatewayName}"),
  inResourceGroup("network", "RouteTable", "Microsoft.Network", "routeTables/{routeTableName}"),
  inResourceGroup("network", "Route", "Microsoft.Network", "routeTables/{routeTableName}/routes/{routeName}"),
  inResourceGroup("network", "AzureFirewall", "Microsoft.Network", "azureFirewalls/{azureFirewallName}"),
  inResourceGroup("network", "FirewallPolicy", "Microsoft.Network", "firewallPolicies/{firewallPolicyName}"),
  inResourceGroup(
    "network",
    "FirewallPolicyRuleCollectionGroup",
    "Microsoft.Network",
    "firewallPolicies/{firewallPolicyName}/ruleCollectionGroups/{ruleCollectionGroupName}",
  ),
  inResourceGroup("compute", "VirtualMachine", "Microsoft.Compute", "virtualMachines/{vmName}"),
  inResourceGroup(
    "compute",
    "VirtualMachineExtension",
    "Microsoft.Compute",
    "virtualMachines/{vmName}/extensions/{vmExtensionName}",
  ),
  inResourceGroup(
    "compute",
    "VirtualMachineRunCommandByVirtualMachine",
    "Microsoft.Compute",
    "virtualMachines/{vmName}/runCommands/{runCommandName}",
  ),
  inResourceGroup("compute", "VirtualMachineScaleSet", "Microsoft.Compute", "virtualMachineScaleSets/{vmScaleSetName}"),
  inResourceGroup("compute", "Disk", "Microsoft.Compute", "disks/{diskName}"),
  inResourceGroup("compute", "Image", "Microsoft.Compute", "images/{imageName}"),
  inResourceGroup("compute", "Gallery", "Microsoft.Compute", "galleries/{galleryName}"),
  inResourceGroup("compute", "GalleryImage", "Microsoft.Compute", "galleries/{galleryName}/images/{galleryImageName}"),
  inResourceGroup("compute", "AvailabilitySet", "Microsoft.Compute", "availabilitySets/{availabilitySetName}"),
  inResourceGroup(
    "maintenance",
    "MaintenanceConfiguration",
    "Microsoft.Maintenance",
    "maintenanceConfigurations/{resourceName}",
  ),
  { module: "maintenance", name: "ConfigurationAssignment", ...describePath(`${machine}/${assignments}`) },
  { module: "maintenance", name: "ConfigurationAssignmentParent", ...describePath(`${nested}/${assignments}`) },
  {
    module: "maintenance",
    name: "ConfigurationAssignmentsForSubscription",
    ...describePath(`${subscription}/${assignments}`),
  },
  {
    module: "maintenance",
    name: "ConfigurationAssignmentsForResourceGroup",
    ...describePath(`${resourceGroup}/${assignments}`),
  },
  inResourceGroup("devtestlab", "GlobalSchedule", "Microsoft.DevTestLab", "schedules/{name}"),
  inResourceGroup("hybridcompute", "Machine", "Microsoft.HybridCompute", "machines/{machineName}"),
  inResourceGroup(
    "hybridcompute",
    "MachineExtension",
    "Microsoft.HybridCompute",
    "machines/{machineName}/extensions/{extensionName}",
  ),
  inResourceGroup(
    "hybridcompute",
    "MachineRunCommand",
    "Microsoft.HybridCompute",
    "machines/{machineName}/runCommands/{runCommandName}",
  ),
  inResourceGroup(
    "hybridcompute",
    "LicenseProfile",
    "Microsoft.HybridCompute",
    "machines/{machineName}/licenseProfiles/{licenseProfileName}",
  ),
  inResourceGroup("hybridcompute", "License", "Microsoft.HybridCompute", "licenses/{licenseName}"),
  inResourceGroup("hybridcompute", "PrivateLinkScope", "Microsoft.HybridCompute", "privateLinkScopes/{scopeName}"),
  {
    module: "authorization",
    name: "PolicyAssignment",
    ...describePath("/{scope}/providers/Microsoft.Authorization/policyAssignments/{policyAssignmentName}"),
  },
  {
    module: "authorization",
    name: "RoleAssignment",
    ...describePath("/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}"),
    replaceOnChanges: ["principalId", "scope"],
  },
  {
    module: "authorization",
    name: "RoleDefinition",
    ...describePath("/{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}"),
  },
  { module: "authorization", name: "ManagementLockByScope", ...describePath(`/{scope}/${locks}`) },
  { module: "authorization", name: "ManagementLockAtSubscriptionLevel", ...describePath(`${subscription}/${locks}`) },
  { module: "authorization", name: "ManagementLockAtResourceGroupLevel", ...describePath(`${resourceGroup}/${locks}`) },
  {
    module: "authorization",
    name: "ManagementLockAtResourceLevel",
    ...describePath(
      `${resourceGroup}/providers/{resourceProviderNamespace}/{parentResourcePath}/{resourceType}/{resourceName}/${locks}`,
    ),
  },
  {
    module: "policyinsights",
    name: "RemediationAtResource",
    ...describePath(`/{resourceId}/${remediations}`),
  },
  { module: "policyinsights", name: "RemediationAtResourceGroup", ...describePath(`${resourceGroup}/${remediations}`) },
  { module: "policyinsights", name: "RemediationAtSubscription", ...describePath(`${subscription}/${remediations}`) },
  {
    module: "managedservices",
    name: "RegistrationDefinition",
    ...describePath("/{scope}/providers/Microsoft.ManagedServices/registrationDefinitions/{registrationDefinitionId}"),
  },
  {
    module: "management",
    name: "ManagementGroup",
    ...describePath("/providers/Microsoft.Management/managementGroups/{groupId}"),
  },
  inResourceGroup(
    "managedidentity",
    "UserAssignedIdentity",
    "Microsoft.ManagedIdentity",
    "userAssignedIdentities/{resourceName}",
  ),
  inResourceGroup("eventgrid", "SystemTopic", "Microsoft.EventGrid", "systemTopics/{systemTopicName}"),
  inResourceGroup(
    "eventgrid",
    "SystemTopicEventSubscription",
    "Microsoft.EventGrid",
    "systemTopics/{systemTopicName}/eventSubscriptions/{eventSubscriptionName}",
  ),
  inResourceGroup("servicebus", "Namespace", "Microsoft.ServiceBus", "namespaces/{namespaceName}"),
  inResourceGroup("servicebus", "Queue", "Microsoft.ServiceBus", "namespaces/{namespaceName}/queues/{queueName}"),
  inResourceGroup("storage", "StorageAccount", "Microsoft.Storage", "storageAccounts/{accountName}"),
  inResourceGroup(
    "storage",
    "BlobContainer",
    "Microsoft.Storage",
    "storageAccounts/{accountName}/blobServices/default/containers/{containerName}",
  ),
  inResourceGroup(
    "storage",
    "Queue",
    "Microsoft.Storage",
    "storageAccounts/{accountName}/queueServices/default/queues/{queueName}",
  ),
  inResourceGroup("web", "AppServicePlan", "Microsoft.Web", "serverfarms/{name}"),
  inResourceGroup("web", "WebApp", "Microsoft.Web", "sites/{name}"),
  inResourceGroup("web", "WebAppFunction", "Microsoft.Web", "sites/{name}/functions/{functionName}"),
  inResourceGroup("monitor", "ActionGroup", "Microsoft.Insights", "actionGroups/{actionGroupName}"),
  inResourceGroup("monitor", "ScheduledQueryRule", "Microsoft.Insights", "scheduledQueryRules/{ruleName}"),
  inResourceGroup("applicationinsights", "Workbook", "Microsoft.Insights", "workbooks/{resourceName}"),
  inResourceGroup(
    "containerservice",
    "ManagedCluster",
    "Microsoft.ContainerService",
    "managedClusters/{resourceName}",
    {
      replaceOnChanges: [
        "diskEncryptionSetID",
        "dnsPrefix",
        "fqdnSubdomain",
        "linuxProfile",
        "location",
        "nodeResourceGroup",
        "windowsProfile",
      ],
    },
  ),
];

/** The names in braces of a resource type's path, in their order, without the provider's own `subscriptionId`. */
export function pathParameters({ path }: ResourceType): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").filter((name) => name !== "subscriptionId");
}

const token = /^azure-native(?:_\w+_v\w+)?:(\w+)(?:\/v\w+)?:(\w+)$/;

/**
 * The resource type behind a Pulumi type token, in any of the three ways the SDK spells one:
 * `azure-native:compute:VirtualMachine`, `azure-native:compute/v20240301:VirtualMachine` (before version 3) and
 * `azure-native_compute_v20240301:compute:VirtualMachine` (a package generated for one API version).
 */
export function resourceTypeOf(pulumiType: string): ResourceType | undefined {
  const [, module, name] = token.exec(pulumiType) ?? [];
  return resourceTypes.find((type) => type.module === module && type.name === name);
}

/** Whether a type token names the SDK's default API version, which is the one the schema was derived from. */
export function isDefaultVersion(pulumiType: string): boolean {
  return /^azure-native:\w+:\w+$/.test(pulumiType);
}
