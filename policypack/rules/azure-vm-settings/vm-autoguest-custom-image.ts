import { automaticGuestPatchingImages } from "../../../facts/images";
import { Operation } from "../../../facts/operations";
import { everyMachinePatchedByPlatform, patchByScheduleInstead } from "../automatic-guest-patching";
import { broken, met, notApplicable, type Rule } from "../rule";

/** A machine that Azure is to patch by itself is not made from a custom image. */
export const vmAutoguestCustomImage: Rule = {
  code: "AUM022",
  name: "vm-autoguest-custom-image",
  area: "Azure VM settings",
  title: "A VM with automatic guest patching has a marketplace image.",
  why: "Automatic guest patching does not support custom images, so nothing is ever installed.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.AutomaticGuestPatching],
  source: automaticGuestPatchingImages.source,
  check: everyMachinePatchedByPlatform((machine) => {
    const property = machine.customImageProperty;
    if (property === undefined) {
      return machine.attachesDisk ? notApplicable("the machine has an attached disk, and no image") : met;
    }
    return broken({
      property,
      found: "a custom image",
      mustBe: "a marketplace image for automatic guest patching",
      ...patchByScheduleInstead(machine),
    });
  }),
};
