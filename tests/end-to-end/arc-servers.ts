import type { PropertyMap } from "../../tools/azure/property-values";
import type { ExistingResource } from "./harness";

/** What an agent writes into the resource of its server when it connects it. */
export const connectedByAgent: PropertyMap = {
  location: "westeurope",
  identity: { type: "SystemAssigned" },
  vmId: "12345678-9abc-4def-8123-456789abcdef",
  clientPublicKey: "a-key-of-the-agent",
  osType: "linux",
  mssqlDiscovered: "false",
};

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/servers";

/** A resource group with servers that their agents connected. Update Manager has assessed `ledger` already. */
export function arcServers(...names: readonly string[]): readonly ExistingResource[] {
  return [
    ["ResourceGroup", group, { location: "westeurope" }],
    ...names.map((name): ExistingResource => ["Machine", machine(name), connectedByAgent]),
    ...names
      .filter((name) => name === "ledger")
      .map(
        (name): ExistingResource => [
          "MachineExtension",
          `${machine(name)}/extensions/WindowsPatchExtension`,
          {
            location: "westeurope",
            properties: {
              publisher: "Microsoft.CPlat.Core",
              type: "WindowsPatchExtension",
              typeHandlerVersion: "1.5.70",
              settings: { operation: "Assessment" },
            },
          },
        ],
      ),
  ];
}

const machine = (name: string) => `${group}/providers/Microsoft.HybridCompute/machines/${name}`;
