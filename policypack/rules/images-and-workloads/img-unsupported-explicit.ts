import { excludedImages, explicitlyUnsupported } from "../../../facts/images";
import { ofUpdateManager } from "../blocked";
import { everyMarketplaceImage, foundImage, replaceImage } from "../marketplace-image";
import { broken, met, type Rule } from "../rule";

/** A marketplace image is none of those that Update Manager excludes by name, though their relatives are supported. */
export const imgUnsupportedExplicit: Rule = {
  code: "AUM027",
  name: "img-unsupported-explicit",
  area: "Images and workloads",
  title: "A VM's marketplace image is none of those that Update Manager excludes by name.",
  why: "Update Manager neither assesses nor patches the machine, though it supports other images of the same publisher.",
  level: "mandatory",
  since: "2026-11",
  blocks: ofUpdateManager,
  source: excludedImages.source,
  check: everyMarketplaceImage((image) => {
    if (explicitlyUnsupported(image) === undefined) return met;
    return broken({
      ...foundImage(image),
      mustBe: "an image that Update Manager does not exclude",
      ...replaceImage(image),
    });
  }),
};
