import * as resources from "@pulumi/azure-native/resources";
import { govern, policies } from "../fleet";

const name = "pa-enforcement";

function prepareMachines(enforcementMode: string): void {
  govern(name, new resources.ResourceGroup(name, { location: "westeurope" }), policies.setPrerequisites, {
    enforcementMode,
  });
}

export function met(): void {
  prepareMachines("Default");
}

export function broken(): void {
  prepareMachines("DoNotEnforce");
}
