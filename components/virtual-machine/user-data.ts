import { gunzipSync } from "node:zlib";
import * as pulumi from "@pulumi/pulumi";
import { describeImage } from "../../facts/images";
import { PatchOrchestration } from "../../facts/machine-settings";
import { OperatingSystem } from "../../facts/operating-system";
import { pythonOnImage } from "../../facts/python";
import { oneOf, type Problems } from "../shared/problems";
import { joinUserData, userDataBeginnings, userDataFormat } from "./cloud-init";
import type { ResolvedImage } from "./image";
import type { PatchArgs } from "./patching";

const customDataPage = "https://learn.microsoft.com/azure/virtual-machines/custom-data";

/** What `osProfile.customData` may hold, in bytes before base64. */
const longest = 65535;

/** What the machine is told at its first start. None of it can change after creation. */
export interface UserDataArgs {
  /**
   * Custom data as text: on Linux what cloud-init is to do, in any of its formats (`#cloud-config`, a script, `#include`,
   * a template, a multipart message); on Windows a file that Azure leaves at `%SYSTEMDRIVE%\AzureData\CustomData.bin`.
   * Anybody on the machine can read it: pass no secrets. At most 65535 bytes. On RHEL that Azure patches by itself the
   * component joins a script that masks packagekit, which would install updates beside it. Default: none.
   */
  customData?: pulumi.Input<string>;
  /** The same as `customData`, but base64-encoded: for what is not text, such as gzip. Give only one of the two. */
  customDataBase64?: pulumi.Input<string>;
  /**
   * Whether cloud-init installs Python 3, with the image's own package manager and only where no Python is found: the
   * extensions of Azure Update Manager need one. It is joined with `customData`. Linux only; the image needs cloud-init.
   * Default: on for images that are not known to ship Python. Turn it off to take over a machine that was created
   * without: custom data can't change.
   */
  installPython?: boolean;
}

/** Installs Python 3 where it is missing. It is part of a machine that can't change: another byte is another machine. */
export const installPythonScript = `#!/bin/sh
# Azure Update Manager's extensions run on Python.
set -e
for python in python3 python /usr/libexec/platform-python; do
  command -v "$python" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1; then
  apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y python3
elif command -v tdnf >/dev/null 2>&1; then
  tdnf install -y python3
elif command -v dnf >/dev/null 2>&1; then
  dnf install -y python3
elif command -v yum >/dev/null 2>&1; then
  yum install -y python3
elif command -v zypper >/dev/null 2>&1; then
  zypper --non-interactive install python3
else
  echo "Python is missing, and so is every package manager known here" >&2
  exit 1
fi
`;

/** Keeps packagekit of RHEL from installing updates beside Azure, which switches it off on no machine by itself. */
export const silencePackagekitScript = `#!/bin/sh
# Azure installs the updates of this machine.
systemctl mask --now packagekit
`;

/** A script of this component's in the custom data. */
interface OwnScript {
  readonly filename: string;
  readonly text: string;
  /** What it does, for messages. */
  readonly act: string;
  /** How to do without it, as a sentence of a message. */
  readonly instead: string;
}

const installPython: OwnScript = {
  filename: "python3.sh",
  text: installPythonScript,
  act: "the installation of Python",
  instead: " Or set installPython to false.",
};
const silencePackagekit: OwnScript = {
  filename: "packagekit.sh",
  text: silencePackagekitScript,
  act: "the masking of packagekit",
  instead: "",
};

/** `osProfile.customData`, base64-encoded; `undefined` where there is none. */
export function resolveUserData(
  args: UserDataArgs & Pick<PatchArgs, "patchOrchestration">,
  image: ResolvedImage,
  problems: Problems,
): pulumi.Input<string> | undefined {
  const { customData, customDataBase64 } = args;
  if (customData !== undefined && customDataBase64 !== undefined) {
    problems.add("customDataBase64", "customData gives the custom data already: give only one of the two.");
  }
  if (args.installPython !== undefined && image.operatingSystem === OperatingSystem.Windows) {
    problems.add("installPython", "Update Manager needs no Python on Windows: leave it out.");
  }
  const script = ownScript(args, image);
  const given = givenUserData(args, script, problems);
  if (given === undefined) return script && encode(Buffer.from(script.text));
  if (script === undefined) return given.base64;
  return pulumi.output(given.base64).apply(async (encoded) => {
    const joined = await joinUserData(decode(encoded), script);
    const reason = tooLong(joined);
    if (reason) throw problems.late(given.argument, `together with ${script.act}, ${reason}`);
    return encode(joined);
  });
}

function ownScript(
  { installPython: asked, patchOrchestration }: UserDataArgs & Pick<PatchArgs, "patchOrchestration">,
  image: ResolvedImage,
): OwnScript | undefined {
  const python = image.operatingSystem === OperatingSystem.Linux && (asked ?? lacksPython(image));
  const packagekit = patchOrchestration === PatchOrchestration.AzureManagedSafeDeployment && isRedHat(image);
  if (!packagekit) return python ? installPython : undefined;
  if (!python) return silencePackagekit;
  const [shebang, ...rest] = installPython.text.trimEnd().split("\n");
  return {
    filename: "updates.sh",
    text: [shebang, "(", ...rest, ")", ...silencePackagekit.text.split("\n").slice(1)].join("\n"),
    act: `${installPython.act} and ${silencePackagekit.act}`,
    instead: "",
  };
}

function lacksPython(image: ResolvedImage): boolean {
  return !image.marketplace || pythonOnImage(image.marketplace).presence !== "shipped";
}

function isRedHat({ marketplace }: ResolvedImage): boolean {
  return marketplace !== undefined && describeImage(marketplace).distribution === "Red Hat Enterprise Linux";
}

function givenUserData(
  { customData, customDataBase64 }: UserDataArgs,
  script: OwnScript | undefined,
  problems: Problems,
): { argument: string; base64: pulumi.Input<string> } | undefined {
  if (customData !== undefined) {
    const checked = problems.checked("customData", customData, (text) => wrongUserData(Buffer.from(text), script));
    return { argument: "customData", base64: pulumi.output(checked).apply((text) => encode(Buffer.from(text))) };
  }
  if (customDataBase64 !== undefined) {
    const checked = problems.checked("customDataBase64", customDataBase64, (text) =>
      base64.test(text) ? wrongUserData(decode(text), script) : "is not base64.",
    );
    return { argument: "customDataBase64", base64: checked };
  }
  return undefined;
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

// Custom data is not shown: it may hold a secret all the same.
function wrongUserData(userData: Buffer, script: OwnScript | undefined): string | undefined {
  if (userData.length === 0) return "is empty: leave it out.";
  const reason = tooLong(userData);
  if (reason) return reason;
  if (script === undefined) return undefined;
  const format = userDataFormat(userData);
  if (format === undefined) {
    return `is nothing that cloud-init reads, so that ${script.act} can't be joined with it: it should begin with ${oneOf(userDataBeginnings)}, or be a multipart message or gzip.${script.instead}`;
  }
  return format === "gzip" && !unpacks(userData) ? "begins like gzip but can't be unpacked." : undefined;
}

function tooLong(userData: Buffer): string | undefined {
  if (userData.length <= longest) return undefined;
  return `${userData.length} bytes are more than the ${longest} that Azure takes. See ${customDataPage}`;
}

function unpacks(data: Buffer): boolean {
  try {
    gunzipSync(data);
    return true;
  } catch {
    return false;
  }
}

function encode(userData: Buffer): string {
  return userData.toString("base64");
}

function decode(base64Text: string): Buffer {
  return Buffer.from(base64Text, "base64");
}
