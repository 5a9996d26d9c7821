/** The client of Windows Update, as Update Manager needs it. */
export const clientPage = "https://learn.microsoft.com/azure/update-manager/configure-wu-agent";
/** The settings of that client. */
export const settingsPage = "https://learn.microsoft.com/windows/deployment/update/waas-wu-settings";
/** When that client restarts a machine. */
export const restartsPage = "https://learn.microsoft.com/windows/deployment/update/waas-restart";
/** Where a WSUS server listens. */
export const wsusPage =
  "https://learn.microsoft.com/windows-server/administration/windows-server-update-services/deploy/2-configure-wsus";
/** Who installs updates on a machine, and when. */
export const orchestrationPage = "https://learn.microsoft.com/azure/update-manager/updates-maintenance-schedules";
