import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { UpdateManagedFleet } from "pulumi-azure-update-manager";

const sshPublicKeys = [new pulumi.Config().require("sshPublicKey")];
const resourceGroup = new ResourceGroup("shop");

const shop = new UpdateManagedFleet("shop", {
  resourceGroupName: resourceGroup.name,
  machines: {
    // Patched on Mondays; the other on Saturdays, when this one has shown that the updates are good.
    staging: { image: "ubuntu-24.04", sshPublicKeys, ring: "canary" },
    web: { image: "ubuntu-24.04", sshPublicKeys },
  },
  alerts: { actionGroup: { emailAddresses: { operations: "operations@example.com" } } },
});

export const machines = shop.machines;
