import type { OperatingSystem } from "../operating-system";
import type { Fact } from "../source";

/** An image of the Azure Marketplace, as `imageReference` names it; Azure ignores the case of all three. */
export interface MarketplaceImage {
  readonly publisher: string;
  readonly offer: string;
  readonly sku: string;
}

/** Images of one publisher and offer. In `offer` and in `skus`, `*` stands for any run of characters. */
export interface ImageRow {
  readonly operatingSystem: OperatingSystem;
  readonly publisher: string;
  readonly offer: string;
  readonly skus: readonly string[];
}

/** A published list of images, and where it was read. */
export interface ImageList extends Fact {
  readonly rows: readonly ImageRow[];
}

/** The skus of each offer of each publisher, the shape in which the lists of images are written down. */
export type SkusByOffer = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One row for each offer of each publisher. */
export function imageRows(operatingSystem: OperatingSystem, publishers: SkusByOffer): readonly ImageRow[] {
  return Object.entries(publishers).flatMap(([publisher, offers]) =>
    Object.entries(offers).map(([offer, skus]) => ({ operatingSystem, publisher, offer, skus })),
  );
}

/**
 * Whether a name matches a pattern in which `*` stands for any run of characters, whatever the case. A pattern
 * without `*` has to be the whole name.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  const [first = "", ...rest] = pattern.toLowerCase().split("*");
  const last = rest.pop();
  const text = name.toLowerCase();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** Whether a row names the image. */
export function matchesRow(row: ImageRow, image: MarketplaceImage): boolean {
  return (
    matchesPattern(row.publisher, image.publisher) &&
    matchesPattern(row.offer, image.offer) &&
    row.skus.some((sku) => matchesPattern(sku, image.sku))
  );
}

/** The row of a list that names the image, if there is one. */
export function findRow(list: ImageList, image: MarketplaceImage): ImageRow | undefined {
  return list.rows.find((row) => matchesRow(row, image));
}
