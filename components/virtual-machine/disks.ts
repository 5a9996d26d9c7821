import type * as pulumi from "@pulumi/pulumi";
import { notOneOf, type Problems, present } from "../shared/problems";
import { reference } from "./network";

const diskTypes = "https://learn.microsoft.com/azure/virtual-machines/disks-types";

/** The storage behind a managed disk. */
export const StorageAccountType = {
  Standard_LRS: "Standard_LRS",
  StandardSSD_LRS: "StandardSSD_LRS",
  StandardSSD_ZRS: "StandardSSD_ZRS",
  Premium_LRS: "Premium_LRS",
  Premium_ZRS: "Premium_ZRS",
  PremiumV2_LRS: "PremiumV2_LRS",
  UltraSSD_LRS: "UltraSSD_LRS",
} as const;
export type StorageAccountType = (typeof StorageAccountType)[keyof typeof StorageAccountType];

/** The host's cache in front of a disk. */
export const DiskCaching = { None: "None", ReadOnly: "ReadOnly", ReadWrite: "ReadWrite" } as const;
export type DiskCaching = (typeof DiskCaching)[keyof typeof DiskCaching];

/** What becomes of a disk when its machine is deleted. */
export const DiskDeleteOption = {
  /** It is deleted with the machine. */
  Delete: "Delete",
  /** It stays, and goes on costing money. */
  Detach: "Detach",
} as const;
export type DiskDeleteOption = (typeof DiskDeleteOption)[keyof typeof DiskDeleteOption];

/** The operating system's disk. */
export interface OperatingSystemDiskArgs {
  /** The disk's name. Default: Azure chooses one. */
  name?: pulumi.Input<string>;
  /** The size in GiB, not below the image's. Default: the image's. */
  diskSizeGB?: pulumi.Input<number>;
  /** The storage. Default: `StandardSSD_LRS`, which every size of machine takes. */
  storageAccountType?: StorageAccountType;
  /** The host's cache. Default: `ReadWrite`. */
  caching?: DiskCaching;
  /** The disk encryption set with a key of one's own. Default: a key of the platform's. */
  diskEncryptionSetId?: pulumi.Input<string>;
  /** What becomes of the disk when the machine is deleted. Default: `Delete`. */
  deleteOption?: DiskDeleteOption;
}

/** A data disk: a new empty one of `diskSizeGB`, or the existing `managedDiskId`. */
export interface DataDiskArgs {
  /** The logical unit number, 0 to 63, another for each disk. */
  lun: number;
  /** The name of a new disk. Default: Azure chooses one. */
  name?: pulumi.Input<string>;
  /** The size of a new disk in GiB. */
  diskSizeGB?: pulumi.Input<number>;
  /** The existing disk to attach. */
  managedDiskId?: pulumi.Input<string>;
  /** The storage of a new disk. Default: `StandardSSD_LRS`. */
  storageAccountType?: StorageAccountType;
  /** The host's cache. Default: `None`. `UltraSSD_LRS` and `PremiumV2_LRS` take no other. */
  caching?: DiskCaching;
  /** The disk encryption set of a new disk. Default: a key of the platform's. */
  diskEncryptionSetId?: pulumi.Input<string>;
  /** What becomes of the disk when the machine is deleted. Default: `Detach`, for the data's sake. */
  deleteOption?: DiskDeleteOption;
}

/** The machine's disks. */
export interface DiskArgs {
  /** The operating system's disk. Default: the image's size on `StandardSSD_LRS`, deleted with the machine. */
  osDisk?: OperatingSystemDiskArgs;
  /** Data disks. Default: none. */
  dataDisks?: DataDiskArgs[];
}

/** `storageProfile` less the image and its operating system. */
export function resolveDisks(args: DiskArgs, problems: Problems) {
  const { osDisk = {}, dataDisks } = args;
  checkEnumerations("osDisk", osDisk, problems);
  if (osDisk.storageAccountType && uncached.includes(osDisk.storageAccountType)) {
    problems.add("osDisk.storageAccountType", `${osDisk.storageAccountType} is for data disks only. See ${diskTypes}`);
  }
  dataDisks?.forEach((disk, index) => {
    checkDataDisk(`dataDisks[${index}]`, disk, problems);
    const earlier = dataDisks.findIndex(({ lun }) => lun === disk.lun);
    if (earlier < index)
      problems.add(`dataDisks[${index}].lun`, `${disk.lun} is that of dataDisks[${earlier}] already.`);
  });
  return {
    osDisk: {
      createOption: "FromImage",
      name: osDisk.name,
      diskSizeGB: checkedSize("osDisk.diskSizeGB", osDisk.diskSizeGB, problems),
      caching: osDisk.caching ?? DiskCaching.ReadWrite,
      deleteOption: osDisk.deleteOption ?? DiskDeleteOption.Delete,
      managedDisk: {
        storageAccountType: osDisk.storageAccountType ?? StorageAccountType.StandardSSD_LRS,
        diskEncryptionSet: reference(osDisk.diskEncryptionSetId),
      },
    },
    dataDisks: dataDisks?.map((disk, index) => dataDisk(`dataDisks[${index}]`, disk, problems)),
    needsUltraSsd:
      dataDisks?.some(({ storageAccountType }) => storageAccountType === StorageAccountType.UltraSSD_LRS) ?? false,
  };
}

const uncached: readonly StorageAccountType[] = [StorageAccountType.UltraSSD_LRS, StorageAccountType.PremiumV2_LRS];

function dataDisk(path: string, disk: DataDiskArgs, problems: Problems) {
  const { lun, name, caching = DiskCaching.None, deleteOption = DiskDeleteOption.Detach } = disk;
  if (disk.managedDiskId !== undefined) {
    return { lun, createOption: "Attach", caching, deleteOption, managedDisk: { id: disk.managedDiskId } };
  }
  return {
    lun,
    createOption: "Empty",
    name,
    diskSizeGB: checkedSize(`${path}.diskSizeGB`, disk.diskSizeGB, problems),
    caching,
    deleteOption,
    managedDisk: {
      storageAccountType: disk.storageAccountType ?? StorageAccountType.StandardSSD_LRS,
      diskEncryptionSet: reference(disk.diskEncryptionSetId),
    },
  };
}

function checkDataDisk(path: string, disk: DataDiskArgs, problems: Problems): void {
  checkEnumerations(path, disk, problems);
  const { lun, name, diskSizeGB, storageAccountType, diskEncryptionSetId, managedDiskId, caching } = disk;
  if (!(Number.isInteger(lun) && lun >= 0 && lun <= 63)) {
    problems.add(`${path}.lun`, `${lun} is not a whole number from 0 to 63.`);
  }
  if (managedDiskId === undefined) {
    if (diskSizeGB === undefined) {
      problems.add(`${path}.diskSizeGB`, "give the size of a new disk, or the managedDiskId of an existing one.");
    }
  } else {
    for (const given of present({ name, diskSizeGB, storageAccountType, diskEncryptionSetId })) {
      problems.add(`${path}.${given}`, "has no effect on an existing disk (managedDiskId): leave it out.");
    }
  }
  if (storageAccountType && uncached.includes(storageAccountType) && caching && caching !== DiskCaching.None) {
    problems.add(`${path}.caching`, `${storageAccountType} takes "None" only. See ${diskTypes}`);
  }
}

function checkEnumerations(path: string, disk: OperatingSystemDiskArgs | DataDiskArgs, problems: Problems): void {
  const enumerations = {
    storageAccountType: StorageAccountType,
    caching: DiskCaching,
    deleteOption: DiskDeleteOption,
  } as const;
  for (const [name, enumeration] of Object.entries(enumerations)) {
    const value = disk[name as keyof typeof enumerations];
    const reason = value === undefined ? undefined : notOneOf(value, Object.values(enumeration));
    if (reason) problems.add(`${path}.${name}`, reason);
  }
}

function checkedSize(path: string, size: pulumi.Input<number> | undefined, problems: Problems) {
  if (size === undefined) return undefined;
  return problems.checked(path, size, (gibibytes) =>
    Number.isInteger(gibibytes) && gibibytes >= 1 && gibibytes <= 65536
      ? undefined
      : `${gibibytes} is not a whole number of GiB from 1 to 65536. See ${diskTypes}`,
  );
}
