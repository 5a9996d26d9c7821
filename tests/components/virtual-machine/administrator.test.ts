import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Problems } from "../../../components/shared/problems";
import { resolveAdministrator } from "../../../components/virtual-machine/administrator";
import { linux, windows } from "../arguments";
import { problemsOf } from "./problems-of";

const osProfile = "https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile";
const notAKey =
  'is not an SSH public key that Azure takes: "ssh-ed25519 ..." or "ssh-rsa ...", on one line. See https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys';

describe("the administrator of a machine", () => {
  it("logs in by password alone on Linux, where that is all there is", () => {
    assert.deepEqual(problemsOf({ ...linux, sshPublicKeys: undefined, adminPassword: "Abc-12" }), []);
  });

  it("keeps the password a secret that was none before", async () => {
    for (const adminPassword of ["Correct-Horse-7", pulumi.output("Correct-Horse-7")]) {
      const resolved = resolveAdministrator({ adminPassword }, "Windows", new Problems("test"));
      assert.ok(resolved.adminPassword);
      assert.equal(await pulumi.isSecret(resolved.adminPassword), true);
    }
  });

  const wrong: [title: string, args: object, problems: string[]][] = [
    [
      "nothing to log in with on Windows",
      { ...windows, adminPassword: undefined },
      ["adminPassword: Windows needs one."],
    ],
    [
      "nothing to log in with on Linux",
      { ...linux, sshPublicKeys: [] },
      ["sshPublicKeys: Linux needs an SSH public key here or in sshPublicKeyIds, or an adminPassword."],
    ],
    [
      "SSH keys on Windows",
      { ...windows, ...{ sshPublicKeys: linux.sshPublicKeys, sshPublicKeyIds: ["key"] } },
      [
        "sshPublicKeys: Windows takes no SSH keys: leave it out.",
        "sshPublicKeyIds: Windows takes no SSH keys: leave it out.",
        'sshPublicKeyIds[0]: "key" is not the id of a Microsoft.Compute/sshPublicKeys resource.',
      ],
    ],
    [
      "what are no public keys, without showing them",
      {
        ...linux,
        sshPublicKeys: [
          "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0",
          "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY=",
          "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIPuwaZa0u7XVcLq",
        ],
      },
      [`sshPublicKeys[0]: ${notAKey}`, `sshPublicKeys[1]: ${notAKey}`, `sshPublicKeys[2]: ${notAKey}`],
    ],
    [
      "a name that Azure refuses",
      { ...windows, adminUsername: "Administrator" },
      [`adminUsername: "Administrator" is a name that Azure refuses. See ${osProfile}`],
    ],
    [
      "a name that is too long on Windows",
      { ...windows, adminUsername: "a-name-of-21-letters-" },
      [`adminUsername: "a-name-of-21-letters-" must be 1 to 20 characters long on Windows. See ${osProfile}`],
    ],
    [
      "a name that ends in a full stop on Windows",
      { ...windows, adminUsername: "operator." },
      [`adminUsername: "operator." must not end in "." on Windows. See ${osProfile}`],
    ],
    [
      "an empty name",
      { ...linux, adminUsername: "" },
      [`adminUsername: "" must be 1 to 64 characters long on Linux. See ${osProfile}`],
    ],
    [
      "a short password, without showing it",
      { ...windows, adminPassword: "Abc-123" },
      [`adminPassword: must be 8 to 123 characters long on Windows. See ${osProfile}`],
    ],
    [
      "a simple password, without showing it",
      { ...windows, adminPassword: "correct-horse" },
      [
        `adminPassword: must have characters of three kinds out of lower case, upper case, digits and others. See ${osProfile}`,
      ],
    ],
    [
      "a password that everybody has",
      { ...windows, adminPassword: "P@ssw0rd" },
      [`adminPassword: is one that Azure refuses. See ${osProfile}`],
    ],
  ];
  for (const [title, args, problems] of wrong) {
    it(`is refused: ${title}`, () => assert.deepEqual(problemsOf(args), problems));
  }
});
