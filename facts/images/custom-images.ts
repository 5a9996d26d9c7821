import { guestPatching, updateManager } from "../documents";
import { Operation } from "../operations";
import { type Fact, source } from "../source";
import type { Distribution } from "./distributions";
import { matchesPattern } from "./image-list";
import type { ImageSupport } from "./support";

/** A system that Update Manager supports on custom images. In `versions`, `*` stands for any run of characters. */
export interface CustomImageSystem {
  readonly distribution: Distribution;
  readonly versions: readonly string[];
}

/**
 * The systems supported on custom images: generalized or specialized, from a gallery, migrated, restored or failed
 * over. Update Manager checks nothing beforehand; the first operation shows whether an image works.
 */
export const customImageSystems: Fact & { readonly rows: readonly CustomImageSystem[] } = {
  rows: [
    { distribution: "Windows Server", versions: ["2025", "2022", "2019", "2016", "2012 R2", "2012"] },
    { distribution: "Oracle Linux", versions: ["7", "7.*", "8", "8.*", "9", "9.*"] },
    { distribution: "Red Hat Enterprise Linux", versions: ["7", "7.*", "8", "8.*", "9", "9.*"] },
    {
      distribution: "SUSE Linux Enterprise Server",
      versions: ["12", "12 SP*", "15", "15 SP1", "15 SP2", "15 SP3", "15 SP4"],
    },
    { distribution: "Ubuntu", versions: ["16.04", "18.04", "20.04", "22.04"] },
    { distribution: "Azure Linux", versions: ["1", "2", "1.*", "2.*"] },
    { distribution: "Rocky Linux", versions: ["9", "9.*"] },
    { distribution: "Debian", versions: ["10", "11"] },
    { distribution: "AlmaLinux", versions: ["8", "8.*", "9", "9.*"] },
  ],
  source: source(
    updateManager("support-matrix-updates"),
    updateManager("manage-updates-customized-images"),
    updateManager("whats-new"),
  ),
};

/** What a stack declares about the system of a custom image. */
export interface DeclaredSystem {
  readonly distribution: Distribution;
  /** As {@link ImageDescription.version} writes it; `15.4` is read as `15 SP4` for SUSE Linux Enterprise Server. */
  readonly version: string;
}

function spell({ distribution, version }: DeclaredSystem): string {
  const text = version.trim().replace(/\s+LTS$/i, "");
  if (distribution !== "SUSE Linux Enterprise Server") return text;
  return text.replace(/^(\d+)[.\s-]*(?:sp)?0$/i, "$1").replace(/^(\d+)[.\s-]+(?:sp)?(\d)$/i, "$1 SP$2");
}

/**
 * Whether a custom image with the declared system is supported for an operation. Without a declared system, the
 * answer can only be that the first run will tell.
 */
export function customImageSupport(system: DeclaredSystem | undefined, operation: Operation): ImageSupport {
  if (operation === Operation.AutomaticGuestPatching) {
    const because = "Automatic guest patching takes marketplace images only, never a custom image.";
    return { supported: false, because, source: source(guestPatching) };
  }
  if (operation === Operation.Hotpatch) {
    return {
      supported: false,
      because: "The hotpatchable images are marketplace images, listed one by one.",
      source: source(guestPatching),
      unconfirmed: "No document says that a custom image made from a hotpatchable one cannot be hotpatched.",
    };
  }
  const firstRun =
    "Update Manager does not check custom images beforehand: the first operation shows whether one works.";
  if (system === undefined) {
    const because = "The system of the custom image is not declared.";
    return { supported: false, because, source: customImageSystems.source, unconfirmed: firstRun };
  }
  const name = `${system.distribution} ${system.version}`;
  const listed = customImageSystems.rows.some(
    ({ distribution, versions }) =>
      distribution === system.distribution && versions.some((version) => matchesPattern(version, spell(system))),
  );
  if (listed) {
    const because = `${name} is on Update Manager's list of systems for custom images.`;
    return { supported: true, because, source: customImageSystems.source };
  }
  return {
    supported: false,
    because: `${name} is not on Update Manager's list of systems for custom images.`,
    source: customImageSystems.source,
    unconfirmed: firstRun,
  };
}
