import * as fc from "fast-check";
import type { ScriptValues } from "../../../components/arc-server/script";

/** The fewest values of a script. */
export const fewest: Omit<ScriptValues, "operatingSystem"> = {
  cloud: "public",
  subscriptionId: "00000000-0000-0000-0000-000000000000",
  tenantId: "11111111-1111-1111-1111-111111111111",
  resourceGroupName: "servers",
  location: "westeurope",
  servicePrincipalId: "33333333-3333-3333-3333-333333333333",
  installPython: false,
  enableAutomaticUpgrade: false,
  settings: [
    { property: "config.mode", value: "full" },
    { property: "extensions.enabled", value: "true" },
  ],
};

/** Every value of a script. */
export const complete: Omit<ScriptValues, "operatingSystem"> = {
  ...fewest,
  machineName: "files-01",
  tags: { team: "files", "cost center": "4 711" },
  privateLinkScopeId: "/subscriptions/s/resourceGroups/g/providers/Microsoft.HybridCompute/privateLinkScopes/p",
  gatewayId: "/subscriptions/s/resourceGroups/g/providers/Microsoft.HybridCompute/gateways/g",
  proxyUrl: "http://proxy.example.com:3128",
  installerUrl: "https://mirror.example.com/azcmagent",
  enableAutomaticUpgrade: true,
};

/** Text with everything that a shell could take for its own. */
export const text = fc.string({
  unit: fc.constantFrom(..."ab 1'\"\\$`!*?;&|<>(){}[]#~=%@,:-\u2018\u2019\u00e9\u{1f600}\n"),
  minLength: 1,
});

/** Values of which each text could be anything. */
export const anyTexts = fc.record({
  resourceGroupName: text,
  location: text,
  machineName: text,
  privateLinkScopeId: text,
  secret: text,
  settings: fc.array(fc.record({ property: fc.constantFrom("proxy.url", "extensions.allowlist"), value: text })),
});
