import { arcServers } from "../documents";
import type { MachineKind } from "../machine-kind";
import { type Fact, source } from "../source";

/** A built-in policy definition that refuses extensions which are not on a list. */
export interface ExtensionPolicy extends Fact {
  readonly guid: string;
  readonly displayName: string;
  readonly machineKind: MachineKind;
  /** The parameter with the extensions' types, without their publishers. */
  readonly listParameter: string;
  readonly defaultEffect: string;
}

/**
 * The built-in policy definitions that let in listed extensions alone. There is none for Arc-enabled servers, on which the
 * documents advise policies of one's own.
 */
export const extensionPolicies: readonly ExtensionPolicy[] = [
  {
    guid: "c0e996f8-39cf-4af9-9f45-83fbde810432",
    displayName: "Only approved VM extensions should be installed",
    machineKind: "azure",
    listParameter: "approvedExtensions",
    defaultEffect: "Audit",
    source: source(
      "Azure/azure-policy built-in-policies/policyDefinitions/Compute/VirtualMachines_ApprovedExtensions_Audit.json",
    ),
    unconfirmed: "No document says whether the policy refuses the extension that Azure installs by itself.",
  },
];

/** The fields by which a policy of one's own names an extension: its type, or its publisher. */
export const extensionFields = {
  type: {
    azure: "Microsoft.Compute/virtualMachines/extensions/type",
    arc: "Microsoft.HybridCompute/machines/extensions/type",
  },
  publisher: {
    azure: "Microsoft.Compute/virtualMachines/extensions/publisher",
    arc: "Microsoft.HybridCompute/machines/extensions/publisher",
  },
  source: source(arcServers("security-extensions")),
  unconfirmed: "The article says that policies can restrict extensions; it does not show the fields.",
} as const satisfies Fact & Record<string, unknown>;
