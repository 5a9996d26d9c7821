import { azureDocs } from "../documents";
import { type Fact, source } from "../source";

/** A built-in role of Azure, as far as Update Manager is concerned. */
export interface BuiltInRole extends Fact {
  readonly name: string;
  /** The name of its role definition, the same in every tenant. */
  readonly guid: string;
  /** The actions it grants, where they matter here; wildcards as in the role definition. Not always the whole list. */
  readonly actions?: readonly string[];
  /** What Update Manager needs and the role has not. */
  readonly lacks?: readonly string[];
  readonly purpose?: string;
}

const catalogue = azureDocs("role-based-access-control/built-in-roles");
const management = azureDocs("role-based-access-control/built-in-roles/management-and-governance");
const compute = azureDocs("role-based-access-control/built-in-roles/compute");

const inGuestPatchActions = ["maintenanceConfigurations", "configurationAssignments"].flatMap((type) =>
  ["read", "write", "delete"].flatMap((verb) => [
    `Microsoft.Maintenance/${type}/${verb}`,
    `Microsoft.Maintenance/${type}/maintenanceScope/InGuestPatch/${verb}`,
  ]),
);

/** The built-in roles that Update Manager is used with. */
export const builtInRoles: readonly BuiltInRole[] = [
  { name: "Owner", guid: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", actions: ["*"], source: source(catalogue) },
  { name: "Contributor", guid: "b24988ac-6180-42a0-ab88-20f7382dd24c", actions: ["*"], source: source(catalogue) },
  { name: "Reader", guid: "acdd72a7-3385-48ef-bd42-f606fba81ae7", actions: ["*/read"], source: source(catalogue) },
  {
    name: "Virtual Machine Contributor",
    guid: "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
    actions: [
      "Microsoft.Authorization/*/read",
      "Microsoft.Compute/virtualMachines/*",
      "Microsoft.Compute/locations/*",
      "Microsoft.Compute/disks/read",
      "Microsoft.Compute/disks/write",
      "Microsoft.Compute/disks/delete",
      "Microsoft.Network/networkInterfaces/*",
      "Microsoft.Resources/deployments/*",
      "Microsoft.DevTestLab/schedules/*",
    ],
    lacks: [
      "any action of Microsoft.Maintenance",
      "Microsoft.Compute/galleries/read and Microsoft.Compute/images/read",
      "any action of Microsoft.HybridCompute",
      "Microsoft.Authorization/roleAssignments/write",
      "Microsoft.Authorization/locks/*",
    ],
    source: source(compute),
  },
  {
    name: "Azure Connected Machine Resource Administrator",
    guid: "cd570a14-e51a-42ad-bac8-bafd67325302",
    actions: [
      "Microsoft.HybridCompute/machines/*",
      "Microsoft.HybridCompute/machines/extensions/*",
      "Microsoft.HybridCompute/machines/licenseProfiles/*",
      "Microsoft.HybridCompute/machines/runCommands/*",
      "Microsoft.HybridCompute/machines/UpgradeExtensions/action",
      "Microsoft.HybridCompute/privateLinkScopes/*",
      "Microsoft.HybridCompute/licenses/*",
      "Microsoft.HybridCompute/locations/*",
      "Microsoft.HybridCompute/*/read",
      "Microsoft.Resources/deployments/*",
    ],
    source: source(management),
  },
  {
    name: "Azure Connected Machine Onboarding",
    guid: "b64e21ea-ac4e-4cdf-9dc9-5b892992bee7",
    actions: [
      "Microsoft.HybridCompute/machines/read",
      "Microsoft.HybridCompute/machines/write",
      "Microsoft.HybridCompute/privateLinkScopes/read",
      "Microsoft.GuestConfiguration/guestConfigurationAssignments/read",
    ],
    lacks: ["deleting machines", "managing extensions", "assessing and patching"],
    source: source(management),
  },
  {
    name: "Azure Connected Machine Resource Manager",
    guid: "f5819b54-e033-4d82-ac66-4fec3cbf3f4c",
    purpose: "for the Azure Local resource provider, not for people who use Update Manager",
    source: source(catalogue),
  },
  {
    name: "Hybrid Server Resource Administrator",
    guid: "48b40c6e-82e0-4eb3-90d5-19e40f49b624",
    purpose: "the older role for hybrid servers",
    source: source(catalogue),
  },
  {
    name: "Scheduled Patching Contributor",
    guid: "cd08ab90-6b14-449c-ad9a-8f8e549482c6",
    actions: inGuestPatchActions,
    lacks: ["reading or writing machines", "Microsoft.Maintenance/register/action"],
    source: source(management),
  },
  {
    name: "Resource Policy Contributor",
    guid: "36243c78-bf99-498c-9df9-86d9f8d28608",
    purpose: "for those who assign and remediate policies",
    source: source(catalogue),
  },
  {
    name: "User Access Administrator",
    guid: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
    purpose: "for granting the identity of a policy assignment its role",
    source: source(catalogue),
  },
  {
    name: "Role Based Access Control Administrator",
    guid: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
    purpose: "for granting the identity of a policy assignment its role",
    source: source(catalogue),
  },
  {
    name: "Compute Gallery Image Reader",
    guid: "cf7c76d2-98a3-4358-a134-615aa78bf44d",
    purpose: "for the identity that remediates VMs of gallery images in other resource groups or subscriptions",
    source: source(catalogue),
    unconfirmed: "The role and its id are documented; that it is enough for remediation is not.",
  },
  {
    name: "Azure Arc VMware VM Contributor",
    guid: "b748a06d-6150-4f8a-aaa9-ce3940cd96cb",
    actions: [
      "Microsoft.ConnectedVMwarevSphere/virtualmachines/*",
      "Microsoft.ConnectedVMwarevSphere/virtualmachineinstances/*",
      "Microsoft.HybridCompute/machines/assessPatches/action",
      "Microsoft.HybridCompute/machines/installPatches/action",
    ],
    purpose: "for VMware machines on Arc",
    source: source(compute),
  },
];

/** A built-in role by its name or the GUID of its definition, in any letter case; also by the id of the definition. */
export function builtInRole(nameOrGuid: string): BuiltInRole | undefined {
  const wanted = nameOrGuid.slice(nameOrGuid.lastIndexOf("/") + 1).toLowerCase();
  return builtInRoles.find(({ name, guid }) => name.toLowerCase() === wanted || guid === wanted);
}

/** The id of a role definition, as a role assignment takes it, for the GUID of a built-in role. */
export function roleDefinitionId(guid: string): string {
  return `/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
}
