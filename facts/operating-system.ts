/** The operating system families of an Azure VM or an Arc-enabled server, as `storageProfile.osDisk.osType` spells them. */
export const OperatingSystem = { Linux: "Linux", Windows: "Windows" } as const;
export type OperatingSystem = (typeof OperatingSystem)[keyof typeof OperatingSystem];
