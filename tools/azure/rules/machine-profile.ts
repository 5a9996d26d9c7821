import { OperatingSystem } from "../../../facts/operating-system";
import { AzureError } from "../errors";
import { isMap, type PropertyMap } from "../property-values";
import { nameOf } from "../resource-id";
import { at, listAt, mapAt, textAt } from "../values";
import type { PutRequest } from ".";
import { operatingSystemOf } from "./operating-system";

/** Names that no administrator may have (learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update, osProfile.adminUsername). */
const reservedNames = new Set(
  "administrator admin user user1 test user2 test1 user3 admin1 1 123 a actuser adm admin2 aspnet backup console david guest john owner root server sql support support_388945a0 sys test2 test3 user4 user5".split(
    " ",
  ),
);

/** The compute service on who signs in to a machine and how, and on the system that it is told of. */
export function checkMachineProfile({ id, inputs }: PutRequest): void {
  const attached = textAt(inputs, "storageProfile", "osDisk", "createOption")?.toLowerCase() === "attach";
  if (attached) {
    if (saysMoreThanPatchSettings(mapAt(inputs, "osProfile"))) throw invalid("Parameter 'osProfile' is not allowed.");
    return;
  }
  // A specialized image brings its accounts along, and which images are is not known here.
  if (inputs.osProfile === undefined) {
    if (at(inputs, "storageProfile", "imageReference", "publisher") === undefined) return;
    throw missing("osProfile");
  }
  const profile = mapAt(inputs, "osProfile");
  const system = operatingSystemOf(inputs);
  const other = system === OperatingSystem.Windows ? "linuxConfiguration" : "windowsConfiguration";
  if (profile[other] !== undefined) throw invalid(`Parameter 'osProfile.${other}' is not allowed.`);
  const username = textAt(profile, "adminUsername");
  if (username === undefined) throw missing("adminUsername");
  if (reservedNames.has(username.toLowerCase())) throw invalid("The Admin Username specified is not allowed.");
  const password = textAt(profile, "adminPassword");
  if (password !== undefined) checkPassword(password, system);
  if (system === OperatingSystem.Windows) checkWindows(profile, nameOf(id));
  else checkLinux(profile, username);
}

/**
 * A disk that is attached has its users and settings already. How the machine is patched can be said of it nevertheless
 * (the built-in policy for periodic assessment does, from API version 2023-07-01 on).
 */
function saysMoreThanPatchSettings(profile: PropertyMap): boolean {
  const configurations = ["linuxConfiguration", "windowsConfiguration"];
  return Object.entries(profile).some(
    ([name, value]) =>
      !configurations.includes(name) || !isMap(value) || Object.keys(value).some((each) => each !== "patchSettings"),
  );
}

function checkPassword(password: string, system: OperatingSystem): void {
  const [shortest, longest] = system === OperatingSystem.Windows ? [8, 123] : [6, 72];
  const kinds = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password));
  if (password.length >= shortest && password.length <= longest && kinds.length >= 3) return;
  throw invalid(
    `The supplied password must be between ${shortest}-${longest} characters long and must satisfy at least 3 of password complexity requirements from the following: 1) Contains an uppercase character 2) Contains a lowercase character 3) Contains a numeric digit 4) Contains a special character.`,
  );
}

function checkWindows(profile: PropertyMap, machineName: string): void {
  if (profile.adminPassword === undefined) throw missing("adminPassword");
  const computerName = textAt(profile, "computerName") ?? machineName;
  if (
    computerName.length > 15 ||
    /^\d+$/.test(computerName) ||
    /[`~!@#$%^&*()=+_[\]{}\\|;:.'",<>/?]/.test(computerName)
  ) {
    throw invalid(
      "Windows computer name cannot be more than 15 characters long, be entirely numeric, or contain the following characters: ` ~ ! @ # $ % ^ & * ( ) = + _ [ ] { } \\ | ; : . ' \" , < > / ?.",
    );
  }
}

function checkLinux(profile: PropertyMap, username: string): void {
  const keys = listAt(profile, "linuxConfiguration", "ssh", "publicKeys");
  const withoutPassword = at(profile, "linuxConfiguration", "disablePasswordAuthentication") === true;
  if (withoutPassword ? keys.length === 0 : profile.adminPassword === undefined && keys.length === 0) {
    throw invalid("Authentication using either SSH or by user name and password must be enabled in Linux profile.");
  }
  const expected = `/home/${username}/.ssh/authorized_keys`;
  for (const key of keys) {
    if (key.path !== undefined && key.path !== expected) {
      throw invalid(
        `Destination path for SSH public keys is currently limited to its default value ${expected} due to a known issue in Linux provisioning agent.`,
      );
    }
  }
}

function missing(parameter: string): AzureError {
  return invalid(`Required parameter '${parameter}' is missing (null).`);
}

function invalid(message: string): AzureError {
  return new AzureError(400, "InvalidParameter", message);
}
