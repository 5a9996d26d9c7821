import { arcServers, guestPatching, updateManager } from "../documents";
import { type Fact, source } from "../source";
import type { MarketplaceImage } from "./image-list";

/** Something Azure Update Manager does not do, and what does it instead. */
export interface UnsupportedWorkload extends Fact {
  readonly workload: string;
  /** The ARM resource type, or the publisher of the images, by which a stack shows it. */
  readonly shownBy?: string;
  readonly alternative?: string;
}

/** The publisher of the Windows 10 and 11 images. */
export const windowsClientPublisher = "MicrosoftWindowsDesktop";

/** What Azure Update Manager does not do. */
export const unsupportedWorkloads = {
  windowsClient: {
    workload: "Windows client (Windows 10 and 11)",
    shownBy: windowsClientPublisher,
    alternative: "Microsoft Intune",
    source: source(updateManager("unsupported-workloads")),
    unconfirmed: "The article names Windows clients, not the publisher of their images.",
  },
  scaleSets: {
    workload: "Virtual Machine Scale Sets",
    shownBy: "Microsoft.Compute/virtualMachineScaleSets",
    alternative:
      "automatic OS image upgrade; automatic guest patching, for flexible orchestration with the Application Health extension",
    source: source(updateManager("unsupported-workloads"), guestPatching),
  },
  kubernetesNodes: {
    workload: "nodes of Azure Kubernetes Service",
    shownBy: "Microsoft.ContainerService/managedClusters",
    alternative: "AKS node patching",
    source: source(updateManager("unsupported-workloads")),
  },
  driverUpdates: { workload: "driver updates", source: source(updateManager("support-matrix")) },
  inPlaceUpgrades: {
    workload: "in-place upgrades of Windows Server",
    source: source(updateManager("updates-maintenance-schedules")),
  },
  lighthouse: {
    workload: "Azure Lighthouse delegated management",
    source: source(updateManager("update-manager-faq")),
  },
  arcAgentOnAzureVm: {
    workload: "the Arc agent on an Azure VM, outside tests",
    source: source(arcServers("prerequisites")),
  },
  arcAgentOnHardenedSystem: {
    workload: "the Arc agent on a CIS-hardened system, which is untested",
    source: source(arcServers("prerequisites")),
  },
} as const satisfies Record<string, UnsupportedWorkload>;

/** Whether the image is a Windows client, by its publisher. */
export function isWindowsClient({ publisher }: MarketplaceImage): boolean {
  return publisher.toLowerCase() === windowsClientPublisher.toLowerCase();
}
