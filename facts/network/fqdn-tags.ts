import { azureDocs } from "../documents";
import type { Fact, Source } from "../source";
import { windowsUpdateEndpoints, windowsUpdateFqdnTag, wsusUpstream } from "./windows-update";

/** The article that lists the tags, and that of a tag's service. */
const sourceOf = (document: string): readonly Source[] =>
  [azureDocs("firewall/fqdn-tags"), document].map((each) => ({ document: each, retrieved: "2026-11-25" }));

/** An FQDN tag, by which application rules of Azure Firewall name the hosts of a service. */
export interface FqdnTag extends Fact {
  /** Its name as ARM has it. */
  readonly tag: string;
  readonly purpose: string;
  /**
   * Every host name that the documents of the service ask for, written as those of an endpoint. Microsoft does not publish
   * which of them the tag has, so that it may have each of these; what none of them means is another service's.
   */
  readonly mayHave: readonly string[];
}

/**
 * The FQDN tags of services whose host names are documented. The tags of App Service Environment, HDInsight and Azure
 * Kubernetes Service are not among them: these services run on Linux and are updated from its repositories, so that nobody
 * can tell which of those names the tags have.
 */
export const fqdnTags: readonly FqdnTag[] = [
  {
    tag: windowsUpdateFqdnTag.tag,
    purpose: "Microsoft Update, as a firewall for software updates lets it through",
    mayHave: [
      ...windowsUpdateEndpoints.flatMap(({ fqdns }) => fqdns),
      ...wsusUpstream.urls.map((url) => url.replace(/^https?:\/\//, "")),
    ],
    source: [...windowsUpdateFqdnTag.source, ...wsusUpstream.source],
  },
  {
    tag: "WindowsDiagnostics",
    purpose: "the endpoints of Windows diagnostic data",
    mayHave: [
      "*.data.microsoft.com",
      "*.telemetry.microsoft.com",
      "watson.microsoft.com",
      "oca.microsoft.com",
      "login.live.com",
      "*.blob.core.windows.net",
    ],
    source: sourceOf(
      "MicrosoftDocs/windows-itpro-docs windows/privacy/configure-windows-diagnostic-data-in-your-organization.md",
    ),
  },
  {
    tag: "MicrosoftActiveProtectionService",
    purpose: "the cloud protection of Microsoft Defender Antivirus, whose article asks for Windows Update too",
    mayHave: [
      "*.wdcp.microsoft.com",
      "wdcp.microsoft.com",
      "*.wdcpalt.microsoft.com",
      "wdcpalt.microsoft.com",
      "*.wd.microsoft.com",
      ...windowsUpdateEndpoints.flatMap(({ fqdns }) => fqdns),
      "*.download.microsoft.com",
      "download.microsoft.com",
      "definitionupdates.microsoft.com",
      "go.microsoft.com",
      "www.microsoft.com",
      "crl.microsoft.com",
      "*.data.microsoft.com",
      "*.blob.core.windows.net",
    ],
    source: sourceOf(
      "MicrosoftDocs/defender-docs defender-endpoint/configure-network-connections-microsoft-defender-antivirus.md",
    ),
  },
  {
    tag: "AzureBackup",
    purpose: "Azure Backup",
    mayHave: [
      "www.msftncsi.com",
      "www.msftconnecttest.com",
      "*.microsoft.com",
      "*.windowsazure.com",
      "*.windowsazure.us",
      "*.microsoftonline.com",
      "*.microsoftonline.us",
      "*.windows.net",
      "*.usgovcloudapi.net",
    ],
    source: sourceOf("MicrosoftDocs/azure-docs includes/backup-network-connectivity.md"),
  },
  {
    tag: "WindowsVirtualDesktop",
    purpose: "the session hosts of Azure Virtual Desktop",
    mayHave: [
      "*.microsoftonline.com",
      "login.microsoftonline.us",
      "login.windows.net",
      "*.wvd.microsoft.com",
      "*.wvd.azure.us",
      "catalogartifact.azureedge.net",
      "*.core.windows.net",
      "*.core.usgovcloudapi.net",
      "*.servicebus.windows.net",
      "*.servicebus.usgovcloudapi.net",
      "oneocsp.microsoft.com",
      "ocsp.msocsp.com",
      "*.digicert.com",
      "www.microsoft.com",
      "go.microsoft.com",
      "learn.microsoft.com",
      "privacy.microsoft.com",
      "query.prod.cms.rt.microsoft.com",
      "aka.ms",
      "www.msftconnecttest.com",
      "*.events.data.microsoft.com",
      "*.prod.do.dsp.mp.microsoft.com",
      "*.sfx.ms",
      "*.azure-dns.com",
      "*.azure-dns.net",
    ],
    source: sourceOf(azureDocs("virtual-desktop/safe-url-list")),
  },
];

/** What is documented of an FQDN tag, by its name in any letter case; `undefined` where its names are not documented. */
export function fqdnTag(name: string): FqdnTag | undefined {
  return fqdnTags.find(({ tag }) => tag.toLowerCase() === name.toLowerCase());
}
