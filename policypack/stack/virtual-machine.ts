import { describeImage, type MarketplaceImage } from "../../facts/images";
import { OperatingSystem } from "../../facts/operating-system";
import { sameName } from "./arm-id";
import { NotKnown, type Properties } from "./properties";
import type { StackResource } from "./resource";

/** What a machine's operating system disk is made from. */
export type MachineImage =
  | ({ readonly kind: "marketplace" } & MarketplaceImage)
  /** A managed or gallery image, with the path of the property that names it. */
  | { readonly kind: "custom"; readonly property: string }
  /** An existing disk, attached: no image at all. */
  | { readonly kind: "disk" };

const blocks = { Linux: "linuxConfiguration", Windows: "windowsConfiguration" } as const;

/** An Azure VM of the stack. Every getter throws {@link NotKnown} where its value is not known yet. */
export class VirtualMachine {
  constructor(readonly resource: StackResource) {}

  get settings(): Properties {
    return this.resource.settings;
  }

  get osProfile(): Properties {
    return this.settings.object("osProfile");
  }

  get storageProfile(): Properties {
    return this.settings.object("storageProfile");
  }

  /** The configuration block of the given system, whether or not it is the machine's own. */
  configurationOf(operatingSystem: OperatingSystem): Properties {
    return this.osProfile.object(blocks[operatingSystem]);
  }

  /** The configuration block of the machine's own system. */
  get configuration(): Properties {
    return this.configurationOf(this.operatingSystem);
  }

  get patchSettings(): Properties {
    return this.configuration.object("patchSettings");
  }

  get patchMode(): string | undefined {
    return this.patchSettings.text("patchMode");
  }

  /** Whether the platform assesses the machine by itself, whatever installs updates on it. */
  get assessmentMode(): string | undefined {
    return this.patchSettings.text("assessmentMode");
  }

  /** Whether the machine asks for hotpatching, which exists in the Windows configuration only. */
  get asksForHotpatching(): boolean {
    return this.configurationOf("Windows").object("patchSettings").boolean("enableHotpatching") ?? false;
  }

  get automaticByPlatformSettings(): Properties {
    return this.patchSettings.object("automaticByPlatformSettings");
  }

  /** Whether only the user's own schedule installs updates; Azure's default is false. */
  get bypassesPlatformSafetyChecks(): boolean {
    return this.automaticByPlatformSettings.boolean("bypassPlatformSafetyChecksOnUserSchedule") ?? false;
  }

  /** Whether the platform orchestrates updates at all, by a schedule or on its own. */
  get isAutomaticByPlatform(): boolean {
    return sameName(this.patchMode ?? "", "AutomaticByPlatform");
  }

  get image(): MachineImage {
    const osDisk = this.storageProfile.object("osDisk");
    const reference = this.storageProfile.object("imageReference");
    if (sameName(osDisk.text("createOption") ?? "", "Attach")) return { kind: "disk" };
    for (const property of ["id", "sharedGalleryImageId", "communityGalleryImageId"]) {
      if (reference.has(property)) return { kind: "custom", property: reference.pathOf(property) };
    }
    const [publisher, offer, sku] = [reference.text("publisher"), reference.text("offer"), reference.text("sku")];
    if (publisher === undefined || offer === undefined || sku === undefined) {
      throw new NotKnown(reference.path, "names no image");
    }
    return { kind: "marketplace", publisher, offer, sku };
  }

  /**
   * The machine's operating system: as its disk says, else as its marketplace image is known to have, else the one
   * whose configuration block alone is given.
   */
  get operatingSystem(): OperatingSystem {
    return this.operatingSystemOfDisk ?? this.operatingSystemOfConfiguration;
  }

  /** The operating system as disk or image tell, whatever the OS profile says; `undefined` where neither tells. */
  get operatingSystemOfDisk(): OperatingSystem | undefined {
    const declared = this.storageProfile.object("osDisk").text("osType");
    if (declared !== undefined) {
      const known = Object.values(OperatingSystem).find((each) => each.toLowerCase() === declared.toLowerCase());
      if (known !== undefined) return known;
    }
    if (!this.storageProfile.object("imageReference").exist) return undefined;
    const { image } = this;
    return image.kind === "marketplace" ? describeImage(image).operatingSystem : undefined;
  }

  private get operatingSystemOfConfiguration(): OperatingSystem {
    const given = Object.values(OperatingSystem).filter((each) => this.osProfile.has(blocks[each]));
    const [only, another] = given;
    if (only !== undefined && another === undefined) return only;
    throw new NotKnown(
      "storageProfile.osDisk.osType",
      "is not given, and neither image nor OS profile tell the system",
    );
  }
}
