import { describeImage } from "../../../facts/images";
import { type Endpoint, updateEndpoints, wsusEndpoints } from "../../../facts/network";
import { cloudOfRegion } from "../../../facts/regions";
import {
  does,
  packageProxySet,
  repositoriesSetUp,
  type ScriptedAct,
  subscriptionRegistered,
  winHttpProxySet,
  wsusServerIn,
  wsusUsed,
} from "../../../facts/scripts";
import { NotKnown } from "../properties";
import type { Script } from "../scripts";
import { attempt, findOf } from "../three-valued";
import type { VirtualMachine } from "../virtual-machine";

/** A WSUS server that scripts of a stack make the source of a machine's updates. */
export interface WsusServer {
  /** The script that does; its text may hold secrets. */
  readonly script: Script;
  /** Its address, or why that is not known. */
  readonly url: () => URL;
}

/** Where a machine's updates come from, as far as its image and the scripts of the stack tell. */
export class UpdateSources {
  private readonly scripts: readonly Script[];

  constructor(
    private readonly machine: VirtualMachine,
    scripts: readonly Script[],
  ) {
    this.scripts = scripts.filter(isRun);
  }

  /**
   * The WSUS server that the scripts of the stack make its source; `undefined` where none does, and on Linux. Throws
   * {@link NotKnown} where a script that is not known may.
   */
  get wsus(): WsusServer | undefined {
    if (this.machine.operatingSystem !== "Windows") return undefined;
    const script = this.scriptThat(wsusUsed);
    if (script === undefined) return undefined;
    return { script, url: () => this.addressOfWsus(script) };
  }

  /** The first script of the stack that does something; `undefined` where none does. Throws {@link NotKnown} where one may. */
  scriptThat(act: ScriptedAct): Script | undefined {
    return findOf(this.scripts, ({ text }) => does(act, text));
  }

  /**
   * What it reaches on the public Internet for its updates, as its image is set up: nothing where that is set up for no
   * public source. Throws {@link NotKnown} where image or region don't tell.
   */
  get publicEndpoints(): readonly Endpoint[] {
    const { operatingSystem, image, settings } = this.machine;
    const described = image.kind === "marketplace" ? describeImage(image) : undefined;
    const location = settings.text("location");
    if (location === undefined) throw new NotKnown("location", "is not given, and decides on the cloud");
    const { distribution, payAsYouGo } = described ?? {};
    const cloud = cloudOfRegion(location);
    const endpoints = updateEndpoints({ operatingSystem, distribution, updateSource: "public", cloud, payAsYouGo });
    if (endpoints !== undefined) return endpoints;
    const because =
      image.kind === "marketplace"
        ? "is an image of which no document says where its updates come from"
        : "is no marketplace image, and what it gets its updates from is inside it";
    throw new NotKnown("storageProfile.imageReference", because);
  }

  /**
   * Throws {@link NotKnown} where the scripts of the stack may have the machine reach its updates elsewhere, or by another way,
   * than its image says: by a proxy, from repositories of one's own, or because a script is not known. For whoever is about to say
   * that something keeps the machine from its public sources.
   */
  refuseOthers(): void {
    const acts: readonly ScriptedAct[] =
      this.machine.operatingSystem === "Windows"
        ? [winHttpProxySet]
        : [packageProxySet, repositoriesSetUp, subscriptionRegistered];
    for (const act of acts) {
      const script = this.scriptThat(act);
      if (script === undefined) continue;
      const because = `${act.act}, and what lies behind that is not visible here`;
      throw new NotKnown(script.property, `of ${script.resource.name} ${because}`);
    }
  }

  private addressOfWsus({ property, resource }: Script): URL {
    const server = findOf(this.scripts, ({ text }) => wsusServerIn(text) !== undefined);
    const address = server === undefined ? undefined : wsusServerIn(server.text);
    if (address !== undefined && URL.canParse(address)) return new URL(address);
    throw new NotKnown(property, `of ${resource.name} sets a WSUS server whose address its text does not tell`);
  }
}

/** The VM extensions that run scripts, in the part of their type that is common to those of either system. */
const runners = /script|runcommand|dsc/i;

/** Whether a text is run: the settings of other extensions are none that a machine sets itself up by. */
function isRun({ resource }: Script): boolean {
  if (resource.type !== "compute:VirtualMachineExtension") return true;
  const type = attempt(() => resource.settings.text("type"));
  return typeof type !== "string" || runners.test(type);
}

/** The port of a WSUS server's address, with the one of its protocol where it says none. */
export function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

/** The endpoint that a machine reaches at a WSUS server. */
export function endpointOf(url: URL): Endpoint {
  const protocol = url.protocol === "https:" ? "HTTPS" : "HTTP";
  const fact = wsusEndpoints.find((each) => each.protocol === protocol);
  const isAddress = /^\d+(\.\d+){3}$/.test(url.hostname);
  return {
    fqdns: isAddress ? [] : [url.hostname],
    ...(isAddress ? { addresses: [url.hostname] } : {}),
    protocol,
    ports: [portOf(url)],
    purpose: "the WSUS server",
    source: fact?.source ?? [],
  };
}
