import { UpdateReadyVirtualMachine } from "../../../index";
import { sshPublicKey } from "../arguments";
import { resourceGroupName, subnetId } from "./network";

new UpdateReadyVirtualMachine("web", {
  resourceGroupName,
  subnetId,
  image: "ubuntu-24.04",
  vmSize: "Standard_D2s_v3",
  sshPublicKeys: [sshPublicKey],
  networkInterface: { ipConfigurationName: "ipconfig" },
  adopt: { virtualMachine: "web-vm", networkInterface: "web-nic" },
});
