/** The service tags by which Arc-enabled servers are let out. */
export const arcTags: readonly string[] = [
  "AzureActiveDirectory",
  "AzureTrafficManager",
  "AzureResourceManager",
  "AzureArcInfrastructure",
  "Storage",
  "AzureFrontDoor.Frontend",
];

/** The host names that the agent always needs in the public cloud. */
export const arcNames: readonly string[] = [
  "login.microsoftonline.com",
  "*.login.microsoft.com",
  "pas.windows.net",
  "*.his.arc.azure.com",
  "*.guestconfiguration.azure.com",
  "guestnotificationservice.azure.com",
  "*.guestnotificationservice.azure.com",
  "*.servicebus.windows.net",
];

/** The host name that the agent needs in the public cloud to connect, or to disconnect. */
export const arcConnectionName = "management.azure.com";
