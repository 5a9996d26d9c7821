import assert from "node:assert/strict";
import * as fc from "fast-check";
import { clientScript } from "../../../components/windows-update-client/script";
import { type ParsedScript, powerShellParser } from "../arc-server/powershell";
import { anySettings } from "./settings";

const scheduled = { machineKind: "azure", patchOrchestration: "CustomerManagedSchedules" } as const;

describe("the script for Windows Update", () => {
  let parsed: (text: string) => ParsedScript;
  before(async () => {
    parsed = await powerShellParser();
  });

  it("reads as it should", () => {
    assert.equal(
      clientScript({ ...scheduled, machineKind: "arc", updateSource: "MicrosoftUpdate" }, "2027-01-09"),
      `#Requires -Version 4.0
#Requires -RunAsAdministrator
# Sets up Windows Update for Azure Update Manager.
# Trigger: 2027-01-09
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
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate' 'WUServer'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate' 'WUStatusServer'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU' 'UseWUServer'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate' 'TargetGroup'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate' 'TargetGroupEnabled'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate' 'DoNotConnectToWindowsUpdateInternetLocations'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate' 'AcceptTrustedPublisherCerts'
  Set-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU' 'AllowMUUpdateService' 1
  Set-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU' 'NoAutoUpdate' 1
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU' 'ScheduledInstallDay'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU' 'ScheduledInstallTime'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU' 'NoAutoRebootWithLoggedOnUsers'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU' 'AlwaysAutoRebootAtScheduledTime'
  Remove-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU' 'AlwaysAutoRebootAtScheduledTimeMinutes'

  $microsoftUpdate = '7971f918-a847-4430-9279-4a52d1efe18d'
  $manager = New-Object -ComObject Microsoft.Update.ServiceManager
  $service = $manager.Services | Where-Object { $_.ServiceID -eq $microsoftUpdate }
  if (-not $service -or -not $service.IsRegisteredWithAU) {
    $manager.AddService2($microsoftUpdate, 7, '') | Out-Null
    $script:changed = $true
    Write-Output 'Registered Microsoft Update.'
  }

  if (-not $script:changed) {
    Write-Output 'Everything was set up already.'
  }
  elseif ((Get-Service -Name wuauserv).Status -ne 'Running') {
    Write-Output 'Windows Update reads this when it starts.'
  }
  elseif ((New-Object -ComObject Microsoft.Update.Installer).IsBusy) {
    Write-Output 'Updates are being installed: Windows Update reads this when it starts next.'
  }
  else {
    Restart-Service -Name wuauserv -Force
  }
}
catch {
  [Console]::Error.WriteLine("Windows Update could not be set up: $_")
  exit 1
}
`,
    );
  });

  it("takes Microsoft Update away where Windows Update alone is wanted", () => {
    const text = clientScript({ ...scheduled, updateSource: "WindowsUpdate" });
    assert.match(text, /^ {2}if \(\$service\) \{\n {4}\$manager\.RemoveService\(\$microsoftUpdate\)\n/m);
    assert.match(text, /^ {2}Remove-Policy '[^']+\\AU' 'AllowMUUpdateService'$/m);
    assert.doesNotMatch(text, /AddService2/);
  });

  it("leaves services alone where the source is WSUS, or is left as it is", () => {
    const wsus = { serverUrl: "https://wsus.example.com:8531" };
    for (const settings of [scheduled, { ...scheduled, updateSource: "Wsus", wsus } as const]) {
      assert.doesNotMatch(clientScript(settings), /ServiceManager/);
    }
  });

  it("holds a text that is not ASCII as its bytes", () => {
    const wsus = { serverUrl: "http://wsus:8530", targetGroups: ["Büro", "it's"] };
    const line = clientScript({ ...scheduled, updateSource: "Wsus", wsus })
      .split("\n")
      .find((one) => one.includes("'TargetGroup'"));
    assert.equal(
      line,
      "  Set-Policy 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate' 'TargetGroup' ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('QsO8cm87aXQncw==')))",
    );
    assert.equal(Buffer.from("QsO8cm87aXQncw==", "base64").toString("utf8"), "Büro;it's");
  });

  it("is PowerShell of ASCII characters with every text as it is, whatever the settings", () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const text = clientScript(settings);
        const { errors, strings } = parsed(text);
        assert.deepEqual(errors, []);
        assert.match(text, /^[\x20-\x7e\n]*$/);
        const decoded = strings.map((one) => Buffer.from(one, "base64").toString("utf8"));
        const { serverUrl, targetGroups = [] } = settings.wsus ?? {};
        for (const value of [serverUrl, targetGroups.join(";")]) {
          if (value) assert.ok(strings.includes(value) || decoded.includes(value), value);
        }
      }),
    );
  });

  it("would not pass for PowerShell if it were none", () => {
    assert.notDeepEqual(parsed(clientScript(scheduled).replace("catch {", "catch {{")).errors, []);
  });
});
