import { customImageSupport, customImageSystems, describeImage } from "../../../facts/images";
import { Operation } from "../../../facts/operations";
import type { StackResource } from "../../stack/resource";
import type { VirtualMachine } from "../../stack/virtual-machine";
import { everyVirtualMachine } from "../judge";
import { broken, met, notApplicable, notKnown, type Rule, show } from "../rule";

/** A custom image holds a system that Update Manager supports on custom images, as far as its definition tells. */
export const imgCustomOs: Rule = {
  code: "AUM029",
  name: "img-custom-os",
  area: "Images and workloads",
  title: "A VM's custom image holds a system on Update Manager's list for custom images.",
  why: "Update Manager checks no custom image beforehand: that it does not support one shows only when an assessment or installation fails.",
  level: "advisory",
  since: "2026-11",
  source: customImageSystems.source,
  check: everyVirtualMachine((machine, stack) => {
    const { image } = machine;
    if (image.kind !== "custom") return notApplicable("the machine is not made from a custom image");
    const { property } = image;
    const definition = definitionOf(machine, stack.ofType("compute:GalleryImageVersion"));
    const identifier = definition?.settings.object("identifier");
    const [publisher = "", offer = "", sku = ""] = ["publisher", "offer", "sku"].map((name) => identifier?.text(name));
    const { distribution, version } = describeImage({ publisher, offer, sku });
    if (distribution === undefined || version === undefined) {
      return notKnown({
        property,
        because:
          "is an image of which the stack does not tell the system, so only its first assessment shows whether it works",
      });
    }
    const system = { distribution, version };
    if (customImageSupport(system, Operation.Schedule).supported) return met;
    return broken({
      property,
      found: `${show(definition?.name)}, an image of ${distribution} ${version}`,
      mustBe: "an image of a system on Update Manager's list for custom images",
      fix: "build the image from a listed system, or run one assessment to see whether this one works",
    });
  }),
};

/** The gallery image definition of this stack from which the machine is made, directly or by one of its versions. */
function definitionOf(machine: VirtualMachine, versions: readonly StackResource[]): StackResource | undefined {
  const { resource } = machine;
  const [definition] = resource.sourcesOf("storageProfile", "compute:GalleryImage");
  if (definition !== undefined) return definition;
  const used = resource.sourcesOf("storageProfile", "compute:GalleryImageVersion");
  return versions
    .filter((version) => used.includes(version))
    .flatMap((version) => version.sourcesOf("galleryImageName", "compute:GalleryImage"))[0];
}
