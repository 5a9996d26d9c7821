import { explicitlyUnsupported, imageSupport, isWindowsClient, updateManagerImages } from "../../../facts/images";
import { Operation } from "../../../facts/operations";
import { ofUpdateManager } from "../blocked";
import { everyMarketplaceImage, foundImage, replaceImage } from "../marketplace-image";
import { broken, met, notApplicable, notKnown, type Rule } from "../rule";

/** A marketplace image is on the closed list of those that Update Manager supports. */
export const imgSupported: Rule = {
  code: "AUM026",
  name: "img-supported",
  area: "Images and workloads",
  title: "A VM's marketplace image is on Update Manager's list of supported images.",
  why: "Update Manager neither assesses nor patches the machine, on demand or on a schedule.",
  level: "mandatory",
  since: "2026-11",
  blocks: ofUpdateManager,
  source: updateManagerImages.source,
  check: everyMarketplaceImage((image) => {
    if (isWindowsClient(image)) return notApplicable("the image is a Windows client, which img-windows-client judges");
    if (explicitlyUnsupported(image) !== undefined) {
      return notApplicable("the image is excluded by name, which img-unsupported-explicit judges");
    }
    const { supported, unconfirmed } = imageSupport(image, Operation.Schedule);
    if (supported) return met;
    const { property, found } = foundImage(image);
    if (unconfirmed !== undefined)
      return notKnown({ property, because: `is ${found}, of which Azure's documents disagree` });
    return broken({ property, found, mustBe: "an image on Update Manager's closed list", ...replaceImage(image) });
  }),
};
