import assert from "node:assert/strict";
import { designVirtualMachine } from "../../../components/virtual-machine/design";
import { custom, id, linux, windows } from "../arguments";
import { problemsOf } from "./problems-of";

const names =
  "See https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcompute";
const disks = "See https://learn.microsoft.com/azure/virtual-machines/disks-types";
const trustedLaunch = "See https://learn.microsoft.com/azure/virtual-machines/trusted-launch";
const machines = "See https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update";
const onExisting = "has no effect on an existing disk (managedDiskId): leave it out.";

describe("the rest of a machine", () => {
  it("is in a zone with its public IP address, unless the address says otherwise", () => {
    const zones = (publicIpAddress: { zones?: string[] }) =>
      designVirtualMachine("web", { ...linux, zone: "3", publicIpAddress }).network.publicIpAddress?.zones;
    assert.deepEqual(zones({}), ["3"]);
    assert.deepEqual(zones({ zones: ["1", "2", "3"] }), ["1", "2", "3"]);
  });

  it("has the identities that are asked for", () => {
    const identity = (args: object) => designVirtualMachine("web", { ...linux, ...args }).host.identity;
    const userAssignedIdentityIds = [id("Microsoft.ManagedIdentity/userAssignedIdentities/web")];
    assert.equal(identity({}), undefined);
    assert.deepEqual(identity({ systemAssignedIdentity: true }), { type: "SystemAssigned" });
    assert.deepEqual(identity({ userAssignedIdentityIds }), {
      type: "UserAssigned",
      userAssignedIdentities: userAssignedIdentityIds,
    });
  });

  it("starts with Trusted Launch or without, as it is told", () => {
    const securityProfile = (args: object) => designVirtualMachine("web", { ...linux, ...args }).host.securityProfile;
    assert.equal(securityProfile({ image: "rocky-linux-9" }), undefined);
    assert.equal(securityProfile({ security: { trustedLaunch: false } }), undefined);
    assert.deepEqual(securityProfile({ security: { trustedLaunch: false, encryptionAtHost: true } }), {
      encryptionAtHost: true,
    });
    assert.deepEqual(securityProfile({ security: { vTpmEnabled: false } }), {
      securityType: "TrustedLaunch",
      uefiSettings: { secureBootEnabled: true, vTpmEnabled: false },
    });
  });

  it("says everything that is wrong at once", () => {
    assert.throws(
      () =>
        designVirtualMachine("web", {
          ...linux,
          subnetId: "machines",
          adminUsername: "root",
          patchOrchestration: "Manual",
          dataDisks: [{ lun: 64, diskSizeGB: 4 }],
        }),
      {
        message: [
          'UpdateReadyVirtualMachine "web" cannot be created:',
          '  subnetId: "machines" is not the id of a subnet.',
          "  dataDisks[0].lun: 64 is not a whole number from 0 to 63.",
          '  patchOrchestration: "Manual" is not to be had on Linux: choose "CustomerManagedSchedules", "AzureManagedSafeDeployment" or "ImageDefault". See https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching',
          '  adminUsername: "root" is a name that Azure refuses. See https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile',
        ].join("\n"),
      },
    );
  });

  const wrong: [title: string, args: object, problems: string[]][] = [
    [
      "no resource group and no subnet",
      { ...linux, resourceGroupName: undefined, subnetId: undefined },
      [
        "resourceGroupName: give the resource group that the machine belongs to.",
        "subnetId: give the id of the subnet for the network interface.",
      ],
    ],
    [
      "an idle timeout out of range",
      { ...linux, publicIpAddress: { idleTimeoutInMinutes: 31 } },
      ["publicIpAddress.idleTimeoutInMinutes: 31 is not a whole number of minutes from 4 to 30."],
    ],
    [
      "an address to take over that isn't asked for",
      { ...linux, adopt: { publicIpAddress: "web" } },
      ["adopt.publicIpAddress: there is no address to take over without publicIpAddress: give that too."],
    ],
    [
      "a zone that there isn't, and an availability set beside it",
      { ...linux, zone: "4", availabilitySetId: id("Microsoft.Compute/availabilitySets/web") },
      [
        "availabilitySetId: a machine is in a zone or in an availability set: give only one of the two.",
        'zone: "4" is not "1", "2" or "3".',
      ],
    ],
    [
      "storage for boot diagnostics that are off",
      { ...linux, bootDiagnostics: { enabled: false, storageUri: "https://own.blob.core.windows.net/" } },
      ["bootDiagnostics.storageUri: has no effect with bootDiagnostics.enabled false: leave one of them out."],
    ],
    [
      "parts of Trusted Launch without it",
      { ...linux, security: { trustedLaunch: false, secureBootEnabled: true, vTpmEnabled: false } },
      [
        `security.secureBootEnabled: has no effect without Trusted Launch: set security.trustedLaunch. ${trustedLaunch}`,
        `security.vTpmEnabled: has no effect without Trusted Launch: set security.trustedLaunch. ${trustedLaunch}`,
      ],
    ],
    [
      "Trusted Launch of a managed image",
      { ...custom, customImageId: id("Microsoft.Compute/images/base"), security: { trustedLaunch: true } },
      [`security.trustedLaunch: a managed image can't start with it: use an image of a gallery. ${trustedLaunch}`],
    ],
    [
      "a system disk that can't be had",
      {
        ...linux,
        osDisk: { diskSizeGB: 0, storageAccountType: "UltraSSD_LRS", caching: "Always", deleteOption: "Keep" },
      },
      [
        'osDisk.caching: "Always" is not one of "None", "ReadOnly" or "ReadWrite".',
        'osDisk.deleteOption: "Keep" is not one of "Delete" or "Detach".',
        `osDisk.storageAccountType: UltraSSD_LRS is for data disks only. ${disks}`,
        `osDisk.diskSizeGB: 0 is not a whole number of GiB from 1 to 65536. ${disks}`,
      ],
    ],
    [
      "a data disk that is neither new nor there",
      { ...linux, dataDisks: [{ lun: 0 }] },
      ["dataDisks[0].diskSizeGB: give the size of a new disk, or the managedDiskId of an existing one."],
    ],
    [
      "a cache where the storage has none",
      { ...linux, dataDisks: [{ lun: 0, diskSizeGB: 4, storageAccountType: "PremiumV2_LRS", caching: "ReadOnly" }] },
      [`dataDisks[0].caching: PremiumV2_LRS takes "None" only. ${disks}`],
    ],
    [
      "one number for two disks, and properties of a disk that is there",
      {
        ...linux,
        dataDisks: [
          { lun: 1, diskSizeGB: 4 },
          {
            lun: 1,
            managedDiskId: id("Microsoft.Compute/disks/existing"),
            name: "data",
            diskSizeGB: 4,
            storageAccountType: "Premium_LRS",
            diskEncryptionSetId: id("Microsoft.Compute/diskEncryptionSets/own"),
          },
        ],
      },
      [
        `dataDisks[1].name: ${onExisting}`,
        `dataDisks[1].diskSizeGB: ${onExisting}`,
        `dataDisks[1].storageAccountType: ${onExisting}`,
        `dataDisks[1].diskEncryptionSetId: ${onExisting}`,
        "dataDisks[1].lun: 1 is that of dataDisks[0] already.",
      ],
    ],
    [
      "a host name that Linux has not, a time zone and a licence of Windows",
      { ...linux, computerName: "web_1", timeZone: "UTC", licenseType: "Windows_Server" },
      [
        "timeZone: Azure sets it on Windows only: on Linux, let cloud-init do it (customData).",
        `computerName: "web_1" must have only letters, digits and hyphens. ${names}`,
        `licenseType: "Windows_Server" is not a licence for Linux. ${machines}`,
      ],
    ],
    [
      "a host name that is too long for Windows, and a licence of Linux",
      { ...windows, computerName: "a-name-of-16-let", licenseType: "RHEL_BYOS" },
      [
        `computerName: "a-name-of-16-let" must be 1 to 15 characters long on Windows. ${names}`,
        `licenseType: "RHEL_BYOS" is not a licence for Windows. ${machines}`,
      ],
    ],
    [
      "digits alone as the host name on Windows",
      { ...windows, computerName: "123" },
      [`computerName: "123" must not be digits alone on Windows. ${names}`],
    ],
    [
      "a hyphen at the end of the host name",
      { ...linux, computerName: "web-" },
      [`computerName: "web-" must not begin or end with a hyphen. ${names}`],
    ],
  ];
  for (const [title, args, problems] of wrong) {
    it(`is refused: ${title}`, () => assert.deepEqual(problemsOf(args), problems));
  }

  it("is refused by its own name where that can't be the host name", () => {
    assert.throws(() => designVirtualMachine("web server", linux), {
      message: `UpdateReadyVirtualMachine "web server" cannot be created:\n  computerName: the component's name, which it is by default, "web server" must have only letters, digits and hyphens. ${names}`,
    });
  });
});
