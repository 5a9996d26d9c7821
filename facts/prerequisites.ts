import { arcServers, computeDocs, updateManager } from "./documents";
import { documentUrl, type Fact, retrieved, source } from "./source";

/** A topic of the page "Prerequisites for Azure Update Manager". */
export interface PrerequisiteTopic {
  readonly topic: string;
  /** The address of the page that the topic sends its reader to; that page itself where it sends to none. */
  readonly page: string;
}

const page = (document: string) => documentUrl({ document, retrieved });

/** What Microsoft's page on the prerequisites speaks of, and where each topic and next step leads. */
export const prerequisiteTopics: Fact & { readonly rows: readonly PrerequisiteTopic[] } = {
  source: source(updateManager("prerequisites")),
  rows: [
    { topic: "Python on Linux", page: page(updateManager("prerequisites")) },
    { topic: "Arc-enabled servers", page: page(arcServers("prerequisites")) },
    { topic: "Support matrix", page: page(updateManager("support-matrix")) },
    { topic: "Roles and permissions", page: page(updateManager("roles-permissions")) },
    { topic: "VM extensions", page: page(updateManager("workflow-update-manager")) },
    { topic: "Network for Arc", page: page(arcServers("network-requirements")) },
    {
      topic: "Network for Windows",
      page: page(
        "MicrosoftDocs/SupportArticles-docs support/windows-client/installing-updates-features-roles/windows-update-issues-troubleshooting.md",
      ),
    },
    { topic: "Network for RHUI", page: page(computeDocs("virtual-machines/workloads/redhat/redhat-rhui")) },
    { topic: "Network for other distributions", page: page(updateManager("prerequisites")) },
    { topic: "Windows Update client", page: page(updateManager("configure-wu-agent")) },
    { topic: "Periodic assessment", page: page(updateManager("periodic-assessment-at-scale")) },
    { topic: "Schedules", page: page(updateManager("scheduled-patching")) },
    { topic: "Update settings", page: page(updateManager("manage-update-settings")) },
    { topic: "Multiple machines", page: page(updateManager("manage-multiple-machines")) },
  ],
};
