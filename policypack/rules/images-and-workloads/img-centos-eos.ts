import { deprecatedImages, isDeprecated } from "../../../facts/images";
import { everySupportedImage, foundImage, replaceImage } from "../marketplace-image";
import { broken, met, type Rule } from "../rule";

/** A marketplace image is of a distribution that still gets updates, which CentOS does not. */
export const imgCentosEos: Rule = {
  code: "AUM030",
  name: "img-centos-eos",
  area: "Images and workloads",
  title: "A VM's marketplace image is not CentOS.",
  why: "CentOS has reached its end of service: no new updates appear, and Update Manager is to withdraw its support.",
  level: "advisory",
  since: "2026-11",
  source: deprecatedImages.source,
  check: everySupportedImage((image) =>
    isDeprecated(image)
      ? broken({
          ...foundImage(image),
          mustBe: "an image of a distribution that is in service",
          ...replaceImage(image),
        })
      : met,
  ),
};
