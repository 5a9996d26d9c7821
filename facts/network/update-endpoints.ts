import { Cloud } from "../cloud";
import type { Distribution } from "../images/distributions";
import { OperatingSystem } from "../operating-system";
import type { Endpoint } from "./endpoint";
import { linuxEndpoints, rhuiEndpoints } from "./linux";
import { windowsUpdateEndpoints, wsusEndpoints } from "./windows-update";

/**
 * Where the updates of a machine come from. `public`: Microsoft, or the repositories that the vendor's image is set up
 * for. `wsus`: Windows Server Update Services. `private`: a repository or subscription server of one's own.
 */
export type UpdateSource = "public" | "wsus" | "private";

/** A machine, as far as it decides what it reaches for its updates. */
export interface UpdateClient {
  readonly operatingSystem: OperatingSystem;
  /** Needed for Linux: each distribution has repositories of its own. */
  readonly distribution?: Distribution;
  readonly updateSource: UpdateSource;
  readonly cloud: Cloud;
  /** Whether updates are part of the image's price; true where not given. Without, Red Hat and SUSE are reached elsewhere. */
  readonly payAsYouGo?: boolean;
}

/**
 * What a machine reaches to get its updates. A row without names and addresses tells ports of places that are one's
 * own or that no document lists. Empty: nothing public. `undefined`: not known, for want of a document or a distribution.
 */
export function updateEndpoints(client: UpdateClient): readonly Endpoint[] | undefined {
  const { operatingSystem, updateSource, cloud } = client;
  if (updateSource === "private") return [];
  if (updateSource === "wsus") return operatingSystem === OperatingSystem.Windows ? wsusEndpoints : [];
  const endpoints = operatingSystem === OperatingSystem.Windows ? windowsUpdateEndpoints : linuxRows(client);
  return cloud === Cloud.Public ? endpoints : endpoints?.map(inOtherCloud);
}

function linuxRows({ distribution, cloud, payAsYouGo = true }: UpdateClient): readonly Endpoint[] | undefined {
  if (distribution === undefined) return undefined;
  const subscribed = distribution === "Red Hat Enterprise Linux" || distribution === "SUSE Linux Enterprise Server";
  if (subscribed && !payAsYouGo) return [];
  return distribution === "Red Hat Enterprise Linux" ? [rhuiEndpoints[cloud]] : linuxEndpoints[distribution];
}

/** An endpoint that is documented for the public cloud, as it is known in another one. */
export function inOtherCloud(endpoint: Endpoint): Endpoint {
  const unconfirmed = endpoint.unconfirmed ?? "Documented for the public cloud; other clouds are not mentioned.";
  return { ...endpoint, unconfirmed };
}
