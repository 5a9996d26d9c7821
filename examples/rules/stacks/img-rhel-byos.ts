import { MaintenanceSchedule, UpdateReadyVirtualMachine } from "pulumi-azure-update-manager";
import { linux, saturdays } from "../components";
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

export function component(): void {
  const machine = new UpdateReadyVirtualMachine(name, {
    ...linux,
    image: undefined,
    imageReference: { publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm92" },
    plan: { publisher: "redhat", product: "rhel-byos", name: "rhel-lvm92" },
    customData: registration,
  });
  new MaintenanceSchedule(name, { ...saturdays, virtualMachines: { machine: { id: machine.virtualMachineId } } });
}
