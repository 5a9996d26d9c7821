import { describeImage, lockedMinorVersion, minorVersionLock } from "../../../facts/images";
import { everySupportedImage, foundImage, replaceImage } from "../marketplace-image";
import { broken, met, notApplicable, type Rule } from "../rule";

/** A scheduled RHEL machine is not locked to a minor version that is not its last. */
export const imgRhelEus: Rule = {
  code: "AUM033",
  name: "img-rhel-eus",
  area: "Images and workloads",
  title: "A scheduled RHEL VM follows the newest minor version.",
  why: "The image stays on Extended Update Support of its minor version, so schedules never install newer ones, and nothing once that support ends.",
  level: "advisory",
  since: "2026-11",
  source: minorVersionLock.source,
  check: everySupportedImage((image, machine, stack) => {
    if (describeImage(image).distribution !== "Red Hat Enterprise Linux") return notApplicable("the image is not RHEL");
    const minor = lockedMinorVersion(image);
    if (minor === undefined) return met;
    if (!stack.isScheduled(machine)) return notApplicable("no schedule of this stack reaches the machine");
    return broken({
      ...foundImage(image),
      mustBe: `an image without a minor version in its sku, so that it moves on from ${minor}`,
      ...replaceImage(image),
    });
  }),
};
