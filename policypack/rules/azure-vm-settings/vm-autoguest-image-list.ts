import { automaticGuestPatchingImages, imageSupport } from "../../../facts/images";
import { Operation } from "../../../facts/operations";
import { everyMachinePatchedByPlatform, patchByScheduleInstead } from "../automatic-guest-patching";
import { foundImage } from "../marketplace-image";
import { broken, met, notApplicable, type Rule } from "../rule";

/**
 * A machine that Azure is to patch by itself has an image from the list of automatic guest patching, which is not that of
 * Azure Update Manager. Images that Update Manager does not support either are for the rules on images.
 */
export const vmAutoguestImageList: Rule = {
  code: "AUM023",
  name: "vm-autoguest-image-list",
  area: "Azure VM settings",
  title: "A VM with automatic guest patching has an image from its list.",
  why: "Azure installs nothing on other images, although Azure Update Manager would by a schedule.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.AutomaticGuestPatching],
  source: automaticGuestPatchingImages.source,
  check: everyMachinePatchedByPlatform((machine) => {
    const { image } = machine;
    if (image.kind !== "marketplace") return notApplicable("the machine is not made from a marketplace image");
    if (imageSupport(image, Operation.AutomaticGuestPatching).supported) return met;
    if (!imageSupport(image, Operation.Schedule).supported) {
      return notApplicable("Update Manager does not support the image at all");
    }
    return broken({
      ...foundImage(image),
      mustBe: "a publisher, offer and sku from the list of automatic guest patching, which has no wildcards",
      ...patchByScheduleInstead(machine),
    });
  }),
};
