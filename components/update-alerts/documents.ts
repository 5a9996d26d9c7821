/** How alerts of Update Manager are set up, and in which clouds. */
export const alertsPage = "https://learn.microsoft.com/azure/update-manager/manage-alerts";

/** What a log search alert rule can be told. */
export const alertRulesPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-log-alert-rule";

/** What an action group can be told. */
export const actionGroupsPage = "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups";
