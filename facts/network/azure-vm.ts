import { azureDocs, computeDocs, updateManager } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";

const platformAddress = azureDocs("virtual-network/what-is-ip-address-168-63-129-16");
const extensions = computeDocs("virtual-machines/extensions/features-windows");

/** An address of the Azure platform that an Azure VM talks to. */
export interface PlatformEndpoint extends Fact {
  readonly name: string;
  readonly address: string;
  readonly protocols: readonly ("TCP" | "UDP")[];
  readonly ports: readonly number[];
  readonly purpose: string;
  /** The tag by which alone a network security group reaches it; `false`: no rule of one does. */
  readonly deniedByTag: string | false;
}

/** The addresses of the Azure platform that an Azure VM talks to. Routes of one's own do not apply to them. */
export const platformEndpoints: readonly PlatformEndpoint[] = [
  {
    name: "WireServer",
    address: "168.63.129.16",
    protocols: ["TCP"],
    ports: [80, 32526],
    purpose: "the VM agent: only a firewall or proxy inside the VM can cut it off, and then every extension fails",
    deniedByTag: false,
    source: source(platformAddress),
  },
  {
    name: "DNS",
    address: "168.63.129.16",
    protocols: ["TCP", "UDP"],
    ports: [53],
    purpose: "the platform's DNS, unless the network has its own",
    deniedByTag: "AzurePlatformDNS",
    source: source(platformAddress),
  },
  {
    name: "Instance metadata service",
    address: "169.254.169.254",
    protocols: ["TCP"],
    ports: [80],
    purpose: "read by the clients of SUSE's registration and of RHUI",
    deniedByTag: "AzurePlatformIMDS",
    source: source(azureDocs("virtual-network/service-tags-overview")),
    unconfirmed: "Whether patching itself needs it is not stated.",
  },
];

/** What an Azure VM needs of its network for Update Manager. */
export const azureVmNetworkStatements = {
  noEndpointOfItsOwn: statement(
    "An Azure VM needs no endpoint of Update Manager: the platform's WireServer and the source of its updates are all.",
    source(extensions),
  ),
  storage: statement(
    "*.blob.core.windows.net on port 443 is needed with an outdated VM agent alone; otherwise extensions and their status go through 168.63.129.16.",
    source(extensions),
  ),
  outboundOnly: statement("Update Manager needs nothing inbound.", source(updateManager("prerequisites")), {
    unconfirmed: "Inferred from the lists of endpoints; no document states it as a rule.",
  }),
} as const satisfies Record<string, Statement>;
