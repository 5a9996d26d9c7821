import { getSshPublicKeyOutput } from "@pulumi/azure-native/compute";
import * as pulumi from "@pulumi/pulumi";
import { OperatingSystem } from "../../facts/operating-system";
import { isPlain, type Problems } from "../shared/problems";

const osProfile = "https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile";

/** Who may log in first. */
export interface AdministratorArgs {
  /**
   * The administrator's name. Azure refuses common ones such as `admin` or `root`. It can't change after creation.
   * Default: `azureuser`.
   */
  adminUsername?: pulumi.Input<string>;
  /**
   * The administrator's password: needed on Windows, and on Linux only without an SSH key. It becomes a secret, whatever
   * is passed. 8 (on Linux 6) to 123 (on Linux 72) characters of three kinds out of lower case, upper case, digits and others.
   *
   * ARM gives out no secret of a Key Vault, so that nothing but the program can read one. Where the password is kept in
   * a vault, pass what Pulumi ESC's `azure-secrets` provider, `getSecretOutput` of `@pulumi/azure/keyvault`, or
   * `@azure/keyvault-secrets` reads.
   */
  adminPassword?: pulumi.Input<string>;
  /**
   * SSH public keys that may log in as the administrator, in OpenSSH format: `ssh-ed25519 ...` or `ssh-rsa ...`. Linux
   * only. Where there is a key and no password, password logins are off. Default: none.
   */
  sshPublicKeys?: pulumi.Input<string>[];
  /**
   * Ids of SSH public keys that are Azure resources (`Microsoft.Compute/sshPublicKeys`), in the subscription of the
   * provider, as a further way to give `sshPublicKeys`. Linux only. Default: none.
   */
  sshPublicKeyIds?: pulumi.Input<string>[];
}

/** The administrator as `osProfile` takes it, less the keys that have to be read from Azure. */
export interface ResolvedAdministrator {
  readonly adminUsername: pulumi.Input<string>;
  readonly adminPassword: pulumi.Output<string> | undefined;
  readonly sshPublicKeys: pulumi.Input<string>[];
  readonly sshPublicKeyIds: pulumi.Input<SshPublicKeyName>[];
}

/** Where an SSH public key resource is. */
export interface SshPublicKeyName {
  readonly resourceGroupName: string;
  readonly sshPublicKeyName: string;
}

/** The administrator that the arguments name. */
export function resolveAdministrator(
  args: AdministratorArgs,
  operatingSystem: OperatingSystem,
  problems: Problems,
): ResolvedAdministrator {
  const { adminUsername = "azureuser", adminPassword, sshPublicKeys = [], sshPublicKeyIds = [] } = args;
  const keys = sshPublicKeys.length + sshPublicKeyIds.length;
  if (operatingSystem === OperatingSystem.Windows) {
    if (adminPassword === undefined) problems.add("adminPassword", "Windows needs one.");
    if (sshPublicKeys.length > 0) problems.add("sshPublicKeys", "Windows takes no SSH keys: leave it out.");
    if (sshPublicKeyIds.length > 0) problems.add("sshPublicKeyIds", "Windows takes no SSH keys: leave it out.");
  } else if (keys === 0 && adminPassword === undefined) {
    problems.add("sshPublicKeys", "Linux needs an SSH public key here or in sshPublicKeyIds, or an adminPassword.");
  }
  return {
    adminUsername: problems.checked("adminUsername", adminUsername, (name) => wrongUsername(name, operatingSystem)),
    adminPassword:
      adminPassword === undefined
        ? undefined
        : pulumi.secret(
            problems.checked("adminPassword", adminPassword, (password) => wrongPassword(password, operatingSystem)),
          ),
    sshPublicKeys: sshPublicKeys.map((key, index) => problems.checked(`sshPublicKeys[${index}]`, key, wrongSshKey)),
    sshPublicKeyIds: sshPublicKeyIds.map((id, index) => {
      const checked = problems.checked(`sshPublicKeyIds[${index}]`, id, notASshPublicKeyId);
      return isPlain(checked) ? sshPublicKeyName(checked) : pulumi.output(checked).apply(sshPublicKeyName);
    }),
  };
}

/** The text of an SSH public key that is an Azure resource. */
export function readSshPublicKey(key: pulumi.Input<SshPublicKeyName>, parent: pulumi.Resource): pulumi.Output<string> {
  const name = pulumi.output(key);
  const read = getSshPublicKeyOutput(
    { resourceGroupName: name.resourceGroupName, sshPublicKeyName: name.sshPublicKeyName },
    { parent },
  );
  return read.apply(({ id, publicKey }) => {
    // Azure has the resource without its key until one is generated or uploaded.
    if (publicKey === undefined) throw new pulumi.ResourceError(`${id} holds no SSH public key yet.`, parent);
    return publicKey;
  });
}

const forbiddenUsernames = new Set(
  (
    "administrator admin user user1 test user2 test1 user3 admin1 1 123 a actuser adm admin2 aspnet backup console " +
    "david guest john owner root server sql support support_388945a0 sys test2 test3 user4 user5"
  ).split(" "),
);

function wrongUsername(name: string, operatingSystem: OperatingSystem): string | undefined {
  const longest = operatingSystem === OperatingSystem.Windows ? 20 : 64;
  const shown = JSON.stringify(name);
  if (name.length === 0 || name.length > longest) {
    return `${shown} must be 1 to ${longest} characters long on ${operatingSystem}. See ${osProfile}`;
  }
  if (forbiddenUsernames.has(name.toLowerCase())) return `${shown} is a name that Azure refuses. See ${osProfile}`;
  if (operatingSystem === OperatingSystem.Windows && name.endsWith(".")) {
    return `${shown} must not end in "." on Windows. See ${osProfile}`;
  }
  return undefined;
}

const forbiddenPasswords = new Set(
  "abc@123 P@$$w0rd P@ssw0rd P@ssword123 Pa$$word pass@word1 Password! Password1 Password22 iloveyou!".split(" "),
);

function wrongPassword(password: string, operatingSystem: OperatingSystem): string | undefined {
  const [shortest, longest] = operatingSystem === OperatingSystem.Windows ? [8, 123] : [6, 72];
  if (password.length < shortest || password.length > longest) {
    return `must be ${shortest} to ${longest} characters long on ${operatingSystem}. See ${osProfile}`;
  }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[\W_]/].filter((kind) => kind.test(password)).length;
  if (kinds < 3) {
    return `must have characters of three kinds out of lower case, upper case, digits and others. See ${osProfile}`;
  }
  return forbiddenPasswords.has(password) ? `is one that Azure refuses. See ${osProfile}` : undefined;
}

const sshKeys = "https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys";

// The key is not shown: what stands in its place by mistake is often the private one.
function wrongSshKey(key: string): string | undefined {
  const [, type, data] = /^\s*(\S+)\s+([A-Za-z0-9+/]+={0,2})(\s|$)/.exec(key) ?? [];
  if ((type === "ssh-rsa" || type === "ssh-ed25519") && data && encodedType(data) === type) return undefined;
  return `is not an SSH public key that Azure takes: "ssh-ed25519 ..." or "ssh-rsa ...", on one line. See ${sshKeys}`;
}

function encodedType(data: string): string {
  const bytes = Buffer.from(data, "base64");
  return bytes.length < 4 ? "" : bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString("latin1");
}

const sshPublicKeyId =
  /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Compute\/sshPublicKeys\/([^/]+)$/i;

function notASshPublicKeyId(id: string): string | undefined {
  if (sshPublicKeyId.test(id)) return undefined;
  return `${JSON.stringify(id)} is not the id of a Microsoft.Compute/sshPublicKeys resource.`;
}

function sshPublicKeyName(id: string): SshPublicKeyName {
  const [, resourceGroupName = "", sshPublicKeyName = ""] = sshPublicKeyId.exec(id) ?? [];
  return { resourceGroupName, sshPublicKeyName };
}
