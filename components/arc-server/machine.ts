import type * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import type * as pulumi from "@pulumi/pulumi";
import { hotpatchSystems } from "../../facts/arc-agent";
import { configurationBlock } from "../../facts/machine-settings";
import { OperatingSystem } from "../../facts/operating-system";
import { isPlain, notOneOf, type Problems, present } from "../shared/problems";
import { AssessmentMode } from "../virtual-machine/patching";
import { extendedSecurityUpdatesPage, hotpatchingPage } from "./documents";
import { type ArcMachineId, notALicenseId, notAnArcMachineId, parseArcMachineId } from "./resource-id";
import { getsExtendedSecurityUpdates, hotpatches, type ResolvedSystem } from "./system";

/** The licences of a Windows server. Each has its default apart from the others. */
export interface ArcLicenseProfileArgs {
  /**
   * The licence for Extended Security Updates that covers the server, for Windows Server 2012, 2012 R2 and 2016. Such
   * systems get no updates without one. Default: none.
   */
  extendedSecurityUpdatesLicenseId?: pulumi.Input<string>;
  /** Whether the server is covered by Software Assurance or a subscription, as its owner attests. Default: not set. */
  softwareAssuranceCustomer?: pulumi.Input<boolean>;
  /** Whether Windows Server is paid for as it is used, by way of Azure. Default: not set. */
  payAsYouGo?: boolean;
}

/** The resource that the agent created when it connected the server, and that the component takes up. */
export interface ArcMachineArgs {
  /**
   * The resource id, as `azcmagent show` tells it: plain text, for the engine imports the resource by it. It must be
   * that of the subscription that the provider works in.
   */
  id: string;
  /** How the server is assessed. Default: `AutomaticByPlatform`, every 24 hours. */
  assessmentMode?: AssessmentMode;
  /**
   * Whether updates are installed without a restart where they can be: on Windows Server 2025 Standard and Datacenter
   * (`system`) with virtualization-based security, in the public cloud. Default: not set.
   */
  enableHotpatching?: boolean;
  /** The licences, on Windows. Default: left as they are. */
  licenseProfile?: ArcLicenseProfileArgs;
}

/** The resource's settings, as `hybridcompute.Machine` and `hybridcompute.LicenseProfile` take them. */
export interface ResolvedMachine extends ArcMachineId {
  readonly id: string;
  readonly osProfile: NonNullable<hybridcompute.MachineArgs["osProfile"]>;
  readonly licenseProfile: Partial<hybridcompute.LicenseProfileArgs> | undefined;
}

/** The settings that the arguments ask for; `undefined` where they don't name a resource. */
export function resolveMachine(
  args: ArcMachineArgs,
  system: ResolvedSystem,
  problems: Problems,
): ResolvedMachine | undefined {
  const { id, assessmentMode = AssessmentMode.AutomaticByPlatform, enableHotpatching } = args;
  const wrongMode = notOneOf(assessmentMode, Object.values(AssessmentMode));
  if (wrongMode !== undefined) problems.add("machine.assessmentMode", wrongMode);
  if (enableHotpatching !== undefined && !hotpatches(system)) {
    problems.add(
      "machine.enableHotpatching",
      `${shown(system)} does not hotpatch as an Arc-enabled server: only ${hotpatchSystems.systems.join(", ")} does, which system has to say. See ${hotpatchingPage}`,
    );
  }
  const osProfile = {
    [configurationBlock[system.operatingSystem]]: {
      assessmentMode,
      ...(enableHotpatching !== undefined && { enableHotpatching }),
    },
  };
  const licenseProfile = resolveLicenses(args, system, problems);
  const parsed = parsedId(id, problems);
  return parsed && { ...parsed, id, osProfile, licenseProfile };
}

function parsedId(id: string, problems: Problems): ArcMachineId | undefined {
  if (typeof id !== "string") {
    const reason = isPlain(id)
      ? "give the resource id of the server."
      : "must be plain text and no output: the engine imports the resource by it before anything is deployed.";
    problems.add("machine.id", reason);
    return undefined;
  }
  const wrong = notAnArcMachineId(id);
  if (wrong !== undefined) problems.add("machine.id", wrong);
  return parseArcMachineId(id);
}

function resolveLicenses(
  { licenseProfile = {}, enableHotpatching }: ArcMachineArgs,
  system: ResolvedSystem,
  problems: Problems,
): ResolvedMachine["licenseProfile"] {
  const { extendedSecurityUpdatesLicenseId, softwareAssuranceCustomer, payAsYouGo } = licenseProfile;
  const given = present({ extendedSecurityUpdatesLicenseId, softwareAssuranceCustomer, payAsYouGo });
  if (system.operatingSystem !== OperatingSystem.Windows) {
    for (const name of given) problems.add(`machine.licenseProfile.${name}`, "is for Windows alone: leave it out.");
    return undefined;
  }
  if (extendedSecurityUpdatesLicenseId !== undefined && !getsExtendedSecurityUpdates(system)) {
    problems.add(
      "machine.licenseProfile.extendedSecurityUpdatesLicenseId",
      `${shown(system)} gets no Extended Security Updates: only Windows Server 2012, 2012 R2 and 2016 do, which system has to say. See ${extendedSecurityUpdatesPage}`,
    );
  }
  if (given.length === 0 && enableHotpatching === undefined) return undefined;
  const productProfile = payAsYouGo !== undefined || enableHotpatching !== undefined;
  return {
    ...(extendedSecurityUpdatesLicenseId !== undefined && {
      assignedLicense: problems.checked(
        "machine.licenseProfile.extendedSecurityUpdatesLicenseId",
        extendedSecurityUpdatesLicenseId,
        notALicenseId,
      ),
    }),
    ...(softwareAssuranceCustomer !== undefined && { softwareAssuranceCustomer }),
    ...(productProfile && { productType: "WindowsServer" }),
    ...(payAsYouGo !== undefined && { subscriptionStatus: status(payAsYouGo) }),
    ...(enableHotpatching !== undefined && {
      productFeatures: [{ name: hotpatchSystems.productFeature, subscriptionStatus: status(enableHotpatching) }],
    }),
  };
}

const status = (enabled: boolean) => (enabled ? "Enabled" : "Disabled");

const shown = ({ system, operatingSystem }: ResolvedSystem) => JSON.stringify(system ?? operatingSystem);

/**
 * What the agent and the service write into the resource and a program leaves alone: it is sent back as it was found,
 * since Azure takes a resource as a whole.
 */
export const ownedByAgent: readonly string[] = [
  "agentUpgrade",
  "clientPublicKey",
  "extensions",
  "identity",
  "kind",
  "licenseProfile",
  "location",
  "locationData",
  "mssqlDiscovered",
  "osType",
  "parentClusterResourceId",
  "serviceStatuses",
  "vmId",
];
