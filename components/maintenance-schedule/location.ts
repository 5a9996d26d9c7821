import type * as pulumi from "@pulumi/pulumi";
import type { Cloud } from "../../facts/cloud";
import type { MachineKind } from "../../facts/machine-kind";
import { cloudOfRegion, regionSupport } from "../../facts/regions";
import type { Problems } from "../shared/problems";
import { regionsPage } from "./documents";

/**
 * Checks a region of machines: it is one, Update Manager is known to serve one of these kinds of machine there or not
 * known not to, and it is of the schedule's cloud. It need not be the schedule's own region.
 */
export function checkLocation(
  path: string,
  location: pulumi.Input<string>,
  machineKinds: readonly MachineKind[],
  cloud: Cloud | undefined,
  problems: Problems,
): pulumi.Input<string> {
  return problems.checked(path, location, (value) => wrongLocation(value, machineKinds, cloud));
}

function wrongLocation(
  location: string,
  machineKinds: readonly MachineKind[],
  cloud: Cloud | undefined,
): string | undefined {
  const own = cloudOfRegion(location);
  const supports = machineKinds.map((machineKind) => regionSupport(location, machineKind));
  const unknown = supports.find(({ supported }) => supported === undefined);
  if (unknown) return `${unknown.because} See ${regionsPage}`;
  if (cloud !== undefined && own !== cloud) {
    return `${JSON.stringify(location)} is of the cloud "${own}", the schedule of "${cloud}": a schedule reaches no machines of another cloud.`;
  }
  // A list of regions grows: what is not on it is not known to be unsupported.
  const unserved = supports.every(({ supported, unconfirmed }) => supported === false && unconfirmed === undefined);
  return unserved ? `${supports.map(({ because }) => because).join(" ")} See ${regionsPage}` : undefined;
}
