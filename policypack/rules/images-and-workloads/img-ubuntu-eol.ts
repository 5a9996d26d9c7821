import { describeImage, isUbuntuPro, ubuntuPastStandardSupport, ubuntuProLicense } from "../../../facts/images";
import { sameName } from "../../stack/arm-id";
import { everySupportedImage, foundImage, replaceImage } from "../marketplace-image";
import { broken, met, notApplicable, type Rule } from "../rule";

/** An Ubuntu machine runs a release in standard support, or Ubuntu Pro. */
export const imgUbuntuEol: Rule = {
  code: "AUM031",
  name: "img-ubuntu-eol",
  area: "Images and workloads",
  title: "A VM's Ubuntu image is in standard support, or is Ubuntu Pro.",
  why: "Updates of Expanded Security Maintenance are skipped, and each run ends CompletedWithWarnings.",
  level: "advisory",
  since: "2026-11",
  source: [...ubuntuPastStandardSupport.source, ...ubuntuProLicense.source],
  check: everySupportedImage((image, machine) => {
    const { distribution, version } = describeImage(image);
    if (distribution !== "Ubuntu") return notApplicable("the image is not Ubuntu");
    const past = ubuntuPastStandardSupport.rows.find((row) => row.version === version);
    if (past === undefined || isUbuntuPro(image)) return met;
    const { property, found } = foundImage(image);
    const { fix, componentFix } = replaceImage(image);
    const { licenseType, publisher } = ubuntuProLicense;
    const mayBecomePro = sameName(image.publisher, publisher) && past.attachesToPro !== "never";
    if (mayBecomePro && sameName(machine.settings.text("licenseType") ?? "", licenseType)) return met;
    const byHand = past.attachesToPro === "by hand" ? " and `pro auto-attach` run inside" : "";
    return broken({
      property,
      found: `${found}, in standard support until ${past.ended}`,
      mustBe: "a newer release, or Ubuntu Pro",
      fix: mayBecomePro ? `licenseType: "${licenseType}"${byHand} (cannot be undone), or on a new machine ${fix}` : fix,
      ...(componentFix !== undefined && { componentFix }),
    });
  }),
};
