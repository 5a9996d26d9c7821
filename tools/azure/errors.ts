/** A refusal by Azure Resource Manager or a service behind it, worded as azure-native shows one. */
export class AzureError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly reason: string,
  ) {
    super(`Status=${status} Code="${code}" Message="${reason}"`);
    this.name = "AzureError";
  }
}
