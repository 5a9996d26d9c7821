import type * as pulumi from "@pulumi/pulumi";
import type { Problems } from "../shared/problems";
import { natGatewayPage } from "./documents";

/** A NAT gateway, the explicit way out of subnets that have no default outbound access. */
export interface NatGatewayArgs {
  /** Its name. Default: the component's name and a random suffix. */
  natGatewayName?: pulumi.Input<string>;
  /** The availability zone: `1`, `2` or `3`. Default: Azure chooses one. */
  zone?: pulumi.Input<string>;
  /** How long idle TCP connections live, in minutes, 4 to 120. Default: Azure's, 4. */
  idleTimeoutInMinutes?: pulumi.Input<number>;
  /** Public IP addresses of one's own that machines go out from. Default: one that the component creates. */
  publicIpAddressIds?: pulumi.Input<string>[];
  /** Public IP prefixes of one's own, beside or in place of addresses. Default: none. */
  publicIpPrefixIds?: pulumi.Input<string>[];
}

/** The properties of a NAT gateway, and those of the public IP address that is created for it, if one is. */
export function resolveNatGateway(args: NatGatewayArgs, problems: Problems) {
  const { publicIpAddressIds = [], publicIpPrefixIds = [], zone, idleTimeoutInMinutes } = args;
  const path = "natGateway";
  const given = publicIpAddressIds.length + publicIpPrefixIds.length > 0;
  const zones = zone === undefined ? undefined : [problems.checked(`${path}.zone`, zone, wrongZone)];
  return {
    natGateway: {
      natGatewayName: args.natGatewayName,
      sku: { name: "Standard" },
      zones,
      idleTimeoutInMinutes:
        idleTimeoutInMinutes === undefined
          ? undefined
          : problems.checked(`${path}.idleTimeoutInMinutes`, idleTimeoutInMinutes, wrongTimeout),
      publicIpPrefixes: publicIpPrefixIds.length > 0 ? publicIpPrefixIds.map((id) => ({ id })) : undefined,
    },
    publicIpAddresses: publicIpAddressIds.map((id) => ({ id })),
    publicIpAddress: given ? undefined : { sku: { name: "Standard" }, publicIPAllocationMethod: "Static", zones },
  };
}

function wrongZone(zone: string): string | undefined {
  return /^[123]$/.test(zone) ? undefined : `${JSON.stringify(zone)} is not "1", "2" or "3".`;
}

function wrongTimeout(minutes: number): string | undefined {
  if (Number.isInteger(minutes) && minutes >= 4 && minutes <= 120) return undefined;
  return `${minutes} is not a whole number of minutes from 4 to 120. See ${natGatewayPage}`;
}
