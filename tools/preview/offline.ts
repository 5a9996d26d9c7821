import { join } from "node:path";
import { serveOfflineAzure } from "../azure";
import { IsolatedStack, type IsolatedStackOptions, type Operation } from "../engine";

/** The root of this checkout. */
export const root = join(__dirname, "..", "..");

/** The policy pack of this checkout, compiled. */
export const policyPack = join(root, "policypack");

/** Previews a stack with the policy pack and the offline Azure, on this process's own terminal. */
export async function previewOffline(
  options: Omit<IsolatedStackOptions, "azurePort">,
  say: (line: string) => void,
): Promise<Operation> {
  // Somebody's SDK may have properties that are newer than the one this checkout is built with.
  const azure = await serveOfflineAzure({ unknownProperties: "warn" });
  try {
    const stack = await IsolatedStack.create({ ...options, azurePort: azure.port });
    try {
      stack.notes.forEach(say);
      return await stack.preview({ policyPack, shown: true });
    } finally {
      await stack.remove();
    }
  } finally {
    await azure.close();
  }
}

/** What every preview here says first. */
export const offlineNotice = "Azure is stood in for: nothing in Azure is read or changed, and no credentials are used.";

/** How to preview the same with the real Azure. */
export function onlineHint(folder: string): string {
  return `With your own Azure: cd ${folder} && pulumi preview --policy-pack ${policyPack}`;
}
