import { arcServers } from "../documents";
import { source } from "../source";
import { conflict } from "../statement";
import type { Endpoint } from "./endpoint";

const article = arcServers("includes/network-requirements");
const security = arcServers("security-extensions");
const esu = arcServers("includes/esu-network-requirements");

const agent = { protocol: "HTTPS", ports: [443], source: source(article) } as const;

/** When an Arc-enabled server needs an endpoint. `extensions`: when one is installed or upgraded, as patching does. */
export type ArcEndpointNeed =
  | "always"
  | "installation"
  | "connection"
  | "extensions"
  | "hotpatch"
  | "extended-security-updates"
  | "option";

/** An endpoint of the Connected Machine agent. */
export interface ArcEndpoint extends Endpoint {
  readonly need: ArcEndpointNeed;
  /** Whether a private link scope makes it private; all others stay public. The article says so of the public cloud. */
  readonly privateLink?: true;
}

/** The endpoints of the Connected Machine agent in the public cloud. */
export const publicEndpoints: readonly ArcEndpoint[] = [
  {
    need: "installation",
    purpose: "the installer of the Windows agent",
    fqdns: ["download.microsoft.com"],
    ...agent,
  },
  {
    need: "installation",
    purpose: "the packages of the Linux agent",
    fqdns: ["packages.microsoft.com"],
    ...agent,
  },
  {
    need: "always",
    purpose: "Microsoft Entra ID",
    fqdns: ["login.microsoftonline.com", "*.login.microsoft.com", "pas.windows.net"],
    ...agent,
  },
  {
    need: "connection",
    purpose: "Azure Resource Manager: creating and deleting the Arc resource",
    fqdns: ["management.azure.com"],
    ...agent,
  },
  {
    need: "always",
    purpose: "metadata and hybrid identity",
    fqdns: ["*.his.arc.azure.com"],
    privateLink: true,
    ...agent,
  },
  {
    need: "always",
    purpose: "management of extensions, and guest configuration",
    fqdns: ["*.guestconfiguration.azure.com"],
    privateLink: true,
    ...agent,
  },
  {
    need: "always",
    purpose: "notifications about extensions and connectivity",
    fqdns: [
      "guestnotificationservice.azure.com",
      "*.guestnotificationservice.azure.com",
      "azgn*.servicebus.windows.net",
    ],
    ...agent,
  },
  {
    need: "extensions",
    purpose: "downloads of extensions",
    fqdns: ["*.blob.core.windows.net"],
    protocol: "HTTPS",
    ports: [443],
    source: source(security),
    conflict: conflict(
      article,
      "The table of the public cloud no longer has it, since April 2026.",
      "The article on extensions asks for it, and the tables of the other clouds have it: it is kept. The storage accounts change and can't be named.",
    ),
  },
  {
    need: "option",
    purpose: "SSH and Windows Admin Center",
    fqdns: ["*.servicebus.windows.net"],
    ...agent,
  },
  {
    need: "option",
    purpose: "Windows Admin Center",
    fqdns: ["*.waconazure.com"],
    ...agent,
  },
  {
    need: "option",
    purpose: "telemetry of agents older than 1.24",
    fqdns: ["dc.services.visualstudio.com"],
    ...agent,
  },
  {
    need: "option",
    purpose: "SQL Server on Arc",
    fqdns: ["*.<region>.arcdataservices.com"],
    ...agent,
  },
  {
    need: "extended-security-updates",
    purpose: "intermediate certificates of Extended Security Updates",
    fqdns: ["www.microsoft.com/pkiops/certs"],
    protocol: "HTTPS",
    ports: [80, 443],
    source: source(article),
  },
  {
    need: "hotpatch",
    purpose: "validation of licences: hotpatching, Azure Benefits and pay-as-you-go of Windows Server",
    fqdns: ["dls.microsoft.com"],
    ...agent,
  },
  {
    need: "extended-security-updates",
    purpose: "Microsoft Entra ID",
    fqdns: ["login.windows.net"],
    protocol: "HTTPS",
    ports: [443],
    source: source(esu),
  },
];

/** The endpoints of the Connected Machine agent in Azure Government. */
export const usGovernmentEndpoints: readonly ArcEndpoint[] = [
  {
    need: "installation",
    purpose: "the installer of the Windows agent",
    fqdns: ["download.microsoft.com"],
    ...agent,
  },
  {
    need: "installation",
    purpose: "the packages of the Linux agent",
    fqdns: ["packages.microsoft.com"],
    ...agent,
  },
  {
    need: "always",
    purpose: "Microsoft Entra ID",
    fqdns: ["login.microsoftonline.us", "pasff.usgovcloudapi.net"],
    ...agent,
  },
  {
    need: "connection",
    purpose: "Azure Resource Manager: creating and deleting the Arc resource",
    fqdns: ["management.usgovcloudapi.net"],
    ...agent,
  },
  {
    need: "always",
    purpose: "metadata and hybrid identity",
    fqdns: ["*.his.arc.azure.us"],
    ...agent,
  },
  {
    need: "always",
    purpose: "management of extensions, and guest configuration",
    fqdns: ["*.guestconfiguration.azure.us"],
    ...agent,
  },
  {
    need: "always",
    purpose: "downloads of extensions",
    fqdns: ["*.blob.core.usgovcloudapi.net"],
    ...agent,
  },
  {
    need: "option",
    purpose: "telemetry of agents older than 1.24",
    fqdns: ["dc.applicationinsights.us"],
    ...agent,
  },
  {
    need: "option",
    purpose: "SQL Server on Arc",
    fqdns: ["*.<region>.arcdataservices.azure.us"],
    ...agent,
  },
];

/** The endpoints of the Connected Machine agent in Azure operated by 21Vianet. */
export const chinaEndpoints: readonly ArcEndpoint[] = [
  {
    need: "installation",
    purpose: "the installer of the Windows agent",
    fqdns: ["download.microsoft.com"],
    ...agent,
  },
  {
    need: "installation",
    purpose: "the packages of the Linux agent",
    fqdns: ["packages.microsoft.com"],
    ...agent,
  },
  {
    need: "always",
    purpose: "Microsoft Entra ID",
    fqdns: ["login.chinacloudapi.cn", "login.partner.chinacloudapi.cn", "pas.chinacloudapi.cn"],
    ...agent,
  },
  {
    need: "connection",
    purpose: "Azure Resource Manager: creating and deleting the Arc resource",
    fqdns: ["management.chinacloudapi.cn"],
    ...agent,
  },
  {
    need: "always",
    purpose: "metadata and hybrid identity",
    fqdns: ["*.his.arc.azure.cn"],
    ...agent,
  },
  {
    need: "always",
    purpose: "management of extensions, and guest configuration",
    fqdns: ["*.guestconfiguration.azure.cn"],
    ...agent,
  },
  {
    need: "always",
    purpose: "notifications about extensions and connectivity",
    fqdns: [
      "guestnotificationservice.azure.cn",
      "*.guestnotificationservice.azure.cn",
      "azgn*.servicebus.chinacloudapi.cn",
    ],
    ...agent,
  },
  {
    need: "option",
    purpose: "SSH and Windows Admin Center",
    fqdns: ["*.servicebus.chinacloudapi.cn"],
    ...agent,
  },
  {
    need: "always",
    purpose: "downloads of extensions",
    fqdns: ["*.blob.core.chinacloudapi.cn"],
    ...agent,
  },
  {
    need: "option",
    purpose: "telemetry of agents older than 1.24",
    fqdns: ["dc.applicationinsights.azure.cn"],
    ...agent,
  },
];
