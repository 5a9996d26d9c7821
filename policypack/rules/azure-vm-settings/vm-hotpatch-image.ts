import { hotpatchImages, isHotpatchable } from "../../../facts/images";
import { Operation } from "../../../facts/operations";
import { everyHotpatchedMachine } from "../hotpatching";
import { foundImage } from "../marketplace-image";
import { broken, met, notKnown, type Rule } from "../rule";

const hotpatchable = hotpatchImages.rows.flatMap(({ skus }) => skus);

/** A machine that asks for hotpatching is made from an image that can be hotpatched. */
export const vmHotpatchImage: Rule = {
  code: "AUM019",
  name: "vm-hotpatch-image",
  area: "Azure VM settings",
  title: "A VM with hotpatching has a hotpatchable Windows Server Azure Edition image.",
  why: "Azure hotpatches no other image, so updates go on restarting the VM.",
  level: "mandatory",
  since: "2026-11",
  blocks: [Operation.Hotpatch],
  source: hotpatchImages.source,
  check: everyHotpatchedMachine((machine) => {
    const { image } = machine;
    const property = machine.storageProfile.pathOf("imageReference");
    if (image.kind !== "marketplace") {
      const what = image.kind === "disk" ? "is not given for an attached disk" : "is a custom image";
      return notKnown({ property, because: `${what}, whose edition of Windows Server is not told` });
    }
    if (isHotpatchable(image)) return met;
    return broken({
      ...foundImage(image),
      mustBe: "one of the hotpatchable images of Windows Server Azure Edition",
      fix: `${machine.patchSettings.pathOf("enableHotpatching")}: false, or a VM made anew with one of the skus ${hotpatchable.join(", ")}`,
      componentFix: 'image: "windows-server-2025-azure-edition"',
    });
  }),
};
