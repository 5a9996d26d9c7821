import assert from "node:assert/strict";
import type { PropertyMap } from "../../tools/azure/property-values";
import type { Created } from "./client";
import { Estate, linuxMachine, windowsMachine } from "./estate";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const group = `${subscription}/resourceGroups/rg`;

describe("the offline Azure refuses", () => {
  let estate: Estate;
  let nic: Created;

  beforeEach(async () => {
    estate = await Estate.open();
    ({ nic } = await estate.interfaceInSubnet());
  });
  afterEach(() => estate.close());

  const refuses = (deployment: Promise<unknown>, message: string) => assert.rejects(deployment, { message });

  describe("machines:", () => {
    const machine = (inputs: PropertyMap) => estate.client.deploy("compute:VirtualMachine", "vm", inputs);
    const osProfile = (changes: PropertyMap): PropertyMap => {
      const inputs = linuxMachine(nic.id);
      return { ...inputs, osProfile: { ...(inputs.osProfile as PropertyMap), ...changes } };
    };
    const cases: Readonly<Record<string, [() => PropertyMap, string]>> = {
      "a patch mode of the other system on Linux": [
        () => linuxMachine(nic.id, { patchSettings: { patchMode: "AutomaticByOS" } }),
        `Status=400 Code="InvalidParameter" Message="The value 'AutomaticByOS' of parameter 'osProfile.linuxConfiguration.patchSettings.patchMode' is not allowed. Allowed values are: 'ImageDefault', 'AutomaticByPlatform'."`,
      ],
      "a patch mode of the other system on Windows": [
        () => windowsMachine(nic.id, { patchSettings: { patchMode: "ImageDefault" } }),
        `Status=400 Code="InvalidParameter" Message="The value 'ImageDefault' of parameter 'osProfile.windowsConfiguration.patchSettings.patchMode' is not allowed. Allowed values are: 'Manual', 'AutomaticByOS', 'AutomaticByPlatform'."`,
      ],
      "an assessment mode that does not exist": [
        () => linuxMachine(nic.id, { patchSettings: { assessmentMode: "Daily" } }),
        `Status=400 Code="InvalidParameter" Message="The value 'Daily' of parameter 'osProfile.linuxConfiguration.patchSettings.assessmentMode' is not allowed. Allowed values are: 'ImageDefault', 'AutomaticByPlatform'."`,
      ],
      "AutomaticByPlatform without the agent": [
        () => linuxMachine(nic.id, { provisionVMAgent: false, patchSettings: { patchMode: "AutomaticByPlatform" } }),
        `Status=400 Code="InvalidParameter" Message="The patchMode 'AutomaticByPlatform' is invalid. For patchMode 'AutomaticByPlatform', the property 'provisionVMAgent' must be set to true."`,
      ],
      "automatic assessment without the agent": [
        () =>
          linuxMachine(nic.id, { provisionVMAgent: false, patchSettings: { assessmentMode: "AutomaticByPlatform" } }),
        `Status=400 Code="InvalidParameter" Message="The assessmentMode 'AutomaticByPlatform' is invalid. For assessmentMode 'AutomaticByPlatform', the property 'provisionVMAgent' must be set to true."`,
      ],
      "AutomaticByOS without automatic updates": [
        () => windowsMachine(nic.id, { enableAutomaticUpdates: false, patchSettings: { patchMode: "AutomaticByOS" } }),
        `Status=400 Code="InvalidParameter" Message="The patchMode 'AutomaticByOS' is invalid. For patchMode 'AutomaticByOS', the property 'enableAutomaticUpdates' must be set to true."`,
      ],
      "Manual with automatic updates, which are the default": [
        () => windowsMachine(nic.id, { patchSettings: { patchMode: "Manual" } }),
        `Status=400 Code="InvalidParameter" Message="The patchMode 'Manual' is invalid. For patchMode 'Manual', the property 'enableAutomaticUpdates' must be set to false."`,
      ],
      "hotpatching without AutomaticByPlatform": [
        () => windowsMachine(nic.id, { patchSettings: { enableHotpatching: true, patchMode: "AutomaticByOS" } }),
        `Status=400 Code="InvalidParameter" Message="The property 'windowsConfiguration.patchSettings.enableHotpatching' is invalid. To enable hotpatching, the property 'patchMode' must be set to 'AutomaticByPlatform' and the property 'provisionVMAgent' to true."`,
      ],
      "hotpatching of an image without it": [
        () => windowsMachine(nic.id, { patchSettings: { enableHotpatching: true, patchMode: "AutomaticByPlatform" } }),
        `Status=400 Code="InvalidParameter" Message="The image 'MicrosoftWindowsServer:WindowsServer:2022-datacenter-g2' does not support hotpatching. To enable hotpatching, select an image that supports it. For more details please go to https://aka.ms/hotpatch."`,
      ],
      "hotpatching on Linux": [
        () => linuxMachine(nic.id, { patchSettings: { enableHotpatching: true } }),
        "Could not find member 'enableHotpatching' on object of type 'LinuxPatchSettings'. Path 'osProfile.linuxConfiguration.patchSettings.enableHotpatching'.",
      ],
      "the configuration of the other system": [
        () => osProfile({ windowsConfiguration: {} }),
        `Status=400 Code="InvalidParameter" Message="Parameter 'osProfile.windowsConfiguration' is not allowed."`,
      ],
      "no profile": [
        () => {
          const { osProfile: _, ...inputs } = linuxMachine(nic.id);
          return inputs;
        },
        `Status=400 Code="InvalidParameter" Message="Required parameter 'osProfile' is missing (null)."`,
      ],
      "a profile for an attached disk": [
        () => ({ ...linuxMachine(nic.id), storageProfile: { osDisk: { createOption: "Attach", osType: "Linux" } } }),
        `Status=400 Code="InvalidParameter" Message="Parameter 'osProfile' is not allowed."`,
      ],
      "a reserved name for the administrator": [
        () => osProfile({ adminUsername: "Admin" }),
        `Status=400 Code="InvalidParameter" Message="The Admin Username specified is not allowed."`,
      ],
      "no name for the administrator": [
        () => {
          const { adminUsername: _, ...profile } = linuxMachine(nic.id).osProfile as PropertyMap;
          return { ...linuxMachine(nic.id), osProfile: profile };
        },
        `Status=400 Code="InvalidParameter" Message="Required parameter 'adminUsername' is missing (null)."`,
      ],
      "Linux without a way to sign in": [
        () => linuxMachine(nic.id, { ssh: {} }),
        `Status=400 Code="InvalidParameter" Message="Authentication using either SSH or by user name and password must be enabled in Linux profile."`,
      ],
      "an SSH key of another user": [
        () => linuxMachine(nic.id, { ssh: { publicKeys: [{ keyData: "k", path: "/root/.ssh/authorized_keys" }] } }),
        `Status=400 Code="InvalidParameter" Message="Destination path for SSH public keys is currently limited to its default value /home/azureuser/.ssh/authorized_keys due to a known issue in Linux provisioning agent."`,
      ],
      "Windows without a password": [
        () => ({ ...windowsMachine(nic.id), osProfile: { adminUsername: "azureuser" } }),
        `Status=400 Code="InvalidParameter" Message="Required parameter 'adminPassword' is missing (null)."`,
      ],
      "a password that is too simple": [
        () => {
          const inputs = windowsMachine(nic.id);
          return { ...inputs, osProfile: { ...(inputs.osProfile as PropertyMap), adminPassword: "simple-password" } };
        },
        `Status=400 Code="InvalidParameter" Message="The supplied password must be between 8-123 characters long and must satisfy at least 3 of password complexity requirements from the following: 1) Contains an uppercase character 2) Contains a lowercase character 3) Contains a numeric digit 4) Contains a special character."`,
      ],
      "a computer name that is too long for Windows": [
        () => {
          const inputs = windowsMachine(nic.id);
          return { ...inputs, osProfile: { ...(inputs.osProfile as PropertyMap), computerName: "sixteen-letters-" } };
        },
        `Status=400 Code="InvalidParameter" Message="Windows computer name cannot be more than 15 characters long, be entirely numeric, or contain the following characters: \` ~ ! @ # $ % ^ & * ( ) = + _ [ ] { } \\ | ; : . ' " , < > / ?."`,
      ],
      "two interfaces of which none is primary": [
        () => ({ ...linuxMachine(nic.id), networkProfile: { networkInterfaces: [{ id: nic.id }, { id: nic.id }] } }),
        `Status=400 Code="VirtualMachineMustHaveOneNetworkInterfaceAsPrimary" Message="Virtual machine ${group}/providers/Microsoft.Compute/virtualMachines/vm must have one network interface set as the primary."`,
      ],
      "a misspelt property": [
        () => linuxMachine(nic.id, { patchSetings: {} }),
        "Could not find member 'patchSetings' on object of type 'LinuxConfiguration'. Path 'osProfile.linuxConfiguration.patchSetings'.",
      ],
      "text where a boolean belongs": [
        () => linuxMachine(nic.id, { provisionVMAgent: "yes" }),
        "'osProfile.linuxConfiguration.provisionVMAgent' should be of type 'boolean' but got a string",
      ],
      "an id that is none": [
        () => linuxMachine("nic"),
        `Status=400 Code="LinkedInvalidPropertyId" Message="Property id 'nic' at path 'properties.networkProfile.networkInterfaces[0].id' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'."`,
      ],
      "an interface that does not exist": [
        () => linuxMachine(`${nic.id}2`),
        `Status=400 Code="InvalidResourceReference" Message="Resource ${group}/providers/Microsoft.Network/networkInterfaces/nic2 referenced by resource ${group}/providers/Microsoft.Compute/virtualMachines/vm was not found. Please make sure that the referenced resource exists, and that both resources are in the same region."`,
      ],
      "an interface in another region": [
        () => ({ ...linuxMachine(nic.id), location: "northeurope" }),
        `Status=400 Code="InvalidResourceReference" Message="Resource ${group}/providers/Microsoft.Network/networkInterfaces/nic referenced by resource ${group}/providers/Microsoft.Compute/virtualMachines/vm was not found. Please make sure that the referenced resource exists, and that both resources are in the same region."`,
      ],
      "a resource group that does not exist": [
        () => ({ ...linuxMachine(nic.id), resourceGroupName: "other" }),
        `Status=404 Code="ResourceGroupNotFound" Message="Resource group 'other' could not be found."`,
      ],
    };
    for (const [what, [inputs, message]] of Object.entries(cases)) {
      it(what, () => refuses(machine(inputs()), message));
    }

    it("an interface of another machine", async () => {
      const first = await machine(linuxMachine(nic.id));
      await refuses(
        machine({ ...linuxMachine(nic.id), vmName: "second" }),
        `Status=400 Code="NicInUse" Message="Network Interface ${nic.id} is used by existing resource ${first.id}. In order to use it, it must be dissociated from the resource."`,
      );
    });

    it("a name that is taken", async () => {
      const { id } = await machine(linuxMachine(nic.id));
      await refuses(machine(linuxMachine(nic.id)), `cannot create already existing resource '${id}'`);
    });

    it("a second extension of the same handler, and any where operations are off", async () => {
      const extension = (name: string, vmName: string) =>
        estate.client.deploy("compute:VirtualMachineExtension", name, {
          resourceGroupName: "rg",
          vmName,
          publisher: "Microsoft.Azure.Extensions",
          type: "CustomScript",
          typeHandlerVersion: "2.1",
        });
      await machine(linuxMachine(nic.id));
      await extension("one", "vm");
      await refuses(
        extension("two", "vm"),
        `Status=400 Code="BadRequest" Message="Multiple VMExtensions per handler not supported for OS type 'Linux'. VMExtension 'two' with handler 'Microsoft.Azure.Extensions.CustomScript' already added or specified in input."`,
      );
      await refuses(
        extension("one", "absent"),
        `Status=404 Code="ParentResourceNotFound" Message="Failed to perform 'write' on resource(s) of type 'virtualMachines/extensions', because the parent resource '${group}/providers/Microsoft.Compute/virtualMachines/absent' could not be found."`,
      );
      await machine({ ...osProfile({ allowExtensionOperations: false }), vmName: "closed", networkProfile: {} });
      await refuses(
        extension("one", "closed"),
        `Status=409 Code="OperationNotAllowed" Message="This operation cannot be performed when extension operations are disallowed. To allow, please ensure VM Agent is installed on the VM and the osProfile.allowExtensionOperations property is true."`,
      );
    });
  });

  describe("changes of a machine:", () => {
    const changed = async (before: PropertyMap, after: PropertyMap) => {
      const state = await estate.client.deploy("compute:VirtualMachine", "vm", before);
      await estate.client.update("compute:VirtualMachine", "vm", state, after);
    };
    const withoutUpdates = (patchMode: string) =>
      windowsMachine(nic.id, { enableAutomaticUpdates: false, patchSettings: { patchMode } });

    it("enableAutomaticUpdates", () =>
      refuses(
        changed(windowsMachine(nic.id), windowsMachine(nic.id, { enableAutomaticUpdates: false })),
        `Status=409 Code="PropertyChangeNotAllowed" Message="Changing property 'windowsConfiguration.enableAutomaticUpdates' is not allowed."`,
      ));

    it("AutomaticByPlatform to AutomaticByOS while automatic updates are off", () =>
      refuses(
        changed(withoutUpdates("AutomaticByPlatform"), windowsMachine(nic.id, { enableAutomaticUpdates: false })),
        `Status=409 Code="PropertyChangeNotAllowed" Message="Changing property 'windowsConfiguration.patchSettings.patchMode' from 'AutomaticByPlatform' to 'AutomaticByOS' is not allowed."`,
      ));

    it("but not AutomaticByPlatform to Manual while automatic updates are off", () =>
      changed(withoutUpdates("AutomaticByPlatform"), withoutUpdates("Manual")));

    it("but not ImageDefault to AutomaticByPlatform", () =>
      changed(linuxMachine(nic.id), linuxMachine(nic.id, { patchSettings: { patchMode: "AutomaticByPlatform" } })));

    it("the administrator", () => {
      const inputs = linuxMachine(nic.id);
      const osProfile = { ...(inputs.osProfile as PropertyMap), adminUsername: "other" };
      return refuses(
        changed(
          { ...inputs, osProfile: { ...osProfile, adminUsername: "azureuser" } },
          {
            ...inputs,
            osProfile: {
              ...osProfile,
              linuxConfiguration: {
                disablePasswordAuthentication: true,
                ssh: { publicKeys: [{ keyData: "ssh-ed25519 AAAA" }] },
              },
            },
          },
        ),
        `Status=409 Code="PropertyChangeNotAllowed" Message="Changing property 'osProfile.adminUsername' is not allowed."`,
      );
    });
  });
});

describe("the offline Azure takes", () => {
  it("patch settings, and nothing else, in the profile of a machine with an attached disk", async () => {
    const estate = await Estate.open();
    try {
      const { nic } = await estate.interfaceInSubnet();
      const storageProfile = { osDisk: { createOption: "Attach", osType: "Linux" } };
      const patchSettings = { patchMode: "AutomaticByPlatform", assessmentMode: "AutomaticByPlatform" };
      const osProfile = { linuxConfiguration: { patchSettings } };
      await estate.client.deploy("compute:VirtualMachine", "vm", {
        ...linuxMachine(nic.id),
        storageProfile,
        osProfile,
      });
    } finally {
      await estate.close();
    }
  });
});
