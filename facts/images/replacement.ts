import { describeImage } from "./describe";
import { type Distribution, operatingSystemOf } from "./distributions";
import type { MarketplaceImage } from "./image-list";
import { type ShortImageName, shortImages } from "./short-images";

// CentOS has no successor of its own name; AlmaLinux is built from the same sources.
const successors: Partial<Record<Distribution, Distribution>> = { CentOS: "AlmaLinux" };

/**
 * The short name of the image to move to from one that Update Manager does not support: the newest of the same
 * distribution, or else the newest of the same operating system.
 */
export function supportedReplacement(image: MarketplaceImage): ShortImageName {
  const { distribution, operatingSystem = "Linux" } = describeImage(image);
  const wanted = distribution && (successors[distribution] ?? distribution);
  const names = Object.keys(shortImages) as ShortImageName[];
  const described = names.map((name) => ({ name, of: describeImage(shortImages[name] as MarketplaceImage) }));
  const same =
    described.find(({ of }) => of.distribution === wanted) ??
    described.find(({ of }) => of.distribution !== undefined && operatingSystemOf[of.distribution] === operatingSystem);
  return same?.name ?? "ubuntu-24.04";
}
