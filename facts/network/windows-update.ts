import { azureDocs, updateManager } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";
import type { Endpoint } from "./endpoint";

const troubleshooting =
  "MicrosoftDocs/SupportArticles-docs support/windows-client/installing-updates-features-roles/windows-update-issues-troubleshooting.md";
const wsusDeployment =
  "MicrosoftDocs/windowsserverdocs WindowsServerDocs/administration/windows-server-update-services/deploy/2-configure-wsus.md";
const tags = azureDocs("virtual-network/service-tags-overview");

/**
 * What a Windows machine reaches to get its updates from Microsoft. Ports are those of the documented protocols, which
 * must not be swapped: with port 443 alone downloads fail.
 */
export const windowsUpdateEndpoints: readonly Endpoint[] = [
  {
    fqdns: ["*.windowsupdate.com", "*.dl.delivery.mp.microsoft.com", "emdl.ws.microsoft.com"],
    protocol: "HTTP",
    ports: [80],
    serviceTags: ["AzureFrontDoor.FirstParty"],
    purpose: "downloads of Windows updates",
    source: source(troubleshooting, tags),
  },
  {
    fqdns: [
      "*.delivery.mp.microsoft.com",
      "*.prod.do.dsp.mp.microsoft.com",
      "*.update.microsoft.com",
      "tsfe.trafficshaping.dsp.mp.microsoft.com",
    ],
    protocol: "HTTPS",
    ports: [443],
    serviceTags: ["AzureUpdateDelivery"],
    purpose: "metadata of Windows updates",
    source: source(troubleshooting, tags),
  },
];

/** What a Windows machine reaches where Windows Server Update Services (WSUS) is its source: a server of one's own. */
export const wsusEndpoints: readonly Endpoint[] = [
  { fqdns: [], protocol: "HTTP", ports: [8530], purpose: "the WSUS server", source: source(wsusDeployment) },
  { fqdns: [], protocol: "HTTPS", ports: [8531], purpose: "the WSUS server", source: source(wsusDeployment) },
];

/** The ports of WSUS 3.2 and older. */
export const legacyWsusPorts = { HTTP: 80, HTTPS: 443, source: source(wsusDeployment) } as const satisfies Fact &
  Record<string, unknown>;

/** What a WSUS server itself reaches, on ports 80 and 443. */
export const wsusUpstream = {
  urls: [
    "http://windowsupdate.microsoft.com",
    "http://*.windowsupdate.microsoft.com",
    "https://*.windowsupdate.microsoft.com",
    "http://*.update.microsoft.com",
    "https://*.update.microsoft.com",
    "http://*.windowsupdate.com",
    "http://download.windowsupdate.com",
    "https://download.microsoft.com",
    "http://*.download.windowsupdate.com",
    "http://wustat.windows.com",
    "http://ntservicepack.microsoft.com",
    "http://go.microsoft.com",
    "http://dl.delivery.mp.microsoft.com",
    "https://dl.delivery.mp.microsoft.com",
  ],
  ports: [80, 443],
  source: source(wsusDeployment),
} as const satisfies Fact & Record<string, unknown>;

/** The FQDN tag by which Azure Firewall lets Windows Update through: in application rules alone, not in network rules or an NSG. */
export const windowsUpdateFqdnTag = {
  displayName: "Windows Update",
  tag: "WindowsUpdate",
  ruleType: "ApplicationRule",
  source: source(
    azureDocs("firewall/fqdn-tags"),
    // Has the spelling of ARM, where the article has the portal's.
    "Azure/azure-powershell src/Network/Network/help/New-AzFirewallApplicationRule.md",
  ),
} as const satisfies Fact & Record<string, unknown>;

/** How Windows gets its updates, beyond names and ports. */
export const windowsNetworkStatements = {
  rangeRequests: statement(
    "A proxy lets HTTP range requests through to *.download.windowsupdate.com, *.dl.delivery.mp.microsoft.com and *.delivery.mp.microsoft.com.",
    source(troubleshooting),
  ),
  protocols: statement(
    "HTTP and HTTPS are not to be swapped: with a rule for port 443 alone the downloads on port 80 fail.",
    source(troubleshooting),
  ),
  winHttpProxy: statement("A proxy is set in WinHTTP; the proxy of a user has no effect.", source(troubleshooting)),
  wsusAlone: statement(
    "With WSUS as the source, all public endpoints of Windows Update may be closed.",
    source(updateManager("configure-wu-agent")),
  ),
} as const satisfies Record<string, Statement>;
