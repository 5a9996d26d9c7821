import { guestPatching } from "../documents";
import { source } from "../source";
import { findRow, type ImageList, imageRows, type MarketplaceImage } from "./image-list";

/**
 * The images that can be hotpatched, each by its exact sku. The desktop images `2022-datacenter-azure-edition` and
 * `2022-datacenter-azure-edition-smalldisk` are Azure Edition too and are patched, but only with a reboot.
 */
export const hotpatchImages: ImageList = {
  rows: imageRows("Windows", {
    MicrosoftWindowsServer: {
      WindowsServer: [
        "2025-datacenter-azure-edition",
        "2025-datacenter-azure-edition-core",
        "2025-datacenter-azure-edition-smalldisk",
        "2025-datacenter-azure-edition-core-smalldisk",
        "2022-datacenter-azure-edition-core-smalldisk",
        "2022-datacenter-azure-edition-core",
        "2022-datacenter-azure-edition-hotpatch",
        "2022-datacenter-azure-edition-hotpatch-smalldisk",
      ],
    },
  }),
  source: source(guestPatching),
};

/** Whether an Azure VM from this image can be hotpatched. */
export function isHotpatchable(image: MarketplaceImage): boolean {
  return findRow(hotpatchImages, image) !== undefined;
}
