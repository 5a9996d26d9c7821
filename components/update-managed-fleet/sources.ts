import { describeImage, shortImage } from "../../facts/images";
import { OperatingSystem } from "../../facts/operating-system";
import { member } from "../shared/member";
import type { Problems } from "../shared/problems";
import { LinuxDistribution, type UpdateSourcesArgs } from "../update-network-rules/source-args";
import type { ImageArgs } from "../virtual-machine/image";

/** Where machines get their updates, by their images; a machine whose image does not tell is reported. */
export function sourcesOf(
  machines: Readonly<Record<string, ImageArgs>>,
  problems: Problems,
): UpdateSourcesArgs | undefined {
  const sources: UpdateSourcesArgs = {};
  const distributions = new Set<LinuxDistribution>();
  for (const [name, machine] of Object.entries(machines)) {
    const found = sourceOf(machine);
    if (found === undefined) {
      const path = member("machines", name);
      problems.add(
        "network.sources",
        `the image of ${path} does not tell where its updates come from: give the sources.`,
      );
    } else if (found.distribution) distributions.add(found.distribution);
    else Object.assign(sources, found.sources);
  }
  // The order of machines is no reason for another plan.
  if (distributions.size > 0) sources.linuxDistributions = [...distributions].sort();
  return Object.keys(sources).length > 0 ? sources : undefined;
}

interface FoundSource {
  readonly sources?: UpdateSourcesArgs;
  readonly distribution?: LinuxDistribution;
}

function sourceOf({ image, imageReference, operatingSystem }: ImageArgs): FoundSource | undefined {
  const marketplace = image === undefined ? imageReference : shortImage(image);
  // An image that does not exist is the machine's problem.
  if (image !== undefined && marketplace === undefined) return {};
  const described = marketplace && describeImage(marketplace);
  if ((operatingSystem ?? described?.operatingSystem) === OperatingSystem.Windows) {
    return { sources: { windowsUpdate: true } };
  }
  const { distribution, payAsYouGo } = described ?? {};
  if (distribution === "Red Hat Enterprise Linux" && payAsYouGo) return { sources: { rhui: true } };
  if (distribution === "SUSE Linux Enterprise Server" && payAsYouGo) return { sources: { suse: {} } };
  const known = Object.values(LinuxDistribution).find((each) => each === distribution);
  return known && { distribution: known };
}
