import { describeImage, type MarketplaceImage } from "../../facts/images";
import { configurationBlock, enableAutomaticUpdates, patchModes, provisionVMAgent } from "../../facts/machine-settings";
import { OperatingSystem } from "../../facts/operating-system";
import { sameName } from "./arm-id";
import type { Machine } from "./machine";
import { NotKnown, type Properties } from "./properties";
import type { StackResource } from "./resource";
import { firstOf } from "./three-valued";

/** What a machine's operating system disk is made from. */
export type MachineImage =
  | ({ readonly kind: "marketplace" } & MarketplaceImage)
  /** A managed or gallery image, with the path of the property that names it. */
  | { readonly kind: "custom"; readonly property: string }
  /** An existing disk, attached: no image at all. */
  | { readonly kind: "disk" };

/** An Azure VM of the stack. Every getter throws {@link NotKnown} where its value is not known yet. */
export class VirtualMachine implements Machine {
  readonly kind = "azure";

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
    return this.osProfile.object(configurationBlock[operatingSystem]);
  }

  /** The systems whose configuration block the machine has, right or wrong. */
  get configuredOperatingSystems(): readonly OperatingSystem[] {
    return Object.values(OperatingSystem).filter((each) => this.osProfile.has(configurationBlock[each]));
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

  /** What the machine itself says of restarts, over the heads of its schedules; `undefined` where it leaves that to them. */
  get rebootSetting(): string | undefined {
    const own = this.automaticByPlatformSettings.text("rebootSetting");
    return own === undefined || sameName(own, "Unknown") ? undefined : own;
  }

  /** Whether Windows Automatic Updates is on, which is Azure's default; Linux has no such setting. */
  get enablesAutomaticUpdates(): boolean {
    return this.configurationOf("Windows").boolean("enableAutomaticUpdates") ?? enableAutomaticUpdates.defaultValue;
  }

  /** Whether the configuration of the given system has the VM agent installed, which is Azure's default. */
  provisionsAgentOn(operatingSystem: OperatingSystem): boolean {
    return this.configurationOf(operatingSystem).boolean("provisionVMAgent") ?? provisionVMAgent.defaultValue;
  }

  /** Whether the platform orchestrates updates at all, by a schedule or on its own. */
  get isAutomaticByPlatform(): boolean {
    return sameName(this.patchMode ?? "", "AutomaticByPlatform");
  }

  /** Whether its operating system has its patch mode; where none is given, Azure sets one that it has. */
  get hasPatchModeOfItsSystem(): boolean {
    const { patchMode } = this;
    return patchMode === undefined || patchModes[this.operatingSystem].some((each) => sameName(each, patchMode));
  }

  /** Whether it is an instance of a Flexible scale set, which Update Manager does not patch. */
  get isScaleSetInstance(): boolean {
    return this.settings.has("virtualMachineScaleSet");
  }

  /** Whether the operating system disk exists already, and is made from no image here. */
  get attachesDisk(): boolean {
    return sameName(this.storageProfile.object("osDisk").text("createOption") ?? "", "Attach");
  }

  /** Path of the property that names a custom image, known or not; `undefined` for any other image. */
  get customImageProperty(): string | undefined {
    const reference = this.storageProfile.object("imageReference");
    const property = ["id", "sharedGalleryImageId", "communityGalleryImageId"].find((each) => reference.has(each));
    return property === undefined ? undefined : reference.pathOf(property);
  }

  get image(): MachineImage {
    if (this.attachesDisk) return { kind: "disk" };
    const property = this.customImageProperty;
    if (property !== undefined) return { kind: "custom", property };
    const reference = this.storageProfile.object("imageReference");
    const [publisher, offer, sku] = [reference.text("publisher"), reference.text("offer"), reference.text("sku")];
    if (publisher === undefined || offer === undefined || sku === undefined) {
      throw new NotKnown(reference.path, "names no image");
    }
    return { kind: "marketplace", publisher, offer, sku };
  }

  /**
   * The machine's operating system: as its disk says, else as its marketplace image is known to have, else the one
   * whose configuration block alone is given: Azure refuses that of the other system.
   */
  get operatingSystem(): OperatingSystem {
    const operatingSystem = firstOf(
      () => this.operatingSystemOfDisk,
      () => this.operatingSystemOfConfiguration,
    );
    if (operatingSystem !== undefined) return operatingSystem;
    throw new NotKnown(
      "storageProfile.osDisk.osType",
      "is not given, and neither image nor OS profile tell the system",
    );
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

  private get operatingSystemOfConfiguration(): OperatingSystem | undefined {
    const [only, another] = this.configuredOperatingSystems;
    return another === undefined ? only : undefined;
  }
}
