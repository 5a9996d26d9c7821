import * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import { declared } from "../arc";
import { resourceGroup } from "../fleet";

const name = "arc-esu";

export function met(): void {
  const license = new hybridcompute.License(name, {
    resourceGroupName: resourceGroup.name,
    licenseType: "ESU",
    licenseDetails: {
      edition: "Standard",
      processors: 16,
      state: "Activated",
      target: "Windows Server 2012 R2",
      type: "pCore",
    },
  });
  profile({ assignedLicense: license.id });
}

export function broken(): void {
  profile({ softwareAssuranceCustomer: true });
}

function profile(licences: Partial<hybridcompute.LicenseProfileArgs>): void {
  new hybridcompute.LicenseProfile(name, {
    resourceGroupName: resourceGroup.name,
    machineName: declared(name, "Windows", "Windows Server 2012 R2").name,
    licenseProfileName: "default",
    ...licences,
  });
}
