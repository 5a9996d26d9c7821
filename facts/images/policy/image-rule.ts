import type { MarketplaceImage } from "../image-list";
import { matchesPattern } from "../image-list";

/** A condition of Azure Policy on one field; in `like` and `notLike`, `*` stands for any run of characters. */
export type Condition =
  | { readonly equals: string }
  | { readonly notEquals: string }
  | { readonly in: readonly string[] }
  | { readonly notIn: readonly string[] }
  | { readonly like: string }
  | { readonly notLike: string };

/** One way to satisfy the policy: the publisher is this one, and all the conditions on offer and sku hold. */
export interface ImageRule {
  readonly publisher: string;
  readonly offer: readonly Condition[];
  readonly sku: readonly Condition[];
}

/** Writes down a rule; leaving `offer` or `sku` out means any. */
export function rule(publisher: string, offer: readonly Condition[] = [], sku: readonly Condition[] = []): ImageRule {
  return { publisher, offer, sku };
}

/** Whether a value meets a condition as Azure Policy evaluates it: case is ignored, and `*` counts in `like` alone. */
export function meets(condition: Condition, value: string): boolean {
  const same = (other: string) => other.toLowerCase() === value.toLowerCase();
  if ("equals" in condition) return same(condition.equals);
  if ("notEquals" in condition) return !same(condition.notEquals);
  if ("in" in condition) return condition.in.some(same);
  if ("notIn" in condition) return !condition.notIn.some(same);
  if ("like" in condition) return matchesPattern(condition.like, value);
  return !matchesPattern(condition.notLike, value);
}

/** Whether an image satisfies a rule. */
export function satisfies(image: MarketplaceImage, { publisher, offer, sku }: ImageRule): boolean {
  return (
    publisher.toLowerCase() === image.publisher.toLowerCase() &&
    offer.every((condition) => meets(condition, image.offer)) &&
    sku.every((condition) => meets(condition, image.sku))
  );
}
