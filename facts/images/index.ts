/** Which images Azure Update Manager, automatic guest patching and hotpatch support, and what an image's names tell. */
export { automaticGuestPatchingImages } from "./automatic-guest-patching-images";
export * from "./custom-images";
export * from "./describe";
export * from "./distributions";
export * from "./hotpatch-images";
export type { ImageList, ImageRow, MarketplaceImage } from "./image-list";
export * from "./life-cycle";
export { deprecatedImages, excludedImages, updateManagerImages } from "./marketplace-images";
export type { Condition, ImageRule } from "./policy/image-rule";
export { isReachedByPolicy, policyCustomImages, policyDifferences, policyImageRules } from "./policy-images";
export * from "./replacement";
export * from "./short-images";
export * from "./support";
export * from "./unsupported";
