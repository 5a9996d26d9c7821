import { isWindowsClient, unsupportedWorkloads, updateManagerImages } from "../../../facts/images";
import { everything } from "../blocked";
import { everyVirtualMachine } from "../judge";
import { replaceImage } from "../marketplace-image";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** A machine for Update Manager does not run Windows 10 or 11. */
export const imgWindowsClient: Rule = {
  code: "AUM028",
  name: "img-windows-client",
  area: "Images and workloads",
  title: "A VM's marketplace image is not a Windows client.",
  why: "Update Manager patches Windows Server and leaves Windows 10 and 11 to Microsoft Intune.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: [...unsupportedWorkloads.windowsClient.source, ...updateManagerImages.source],
  check: everyVirtualMachine((machine) => {
    // The publisher alone decides, whether or not offer and sku are known yet.
    const reference = machine.storageProfile.object("imageReference");
    const publisher = reference.text("publisher");
    if (publisher === undefined) return notApplicable("the machine is not made from a marketplace image");
    const image = { publisher, offer: "", sku: "" };
    if (!isWindowsClient(image)) return met;
    return broken({
      property: reference.pathOf("publisher"),
      found: show(publisher),
      mustBe: "the publisher of a server image; Windows clients belong to Microsoft Intune",
      ...replaceImage(image),
    });
  }),
};
