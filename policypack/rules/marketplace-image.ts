import {
  imageSupport,
  type MarketplaceImage,
  type ShortImage,
  shortImages,
  supportedReplacement,
} from "../../facts/images";
import { Operation } from "../../facts/operations";
import type { Stack } from "../stack/stack";
import type { VirtualMachine } from "../stack/virtual-machine";
import { everyVirtualMachine } from "./judge";
import { type Answer, type Broken, notApplicable, type Rule, type SettingValues } from "./rule";

type Ask = (image: MarketplaceImage, machine: VirtualMachine, stack: Stack, settings: SettingValues) => Answer;

/** A check that asks the same of every VM made from a marketplace image. */
export function everyMarketplaceImage(ask: Ask): Rule["check"] {
  return everyVirtualMachine((machine, stack, settings) => {
    const { image } = machine;
    if (image.kind !== "marketplace") return notApplicable("the machine is not made from a marketplace image");
    return ask(image, machine, stack, settings);
  });
}

/** As {@link everyMarketplaceImage}, of the images that Update Manager supports: the others are flagged for that alone. */
export function everySupportedImage(ask: Ask): Rule["check"] {
  return everyMarketplaceImage((image, machine, stack, settings) =>
    imageSupport(image, Operation.Schedule).supported
      ? ask(image, machine, stack, settings)
      : notApplicable("Update Manager does not support the image at all"),
  );
}

/** Property and value of an image, for a finding about it. */
export function foundImage({ publisher, offer, sku }: MarketplaceImage): Pick<Broken, "property" | "found"> {
  return { property: "storageProfile.imageReference", found: JSON.stringify(`${publisher}:${offer}:${sku}`) };
}

/** The change from an image to the supported one that is nearest to it. */
export function replaceImage(image: MarketplaceImage): Pick<Broken, "fix" | "componentFix"> {
  const name = supportedReplacement(image);
  const { publisher, offer, sku, version, plan } = shortImages[name] as ShortImage;
  const reference = `storageProfile.imageReference: ${literal({ publisher, offer, sku, version })}`;
  return {
    fix: plan === undefined ? reference : `${reference}, plan: ${literal({ ...plan })}`,
    componentFix: `image: "${name}"`,
  };
}

function literal(texts: Readonly<Record<string, string>>): string {
  const entries = Object.entries(texts).map(([key, text]) => `${key}: ${JSON.stringify(text)}`);
  return `{ ${entries.join(", ")} }`;
}
