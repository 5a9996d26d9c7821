const servers = "https://learn.microsoft.com/azure/azure-arc/servers";
const updateManager = "https://learn.microsoft.com/azure/update-manager";

/** What must hold before a server is connected. */
export const prerequisitesPage = `${servers}/prerequisites`;
/** How the agent connects a server. */
export const connectPage = `${servers}/azcmagent-connect`;
/** Which extensions the agent lets in. */
export const extensionListsPage = `${servers}/security-extensions#allowlists-and-blocklists`;
/** How the agent gets past a proxy. */
export const proxyPage = `${servers}/manage-agent-proxy-settings`;
/** The Arc gateway. */
export const gatewayPage = `${servers}/arc-gateway`;
/** Licences for Extended Security Updates. */
export const extendedSecurityUpdatesPage = `${servers}/api-extended-security-updates`;
/** Hotpatching of Arc-enabled servers. */
export const hotpatchingPage = `${updateManager}/manage-hot-patching-arc-machines`;
/** The regions that Update Manager serves. */
export const regionsPage = `${updateManager}/supported-regions`;
/** The systems that Update Manager supports. */
export const supportMatrixPage = `${updateManager}/support-matrix-updates`;
