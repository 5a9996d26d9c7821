import type * as pulumi from "@pulumi/pulumi";
import { isPlain, type Problems, present } from "../shared/problems";
import type { ImageArgs } from "./image";
import { reference } from "./network";

const trustedLaunchPage = "https://learn.microsoft.com/azure/virtual-machines/trusted-launch";

/** Where the output of the machine's console goes. */
export interface BootDiagnosticsArgs {
  /** Whether it is kept. Default: true. */
  enabled?: boolean;
  /** The blob endpoint of a storage account of one's own. Default: an account that Azure manages. */
  storageUri?: pulumi.Input<string>;
}

/** How the machine is protected. */
export interface SecurityArgs {
  /**
   * Trusted Launch, for generation 2 images and the sizes that have it:
   * https://learn.microsoft.com/azure/virtual-machines/trusted-launch. Default: on with `image`, except for Rocky Linux;
   * elsewhere not set, since the image's generation isn't known.
   */
  trustedLaunch?: boolean;
  /** Secure Boot, with Trusted Launch. Default: on. Turn it off for kernel modules that are not signed. */
  secureBootEnabled?: boolean;
  /** A virtual TPM, with Trusted Launch. Default: on. */
  vTpmEnabled?: boolean;
  /** Encryption of caches and temporary disks on the host; the subscription must have the feature. Default: not set. */
  encryptionAtHost?: boolean;
}

/** What the machine runs on. */
export interface HostArgs {
  /** The size. It must have generation 2 and, for `image`, Trusted Launch. Default: `Standard_D2s_v5`. */
  vmSize?: pulumi.Input<string>;
  /** The availability zone: `1`, `2` or `3`. Not with `availabilitySetId`. Default: none. */
  zone?: pulumi.Input<string>;
  /** The availability set. Not with `zone`. Default: none. */
  availabilitySetId?: pulumi.Input<string>;
  /** The proximity placement group. Default: none. */
  proximityPlacementGroupId?: pulumi.Input<string>;
  /** The dedicated host. Default: none. */
  dedicatedHostId?: pulumi.Input<string>;
  /** The capacity reservation group. Default: none. */
  capacityReservationGroupId?: pulumi.Input<string>;
  /** Whether the machine has an identity of its own. Default: false. */
  systemAssignedIdentity?: boolean;
  /** Ids of user-assigned identities. Default: none. */
  userAssignedIdentityIds?: pulumi.Input<string>[];
  /** How the machine is protected. Default: Trusted Launch with `image`. */
  security?: SecurityArgs;
  /** The console's output. Default: kept in an account that Azure manages. */
  bootDiagnostics?: BootDiagnosticsArgs;
}

/**
 * The properties of a VM that come from {@link HostArgs}.
 *
 * @param trustedLaunch the default of `security.trustedLaunch`
 */
export function resolveHost(args: HostArgs & ImageArgs, trustedLaunch: boolean, problems: Problems) {
  const { zone, availabilitySetId, bootDiagnostics = {} } = args;
  if (zone !== undefined && availabilitySetId !== undefined) {
    problems.add("availabilitySetId", "a machine is in a zone or in an availability set: give only one of the two.");
  }
  if (bootDiagnostics.enabled === false && bootDiagnostics.storageUri !== undefined) {
    problems.add(
      "bootDiagnostics.storageUri",
      "has no effect with bootDiagnostics.enabled false: leave one of them out.",
    );
  }
  return {
    hardwareProfile: { vmSize: args.vmSize ?? "Standard_D2s_v5" },
    zones: zone === undefined ? undefined : [problems.checked("zone", zone, wrongZone)],
    availabilitySet: reference(availabilitySetId),
    proximityPlacementGroup: reference(args.proximityPlacementGroupId),
    host: reference(args.dedicatedHostId),
    capacityReservation:
      args.capacityReservationGroupId === undefined
        ? undefined
        : { capacityReservationGroup: { id: args.capacityReservationGroupId } },
    identity: identity(args),
    securityProfile: securityProfile(args, trustedLaunch, problems),
    diagnosticsProfile: {
      bootDiagnostics: { enabled: bootDiagnostics.enabled ?? true, storageUri: bootDiagnostics.storageUri },
    },
  };
}

function identity({ systemAssignedIdentity = false, userAssignedIdentityIds = [] }: HostArgs) {
  const userAssigned = userAssignedIdentityIds.length > 0;
  if (!systemAssignedIdentity && !userAssigned) return undefined;
  if (!userAssigned) return { type: "SystemAssigned" } as const;
  return {
    type: systemAssignedIdentity ? "SystemAssigned, UserAssigned" : "UserAssigned",
    userAssignedIdentities: userAssignedIdentityIds,
  } as const;
}

function securityProfile(args: HostArgs & ImageArgs, byDefault: boolean, problems: Problems) {
  const { trustedLaunch = byDefault, secureBootEnabled, vTpmEnabled, encryptionAtHost } = args.security ?? {};
  if (!trustedLaunch) {
    for (const given of present({ secureBootEnabled, vTpmEnabled })) {
      problems.add(
        `security.${given}`,
        `has no effect without Trusted Launch: set security.trustedLaunch. See ${trustedLaunchPage}`,
      );
    }
    return encryptionAtHost === undefined ? undefined : { encryptionAtHost };
  }
  const { customImageId } = args;
  if (customImageId !== undefined && isPlain(customImageId) && managedImage.test(customImageId)) {
    problems.add(
      "security.trustedLaunch",
      `a managed image can't start with it: use an image of a gallery. See ${trustedLaunchPage}`,
    );
  }
  return {
    securityType: "TrustedLaunch",
    uefiSettings: { secureBootEnabled: secureBootEnabled ?? true, vTpmEnabled: vTpmEnabled ?? true },
    ...(encryptionAtHost !== undefined && { encryptionAtHost }),
  };
}

const managedImage = /\/providers\/Microsoft\.Compute\/images\//i;

function wrongZone(zone: string): string | undefined {
  return /^[123]$/.test(zone) ? undefined : `${JSON.stringify(zone)} is not "1", "2" or "3".`;
}
