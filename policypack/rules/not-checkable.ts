import { type Source, source } from "../../facts/source";
import type { Area } from "./rule";

/** A prerequisite that has a code and a name, but that nothing in a Pulumi stack tells of. */
export interface NotCheckable {
  readonly code: `AUM${number}`;
  readonly name: string;
  readonly area: Area;
  readonly title: string;
  /** Why a policy cannot tell, and what stands in for it. */
  readonly because: string;
  readonly source: readonly Source[];
}

const automaticGuestPatching =
  "MicrosoftDocs/azure-compute-docs articles/virtual-machines/automatic-vm-guest-patching.md";

/** Prerequisites that no rule of this pack can judge. Their codes are taken, so that no rule ever gets them. */
export const notCheckable: readonly NotCheckable[] = [
  {
    code: "AUM011",
    name: "vm-autoupdates-immutable",
    area: "Azure VM settings",
    title: "enableAutomaticUpdates keeps the value that the machine was created with.",
    because:
      "The engine shows a policy the new inputs of a resource and never the old ones, so a policy sees no change. Azure itself refuses the update.",
    source: source(automaticGuestPatching),
  },
  {
    code: "AUM012",
    name: "vm-byos-manual-switch",
    area: "Azure VM settings",
    title: "The patch mode of a Windows VM does not change between AutomaticByOS and Manual.",
    because:
      "The engine shows a policy the new inputs of a resource and never the old ones, so a policy sees no change. Azure itself refuses the update.",
    source: source(automaticGuestPatching),
  },
  {
    code: "AUM038",
    name: "wl-linux-agent-version",
    area: "Images and workloads",
    title: "A custom Linux image has Azure Linux Agent 2.2.53.1 or newer.",
    because: "The version of the agent is inside the image, and no resource of a stack tells it.",
    source: source(automaticGuestPatching),
  },
];
