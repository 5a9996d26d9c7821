import { installPythonScript } from "../virtual-machine/user-data";
import { type ConnectFlag, type ScriptParts, secretVariable } from "./script";

/** The script for bash, to be run as root. Run again, it sets the agent up anew and connects it only if it is not. */
export function linuxScript({ installerUrl, proxyUrl, installPython, settings, connect, secret }: ScriptParts): string {
  const blocks = [
    `#!/usr/bin/env bash
# Connects this server to Azure Arc, set up so that Azure Update Manager can patch it.
set -euo pipefail

if [[ $EUID -ne 0 ]]; then
  echo 'Run this script as root.' >&2
  exit 1
fi`,
    installPython && `(\n${indented(installPythonScript.replace(/^#!.*\n/, ""))}\n)`,
    `folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if ! command -v azcmagent >/dev/null 2>&1; then
  ${proxyUrl === undefined ? "" : `https_proxy=${quoted(proxyUrl)} `}wget -q ${quoted(installerUrl)} -O "$folder/install_linux_azcmagent.sh"
  bash "$folder/install_linux_azcmagent.sh"${proxyUrl === undefined ? "" : ` --proxy ${quoted(proxyUrl)}`}
fi`,
    settings.map(({ property, value }) => `azcmagent config set ${property} ${quoted(value)}`).join("\n"),
    `state=$(azcmagent show --json 2>/dev/null || true)
connected='"status": *"Connected"'
if [[ $state =~ $connected ]]; then
  echo 'This server is connected to Azure Arc already.'
  exit 0
fi`,
    ...secretBlocks(secret),
    `azcmagent connect${secret === "none" ? "" : ' --config "$folder/secret.json"'} \\\n${continued(connect)}`,
  ];
  return `${blocks.filter((block) => typeof block === "string").join("\n\n")}\n`;
}

// In a file, because a command line shows in the list of processes.
function secretBlocks(secret: ScriptParts["secret"]): string[] {
  if (secret === "none") return [];
  if (secret !== "environment") {
    const json = JSON.stringify({ "service-principal-secret": secret.value });
    return [`printf '%s\\n' ${quoted(json)} >"$folder/secret.json"`];
  }
  return [
    `secret=\${${secretVariable}:?has to hold the secret of the service principal}
secret=\${secret//\\\\/\\\\\\\\}
secret=\${secret//\\"/\\\\\\"}
printf '{"service-principal-secret":"%s"}\\n' "$secret" >"$folder/secret.json"`,
  ];
}

/** A flag a line. */
function continued(flags: readonly ConnectFlag[]): string {
  return flags.map(([flag, value]) => (value === undefined ? `  ${flag}` : `  ${flag} ${quoted(value)}`)).join(" \\\n");
}

function indented(script: string): string {
  return script
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}

/** A text as one word of a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
