import * as pulumi from "@pulumi/pulumi";
import { describeImage, imageSupport, type MarketplaceImage, shortImage, shortImages } from "../../facts/images";
import { OperatingSystem } from "../../facts/operating-system";
import { Operation } from "../../facts/operations";
import { documentUrl } from "../../facts/source";
import { oneOf, type Problems, present } from "../shared/problems";

/** An image of the Azure Marketplace. */
export interface MarketplaceImageArgs {
  /** The publisher, e.g. `Canonical`. */
  publisher: string;
  /** The offer, e.g. `ubuntu-24_04-lts`. */
  offer: string;
  /** The SKU, e.g. `server`. */
  sku: string;
  /** The version of the image, e.g. `24.04.202511010`. Default: `latest`. */
  version?: string;
}

/** The purchase plan that a Marketplace image asks for. Its terms must have been accepted in the subscription. */
export interface PurchasePlanArgs {
  /** The plan's name, which is most often the image's SKU. */
  name: string;
  /** The plan's product, which is most often the image's offer. */
  product: string;
  /** The plan's publisher. */
  publisher: string;
  /** A promotion code. Default: none. */
  promotionCode?: string;
}

/** Which image the machine starts from: exactly one of `image`, `imageReference` and `customImageId`. */
export interface ImageArgs {
  /**
   * A short name of an image that Azure Update Manager supports, e.g. `ubuntu-24.04`, `rhel-9` or
   * `windows-server-2025`: the newest version of its generation 2 image.
   */
  image?: string;
  /** A Marketplace image by its own name. It must be one that Azure Update Manager supports. */
  imageReference?: MarketplaceImageArgs;
  /**
   * The id of an image of one's own: a managed image, or an image or image version of an Azure Compute Gallery, which
   * may be a community (`/CommunityGalleries/...`) or a shared (`/SharedGalleries/...`) one. It must be generalized.
   * `operatingSystem` says what it holds. Whether Update Manager supports that system is not checked:
   * https://learn.microsoft.com/azure/update-manager/support-matrix-updates lists those it does.
   */
  customImageId?: pulumi.Input<string>;
  /**
   * The operating system of the image: needed with `customImageId`, and with an `imageReference` that is on none of the
   * lists of known images. Default: the image's own.
   */
  operatingSystem?: OperatingSystem;
  /** The purchase plan of the image, with `imageReference` or `customImageId`. Default: what `image` asks for, else none. */
  plan?: PurchasePlanArgs;
}

/** An image as the ARM property `storageProfile.imageReference` takes it. */
export interface ImageReference {
  readonly publisher?: string;
  readonly offer?: string;
  readonly sku?: string;
  readonly version?: string;
  readonly id?: string;
  readonly communityGalleryImageId?: string;
  readonly sharedGalleryImageId?: string;
}

/** What the arguments say about the image. */
export interface ResolvedImage {
  readonly reference: pulumi.Input<ImageReference>;
  readonly operatingSystem: OperatingSystem;
  /** The Marketplace image; `undefined` for an image of one's own. */
  readonly marketplace: MarketplaceImage | undefined;
  readonly plan: PurchasePlanArgs | undefined;
  /** Whether the image is known to start with Trusted Launch. */
  readonly trustedLaunch: boolean;
  /** The argument that named the image, for messages about it. */
  readonly argument: "image" | "imageReference" | "customImageId";
}

/** The image that the arguments name; `undefined` where they name none, which is reported. */
export function resolveImage(args: ImageArgs, problems: Problems): ResolvedImage | undefined {
  const { image, imageReference, customImageId } = args;
  const [first, ...others] = present({ image, imageReference, customImageId });
  if (first === undefined) {
    problems.add("image", `give an image: ${shortNames}; or imageReference, or customImageId.`);
    return undefined;
  }
  for (const other of others) problems.add(other, `${first} names the image already: give only one of the two.`);
  if (image !== undefined) return resolveShortName(image, args, problems);
  if (imageReference !== undefined) return resolveMarketplaceImage(imageReference, args, problems);
  if (customImageId !== undefined) return resolveCustomImage(customImageId, args, problems);
  return undefined;
}

/** Reports, at an argument, an image that is documented not to be supported for one of the operations. */
export function checkImageSupport(
  argument: string,
  image: MarketplaceImage,
  operations: readonly Operation[],
  problems: Problems,
): void {
  const unsupported = operations
    .map((operation) => imageSupport(image, operation))
    // What no document states plainly is the policy pack's to advise on, not a reason to refuse a machine.
    .filter(({ supported, unconfirmed }) => !supported && unconfirmed === undefined)
    .map(({ because, source }) => `${because} See ${source.slice(0, 1).map(documentUrl).join()}`);
  for (const reason of new Set(unsupported)) problems.add(argument, reason);
}

const shortNames = oneOf(Object.keys(shortImages));

function resolveShortName(name: string, args: ImageArgs, problems: Problems): ResolvedImage | undefined {
  const short = shortImage(name);
  if (!short) {
    problems.add(
      "image",
      `${JSON.stringify(name)} is not a short name: choose ${shortNames}; or give imageReference or customImageId.`,
    );
    return undefined;
  }
  checkSystem("image", name, short.operatingSystem, args, problems);
  if (args.plan) problems.add("plan", `image ${JSON.stringify(name)} brings its own plan where it needs one.`);
  const { publisher, offer, sku, version, operatingSystem } = short;
  return {
    reference: { publisher, offer, sku, version },
    operatingSystem,
    marketplace: { publisher, offer, sku },
    plan: short.plan,
    trustedLaunch: !withoutTrustedLaunch.includes(publisher),
    argument: "image",
  };
}

/**
 * Publishers of short-named images that the list of Trusted Launch does not have: of Rocky Linux it has CIQ's only.
 * https://learn.microsoft.com/azure/virtual-machines/trusted-launch#operating-systems-supported
 */
const withoutTrustedLaunch: readonly string[] = ["resf"];

function resolveMarketplaceImage(
  reference: MarketplaceImageArgs,
  args: ImageArgs,
  problems: Problems,
): ResolvedImage | undefined {
  const { publisher, offer, sku, version = "latest" } = reference;
  const missing = Object.entries({ publisher, offer, sku, version }).filter(([, value]) => !value);
  for (const [name] of missing) problems.add(`imageReference.${name}`, "must not be empty.");
  if (missing.length > 0) return undefined;
  const marketplace = { publisher, offer, sku };
  const known = describeImage(marketplace).operatingSystem;
  if (known) checkSystem("imageReference", `${publisher} ${offer} ${sku}`, known, args, problems);
  const operatingSystem = known ?? declaredSystem(`${publisher} ${offer} ${sku}, which is on no list,`, args, problems);
  if (!operatingSystem) {
    checkImageSupport("imageReference", marketplace, [Operation.AssessOnDemand], problems);
    return undefined;
  }
  return {
    reference: { ...marketplace, version },
    operatingSystem,
    marketplace,
    plan: args.plan,
    trustedLaunch: false,
    argument: "imageReference",
  };
}

function resolveCustomImage(id: pulumi.Input<string>, args: ImageArgs, problems: Problems): ResolvedImage | undefined {
  const checked = problems.checked("customImageId", id, notAnImageId);
  const operatingSystem = declaredSystem("customImageId", args, problems);
  if (!operatingSystem) return undefined;
  return {
    reference: pulumi.output(checked).apply(customReference),
    operatingSystem,
    marketplace: undefined,
    plan: args.plan,
    trustedLaunch: false,
    argument: "customImageId",
  };
}

const imageIds: readonly RegExp[] = [
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/images\/[^/]+$/i,
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/galleries\/[^/]+\/images\/[^/]+(\/versions\/[^/]+)?$/i,
  /^\/CommunityGalleries\/[^/]+\/images\/[^/]+(\/versions\/[^/]+)?$/i,
  /^\/SharedGalleries\/[^/]+\/images\/[^/]+(\/versions\/[^/]+)?$/i,
];

function notAnImageId(id: string): string | undefined {
  if (imageIds.some((pattern) => pattern.test(id))) return undefined;
  return `${JSON.stringify(id)} is not the id of a managed image or of an image of an Azure Compute Gallery.`;
}

function customReference(id: string): ImageReference {
  if (/^\/CommunityGalleries\//i.test(id)) return { communityGalleryImageId: id };
  if (/^\/SharedGalleries\//i.test(id)) return { sharedGalleryImageId: id };
  return { id };
}

/** What the arguments say an image holds, where nothing else tells. */
function declaredSystem(image: string, args: ImageArgs, problems: Problems): OperatingSystem | undefined {
  const { operatingSystem } = args;
  const systems = Object.values(OperatingSystem);
  if (operatingSystem !== undefined && systems.includes(operatingSystem)) return operatingSystem;
  const found = operatingSystem === undefined ? "" : `not ${JSON.stringify(operatingSystem)}: `;
  problems.add("operatingSystem", `${found}say whether ${image} is ${oneOf(systems)}.`);
  return undefined;
}

function checkSystem(
  argument: string,
  image: string,
  operatingSystem: OperatingSystem,
  args: ImageArgs,
  problems: Problems,
): void {
  if (args.operatingSystem === undefined || args.operatingSystem === operatingSystem) return;
  const reason = `${JSON.stringify(args.operatingSystem)} is not what ${argument} ${image} is: leave it out, or say ${JSON.stringify(operatingSystem)}.`;
  problems.add("operatingSystem", reason);
}
