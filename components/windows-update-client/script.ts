import { microsoftUpdateRegistration, microsoftUpdateServiceId } from "../../facts/machine-settings";
import { type ClientSettings, type WantedValue, wantedValues } from "./policy-values";
import { WindowsUpdateSource } from "./source";

/**
 * The script for Windows PowerShell 4 or newer, to be run as an administrator. It changes what is not as it should be,
 * and nothing when it is run again. Windows Update is restarted only after a change, and not while it installs.
 *
 * @param trigger a text on one line; another one makes another script
 */
export function clientScript(settings: ClientSettings, trigger?: string): string {
  const comment = trigger === undefined ? "" : `\n# Trigger: ${trigger}`;
  return `#Requires -Version 4.0
#Requires -RunAsAdministrator
# Sets up Windows Update for Azure Update Manager.${comment}
$ErrorActionPreference = 'Stop'
$script:changed = $false

function Set-Policy([string]$Key, [string]$Name, $Value) {
  $kind = if ($Value -is [int]) { 'DWord' } else { 'String' }
  if (-not (Test-Path -LiteralPath $Key)) { New-Item -Path $Key -Force | Out-Null }
  $item = Get-Item -LiteralPath $Key
  $known = $item.GetValueNames() -contains $Name
  if ($known -and $item.GetValueKind($Name) -eq $kind -and $item.GetValue($Name) -ceq $Value) { return }
  New-ItemProperty -LiteralPath $Key -Name $Name -PropertyType $kind -Value $Value -Force | Out-Null
  $script:changed = $true
  Write-Output "Set $Name to $Value."
}

function Remove-Policy([string]$Key, [string]$Name) {
  if (-not (Test-Path -LiteralPath $Key)) { return }
  if ((Get-Item -LiteralPath $Key).GetValueNames() -notcontains $Name) { return }
  Remove-ItemProperty -LiteralPath $Key -Name $Name -Force
  $script:changed = $true
  Write-Output "Removed $Name."
}

try {
${indented([...wantedValues(settings).map(command), ...microsoftUpdate(settings), ...restart])}
}
catch {
  [Console]::Error.WriteLine("Windows Update could not be set up: $_")
  exit 1
}
`;
}

function command({ policy, data }: WantedValue): string {
  const target = `${quoted(policy.key.replace(/^HKLM\\/, "HKLM:\\"))} ${quoted(policy.value)}`;
  if (data === undefined) return `Remove-Policy ${target}`;
  return `Set-Policy ${target} ${typeof data === "number" ? data : quoted(data)}`;
}

/** Registers Microsoft Update with Windows Update, or takes it from there. */
function microsoftUpdate({ updateSource }: ClientSettings): string[] {
  const services = [
    "",
    `$microsoftUpdate = ${quoted(microsoftUpdateServiceId.value)}`,
    "$manager = New-Object -ComObject Microsoft.Update.ServiceManager",
    "$service = $manager.Services | Where-Object { $_.ServiceID -eq $microsoftUpdate }",
  ];
  switch (updateSource) {
    case WindowsUpdateSource.MicrosoftUpdate:
      return [
        ...services,
        "if (-not $service -or -not $service.IsRegisteredWithAU) {",
        `  $manager.AddService2($microsoftUpdate, ${microsoftUpdateRegistration.flags}, '') | Out-Null`,
        "  $script:changed = $true",
        "  Write-Output 'Registered Microsoft Update.'",
        "}",
      ];
    case WindowsUpdateSource.WindowsUpdate:
      return [
        ...services,
        "if ($service) {",
        "  $manager.RemoveService($microsoftUpdate)",
        "  $script:changed = $true",
        "  Write-Output 'Removed Microsoft Update.'",
        "}",
      ];
    default:
      return [];
  }
}

const restart: readonly string[] = [
  "",
  "if (-not $script:changed) {",
  "  Write-Output 'Everything was set up already.'",
  "}",
  "elseif ((Get-Service -Name wuauserv).Status -ne 'Running') {",
  "  Write-Output 'Windows Update reads this when it starts.'",
  "}",
  "elseif ((New-Object -ComObject Microsoft.Update.Installer).IsBusy) {",
  "  Write-Output 'Updates are being installed: Windows Update reads this when it starts next.'",
  "}",
  "else {",
  "  Restart-Service -Name wuauserv -Force",
  "}",
];

function indented(lines: readonly string[]): string {
  return lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n");
}

/** A text as an argument of a command, whatever is in it. */
function quoted(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  // Windows PowerShell takes a script without a byte order mark for one of the machine's own code page.
  const bytes = Buffer.from(text, "utf8").toString("base64");
  return `([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${bytes}')))`;
}
