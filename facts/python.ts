import { computeDocs, updateManager } from "./documents";
import { type Distribution, describeImage, type MarketplaceImage } from "./images";
import { type Fact, source } from "./source";
import { type Statement, statement } from "./statement";

/** Whether a machine from an image has a Python that the patch extension finds. */
export type PythonPresence = "shipped" | "absent" | "unconfirmed";

/** The oldest Python that Update Manager works with; it asks for one on Linux only. */
export const pythonRequirement: Fact & { readonly minimum: string; readonly operatingSystem: "Linux" } = {
  minimum: "2.7",
  operatingSystem: "Linux",
  source: source(updateManager("prerequisites")),
};

/**
 * Where the Linux patch extension looks for Python, in its order. Neither an unversioned `python` nor any of them on
 * the path is needed where `/usr/libexec/platform-python` is, as on Red Hat Enterprise Linux 8 and its rebuilds.
 */
export const pythonInterpreters: Fact & { readonly paths: readonly string[] } = {
  paths: [
    "python3",
    "python",
    "python2",
    "/usr/libexec/platform-python",
    "/usr/share/oem/python/bin/python3",
    "/usr/share/oem/python/bin/python",
  ],
  source: source(
    "Azure/LinuxPatchExtension src/extension/src/MsftLinuxPatchExtShim.sh",
    "Azure/LinuxPatchExtension pull/179",
  ),
};

/** What the Azure Linux agent, through which every extension runs, has to do with Python. */
export const linuxAgentStatements = {
  python: statement(
    "The Azure Linux agent is a Python program and needs Python 2.6 or newer.",
    source(computeDocs("virtual-machines/extensions/agent-linux")),
  ),
  preinstalled: statement(
    "The publishers of the endorsed distributions build the agent into their images.",
    source(
      computeDocs("virtual-machines/extensions/agent-linux"),
      computeDocs("virtual-machines/linux/endorsed-distros"),
    ),
  ),
} as const satisfies Record<string, Statement>;

/** The publishers of images that the agent is built into, by distribution. */
export const publishersWithAgent: Fact & {
  readonly publishers: Readonly<Partial<Record<Distribution, readonly string[]>>>;
} = {
  publishers: {
    Ubuntu: ["canonical"],
    "Red Hat Enterprise Linux": ["redhat"],
    "SUSE Linux Enterprise Server": ["suse"],
    openSUSE: ["suse"],
    Debian: ["debian", "credativ"],
    "Oracle Linux": ["oracle"],
    AlmaLinux: ["almalinux"],
    "Rocky Linux": ["ciq", "resf", "erockyenterprisesoftwarefoundationinc1653071250513"],
    "Azure Linux": ["microsoftcblmariner", "microsoftazurelinux"],
    "Flatcar Container Linux": ["kinvolk"],
  },
  source: linuxAgentStatements.preinstalled.source,
};

/** Whether an image ships Python, and the sentence that says why. */
export interface ImagePython extends Fact {
  readonly presence: PythonPresence;
  readonly because: string;
}

/**
 * Whether a machine from a marketplace image has Python from its first boot. No document lists images with their
 * Python; what is known follows from the Azure Linux agent, which cannot run without one.
 */
export function pythonOnImage(image: MarketplaceImage): ImagePython {
  const { operatingSystem, distribution } = describeImage(image);
  if (operatingSystem === "Windows") {
    const because = "Update Manager needs no Python on Windows, and Windows images bring none.";
    return { presence: "absent", because, source: pythonRequirement.source };
  }
  const publishers = distribution && publishersWithAgent.publishers[distribution];
  if (distribution && publishers?.includes(image.publisher.toLowerCase())) {
    return {
      presence: "shipped",
      because: `${distribution} images of ${image.publisher} have the Azure Linux agent built in, which is a Python program.`,
      source: [...linuxAgentStatements.python.source, ...publishersWithAgent.source, ...pythonInterpreters.source],
    };
  }
  return {
    presence: "unconfirmed",
    because: `No document tells whether ${image.publisher}:${image.offer}:${image.sku} ships Python.`,
    source: pythonRequirement.source,
    unconfirmed:
      "Images of the marketplace are said to have the Azure Linux agent, a Python program, built in; this publisher is not among those that the documents name.",
  };
}
