import { assign, linuxMachine, linuxProfile, scheduled, storageProfile, weekly } from "../fleet";

const name = "img-rhel-byos";
const withoutSubscription = {
  plan: { publisher: "redhat", product: "rhel-byos", name: "rhel-lvm92" },
  storageProfile: storageProfile({ publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm92", version: "latest" }),
};
const registration = `#cloud-config
rh_subscription:
  org: "1234567"
  activation-key: fleet
`;

export function met(): void {
  const customData = Buffer.from(registration).toString("base64");
  const machine = linuxMachine(name, { ...withoutSubscription, osProfile: { ...linuxProfile(scheduled), customData } });
  assign(name, weekly(name), machine);
}

export function broken(): void {
  assign(name, weekly(name), linuxMachine(name, withoutSubscription));
}
