import type { OperatingSystem } from "../operating-system";

/** The operating system of each distribution of Linux and edition of Windows that an image can be told to be. */
export const operatingSystemOf = {
  Ubuntu: "Linux",
  "Red Hat Enterprise Linux": "Linux",
  "SUSE Linux Enterprise Server": "Linux",
  openSUSE: "Linux",
  Debian: "Linux",
  "Oracle Linux": "Linux",
  AlmaLinux: "Linux",
  "Rocky Linux": "Linux",
  CentOS: "Linux",
  "Azure Linux": "Linux",
  "Flatcar Container Linux": "Linux",
  "Kali Linux": "Linux",
  "Windows Server": "Windows",
  "Windows client": "Windows",
} as const satisfies Record<string, OperatingSystem>;

/** A distribution of Linux or an edition of Windows, under the name its owner gives it. */
export type Distribution = keyof typeof operatingSystemOf;
