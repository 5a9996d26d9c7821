import { type ConnectFlag, type ScriptParts, secretVariable } from "./script";

/**
 * The script for Windows PowerShell 4 or newer, to be run as an administrator. Run again, it sets the agent up anew and
 * connects it only if it is not.
 */
export function windowsScript({ installerUrl, proxyUrl, settings, connect, secret }: ScriptParts): string {
  const proxy = proxyUrl === undefined ? "" : ` -Proxy ${quoted(proxyUrl)}`;
  const set = settings.map(({ property, value }) => `  Invoke-Agent config set ${property} ${quoted(value)}`);
  return `#Requires -Version 4.0
#Requires -RunAsAdministrator
# Connects this server to Azure Arc, set up so that Azure Update Manager can patch it.
$ErrorActionPreference = 'Stop'
if (-not [Environment]::Is64BitProcess) { throw 'Run this script in a 64-bit PowerShell.' }
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

$agent = Join-Path $env:ProgramW6432 'AzureConnectedMachineAgent\\azcmagent.exe'

function Invoke-Agent {
  & $agent @args
  if ($LASTEXITCODE -ne 0) { throw "azcmagent $($args[0]) ended with exit code $LASTEXITCODE." }
}

$folder = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid().ToString())
New-Item -ItemType Directory -Path $folder | Out-Null
try {
  # For SYSTEM and the administrators alone: a secret may come to lie there.
  icacls.exe $folder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null
  if ($LASTEXITCODE -ne 0) { throw "Closing $folder to others ended with exit code $LASTEXITCODE." }

  if (-not (Test-Path -LiteralPath $agent)) {
    $installer = Join-Path $folder 'install_windows_azcmagent.ps1'
    Invoke-WebRequest -UseBasicParsing -Uri ${quoted(installerUrl)} -TimeoutSec 30 -OutFile $installer${proxy}
    # In a process of its own, with the settings that it expects.
    powershell.exe -NoProfile -ExecutionPolicy Bypass -File $installer${proxy}
    if ($LASTEXITCODE -ne 0) { throw "The installation of the agent ended with exit code $LASTEXITCODE." }
  }

${set.join("\n")}

  $state = & $agent show --json | Out-String | ConvertFrom-Json
  if ($state.status -eq 'Connected') {
    Write-Output 'This server is connected to Azure Arc already.'
  }
  else {
${connectBlock(connect, secret)}
  }
}
finally {
  Remove-Item -LiteralPath $folder -Recurse -Force
}
`;
}

function connectBlock(connect: readonly ConnectFlag[], secret: ScriptParts["secret"]): string {
  const lines = [
    "$connect = @(",
    ...connect.map((flag, index) => `  ${flag.map(quoted).join(", ")}${index < connect.length - 1 ? "," : ""}`),
    ")",
  ];
  if (secret === "none") return indented([...lines, "Invoke-Agent connect @connect"]);
  const value = secret === "environment" ? `$env:${secretVariable}` : quoted(secret.value);
  const missing = `if (-not $env:${secretVariable}) { throw '${secretVariable} has to hold the secret of the service principal.' }`;
  return indented([
    ...(secret === "environment" ? [missing] : []),
    "$configuration = Join-Path $folder 'secret.json'",
    `$secret = ConvertTo-Json -Compress @{ 'service-principal-secret' = ${value} }`,
    // Windows PowerShell writes a byte order mark in front of UTF-8, which JSON must not have.
    "[IO.File]::WriteAllText($configuration, $secret)",
    ...lines,
    "Invoke-Agent connect --config $configuration @connect",
  ]);
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join("\n");
}

/** A text as PowerShell takes it literally. PowerShell ends a string at curly quotes too. */
function quoted(text = ""): string {
  return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}
