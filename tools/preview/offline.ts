import { join } from "node:path";
import { serveOfflineAzure } from "../azure";
import { serveBridgedProvider } from "../azure/bridged-provider";
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
  const classic = await serveBridgedProvider();
  try {
    const providerPorts = { azure: classic.port };
    const stack = await IsolatedStack.create({ ...options, azurePort: azure.port, providerPorts });
    try {
      stack.notes.forEach(say);
      return await stack.preview({ policyPack, shown: true });
    } finally {
      await stack.remove();
      if (classic.isUsed) say(classicNotice);
    }
  } finally {
    classic.close();
    await azure.close();
  }
}

/** What every preview here says first. */
export const offlineNotice = "Azure is stood in for: nothing in Azure is read or changed, and no credentials are used.";

/** What is said after the preview of a program that uses the classic provider. */
export const classicNotice =
  "The classic provider (@pulumi/azure) is stood in for without its checks: it takes any value, and no function of it is answered.";

/** How to preview the same with the real Azure. */
export function onlineHint(folder: string): string {
  return `With your own Azure: cd ${folder} && pulumi preview --policy-pack ${policyPack}`;
}
