import * as compute from "@pulumi/azure-native/compute";
import { assign, linuxMachine, resourceGroup, weekly } from "../fleet";

const name = "ca-availability-set";

/** Two machines of one availability set: the first is patched from 02:00 to 05:00, the other one from another time on. */
function otherFrom(startDateTime: string): void {
  const set = new compute.AvailabilitySet(name, {
    resourceGroupName: resourceGroup.name,
    platformFaultDomainCount: 2,
    sku: { name: "Aligned" },
  });
  const inSet = { availabilitySet: { id: set.id } };
  const first = "ca-availability-first";
  assign(first, weekly(first), linuxMachine(first, inSet));
  assign(name, weekly(name, { startDateTime }), linuxMachine(name, inSet));
}

export function met(): void {
  otherFrom("2026-01-10 05:00");
}

export function broken(): void {
  otherFrom("2026-01-10 04:00");
}
