/** The article on schedules, their minimums and limits. */
export const schedulesPage = "https://learn.microsoft.com/azure/virtual-machines/maintenance-configurations";

/** The article on what machines Azure Update Manager serves where. */
export const regionsPage = "https://learn.microsoft.com/azure/update-manager/supported-regions";

/** The article on schedules for machines of several subscriptions. */
export const crossSubscriptionPage = "https://learn.microsoft.com/azure/update-manager/cross-subscription-patching";

/** The article on what Update Manager does not patch. */
export const unsupportedWorkloadsPage = "https://learn.microsoft.com/azure/update-manager/unsupported-workloads";
