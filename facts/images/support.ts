import { guestPatching, updateManager } from "../documents";
import { Operation } from "../operations";
import { type Conflict, type Fact, retrieved } from "../source";
import { automaticGuestPatchingImages } from "./automatic-guest-patching-images";
import { hotpatchImages, isHotpatchable } from "./hotpatch-images";
import { findRow, type MarketplaceImage } from "./image-list";
import { excludedImages, updateManagerImages } from "./marketplace-images";
import { isMeantByPolicy, isReachedByPolicy, policyImageRules } from "./policy-images";
import { isWindowsClient, unsupportedWorkloads } from "./unsupported";

/** Whether an image is supported for an operation, and the sentence that says why. */
export interface ImageSupport extends Fact {
  readonly supported: boolean;
  /** One sentence, with the image in it. */
  readonly because: string;
}

const nameOf = ({ publisher, offer, sku }: MarketplaceImage) => `${publisher}:${offer}:${sku}`;

const guestPatchingClaim: Conflict = {
  says: "Assessment and installation on demand need an exact match in the list of automatic guest patching.",
  source: { document: guestPatching, retrieved },
  resolution: "The support matrix of Update Manager is followed for the operations of Update Manager.",
};

const closedList: Conflict = {
  says: "The support matrix does not list the image, and calls its list closed.",
  source: { document: updateManager("support-matrix-updates"), retrieved },
  resolution: "The built-in policy is followed: Azure itself turns assessment on for the image by it.",
};

/** The exclusion of an image that Update Manager excludes by name; undefined for any other image. */
export function explicitlyUnsupported(image: MarketplaceImage): ImageSupport | undefined {
  const row = findRow(excludedImages, image);
  return (
    row && {
      supported: false,
      because: `Update Manager excludes ${nameOf(image)} by name (${row.offer}: ${row.skus.join(", ")}).`,
      source: excludedImages.source,
    }
  );
}

function updateManagerSupport(image: MarketplaceImage, operation: Operation): ImageSupport {
  const excluded = explicitlyUnsupported(image);
  if (excluded) return excluded;
  if (findRow(updateManagerImages, image)) {
    const onDemand = operation === Operation.AssessOnDemand || operation === Operation.InstallOnDemand;
    return {
      supported: true,
      because: `${nameOf(image)} is on Update Manager's list of marketplace images.`,
      source: updateManagerImages.source,
      ...(onDemand && !findRow(automaticGuestPatchingImages, image) && { conflict: guestPatchingClaim }),
    };
  }
  if (isReachedByPolicy(image)) {
    return {
      supported: true,
      because: `Update Manager's built-in policies turn assessment on for ${nameOf(image)}.`,
      source: policyImageRules.source,
      conflict: closedList,
    };
  }
  if (isWindowsClient(image)) {
    return {
      supported: false,
      because: `${nameOf(image)} is a Windows client; Update Manager patches Windows Server, and ${unsupportedWorkloads.windowsClient.alternative} the clients.`,
      source: [...unsupportedWorkloads.windowsClient.source, ...updateManagerImages.source],
    };
  }
  return {
    supported: false,
    because: `${nameOf(image)} is not on Update Manager's list of marketplace images, which is closed.`,
    source: updateManagerImages.source,
    ...(isMeantByPolicy(image) && {
      unconfirmed:
        "Update Manager's built-in policies seem meant to reach the image, but name it with a lost wildcard.",
    }),
  };
}

/**
 * Whether a marketplace image is supported for an operation. Each kind of operation has its own list: Update Manager's
 * (wildcards; exclusions by name win), that of automatic guest patching (exact) and that of hotpatch (exact).
 */
export function imageSupport(image: MarketplaceImage, operation: Operation): ImageSupport {
  switch (operation) {
    case Operation.Hotpatch: {
      const supported = isHotpatchable(image);
      const because = `${nameOf(image)} is ${supported ? "" : "not "}one of the hotpatchable Windows Server Azure Edition images.`;
      return { supported, because, source: hotpatchImages.source };
    }
    case Operation.AutomaticGuestPatching: {
      const supported = findRow(automaticGuestPatchingImages, image) !== undefined;
      const because = `${nameOf(image)} is ${supported ? "" : "not "}on the list of automatic guest patching, which takes exact matches only.`;
      return { supported, because, source: automaticGuestPatchingImages.source };
    }
    default:
      return updateManagerSupport(image, operation);
  }
}
