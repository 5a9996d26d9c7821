import { Cloud } from "../cloud";
import { arcServers } from "../documents";
import { source } from "../source";
import { type Statement, statement } from "../statement";
import {
  type ArcEndpoint,
  type ArcEndpointNeed,
  chinaEndpoints,
  publicEndpoints,
  usGovernmentEndpoints,
} from "./arc-endpoints";

const article = arcServers("includes/network-requirements");

const byCloud: Readonly<Record<Cloud, readonly ArcEndpoint[]>> = {
  [Cloud.Public]: publicEndpoints,
  [Cloud.USGovernment]: usGovernmentEndpoints,
  [Cloud.China]: chinaEndpoints,
};

/** What every Arc-enabled server that Update Manager patches needs once it is connected. */
const patching: readonly ArcEndpointNeed[] = ["always", "extensions"];

/** What an Arc-enabled server reaches in a cloud: for the given needs, or, without them, to be managed and patched. */
export function arcEndpoints(cloud: Cloud, needs: readonly ArcEndpointNeed[] = patching): readonly ArcEndpoint[] {
  return byCloud[cloud].filter(({ need }) => needs.includes(need));
}

/**
 * The endpoints that a service tag of Arc stands for in a cloud. The article lists tags beside endpoints and does not say
 * which has which: this goes by what both are for.
 */
export function arcEndpointsOfTag(tag: string, cloud: Cloud): readonly ArcEndpoint[] {
  return byCloud[cloud].filter((endpoint) => arcTagsOf(endpoint).includes(tag));
}

/** The service tags of Arc that stand for an endpoint; none where no tag does. */
export function arcTagsOf({ need, purpose }: ArcEndpoint): readonly string[] {
  if (need === "connection") return ["AzureResourceManager"];
  if (purpose === "downloads of extensions") return ["Storage"];
  if (need !== "always") return [];
  if (purpose === "Microsoft Entra ID") return ["AzureActiveDirectory"];
  return ["AzureArcInfrastructure", "AzureTrafficManager", "AzureFrontDoor.Frontend"];
}

/** What Arc-enabled servers need of their network, beyond names and ports. */
export const arcNetworkStatements = {
  outbound: statement(
    "All traffic of the Connected Machine agent is outbound TCP 443; a persistent WebSocket carries notifications.",
    source(article),
  ),
  globalTag: statement(
    "Rules use the global AzureArcInfrastructure tag: a regional variant, such as AzureArcInfrastructure.AustraliaEast, misses the global components.",
    source(article),
  ),
  sovereignTags: statement(
    "Since 2025-10-28 Azure Government and Azure operated by 21Vianet need the public cloud's ranges of AzureArcInfrastructure; the tag's sovereign variants are no longer supported.",
    source(article),
  ),
  serviceBus: statement(
    "Where a pattern within a name can't be written, azgn*.servicebus.windows.net is opened as *.servicebus.windows.net.",
    source(article),
  ),
  logAnalyticsGateway: statement(
    "A Log Analytics gateway can't be the proxy of the Connected Machine agent.",
    source(article),
  ),
  privateLink: statement(
    "With a private link scope only *.his.arc.azure.com and *.guestconfiguration.azure.com become private; Microsoft Entra ID and Azure Resource Manager stay public.",
    source(article),
  ),
  arcGateway: statement(
    "The Arc gateway, in the public cloud alone, shortens the list; it lets through *.update.microsoft.com, *.windowsupdate.com, *.delivery.mp.microsoft.com, *.blob.core.windows.net and packages.microsoft.com among others.",
    source(arcServers("arc-gateway-endpoints")),
  ),
  tls: statement(
    "TLS 1.2 and 1.3 are advised; from version 1.56 on the agent on Windows needs one of TLS_AES_256_GCM_SHA384 and TLS_AES_128_GCM_SHA256 (TLS 1.3) or TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 (TLS 1.2).",
    source(article),
  ),
} as const satisfies Record<string, Statement>;
