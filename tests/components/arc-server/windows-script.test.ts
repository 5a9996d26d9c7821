import assert from "node:assert/strict";
import * as fc from "fast-check";
import { onboardingScript, type ScriptValues } from "../../../components/arc-server/script";
import { type ParsedScript, powerShellParser } from "./powershell";
import { anyTexts, complete, fewest } from "./script-values";

const script = (values: Partial<ScriptValues> = {}) =>
  onboardingScript({ ...fewest, operatingSystem: "Windows", ...values });

describe("the onboarding script for Windows", () => {
  let parsed: (text: string) => ParsedScript;
  before(async () => {
    parsed = await powerShellParser();
  });

  it("reads as it should", () => {
    assert.equal(
      script({ ...complete, tags: { "cost center": "4 711" }, gatewayId: undefined, installerUrl: undefined }),
      `#Requires -Version 4.0
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
    Invoke-WebRequest -UseBasicParsing -Uri 'https://gbl.his.arc.azure.com/azcmagent-windows' -TimeoutSec 30 -OutFile $installer -Proxy 'http://proxy.example.com:3128'
    # In a process of its own, with the settings that it expects.
    powershell.exe -NoProfile -ExecutionPolicy Bypass -File $installer -Proxy 'http://proxy.example.com:3128'
    if ($LASTEXITCODE -ne 0) { throw "The installation of the agent ended with exit code $LASTEXITCODE." }
  }

  Invoke-Agent config set config.mode 'full'
  Invoke-Agent config set extensions.enabled 'true'

  $state = & $agent show --json | Out-String | ConvertFrom-Json
  if ($state.status -eq 'Connected') {
    Write-Output 'This server is connected to Azure Arc already.'
  }
  else {
    if (-not $env:AZURE_CLIENT_SECRET) { throw 'AZURE_CLIENT_SECRET has to hold the secret of the service principal.' }
    $configuration = Join-Path $folder 'secret.json'
    $secret = ConvertTo-Json -Compress @{ 'service-principal-secret' = $env:AZURE_CLIENT_SECRET }
    [IO.File]::WriteAllText($configuration, $secret)
    $connect = @(
      '--service-principal-id', '33333333-3333-3333-3333-333333333333',
      '--tenant-id', '11111111-1111-1111-1111-111111111111',
      '--subscription-id', '00000000-0000-0000-0000-000000000000',
      '--resource-group', 'servers',
      '--location', 'westeurope',
      '--cloud', 'AzureCloud',
      '--resource-name', 'files-01',
      '--tags', '''cost center''=''4 711''',
      '--private-link-scope', '/subscriptions/s/resourceGroups/g/providers/Microsoft.HybridCompute/privateLinkScopes/p',
      '--enable-automatic-upgrade'
    )
    Invoke-Agent connect --config $configuration @connect
  }
}
finally {
  Remove-Item -LiteralPath $folder -Recurse -Force
}
`,
    );
  });

  describe("is PowerShell", () => {
    const variants: Readonly<Record<string, Partial<ScriptValues>>> = {
      "with a secret from the environment": {},
      "with a secret in it": { secret: 'it\'s "quoted" `n $env:HOME' },
      "with a certificate": { certificatePath: "C:\\Program Files\\onboarding.pfx" },
      "with everything": complete,
    };
    for (const [title, values] of Object.entries(variants)) {
      it(title, () => assert.deepEqual(parsed(script(values)).errors, []));
    }

    it("as far as the parser can tell: it finds what is not", () => {
      assert.deepEqual(parsed("if ($x) {\n").errors.length > 0, true);
    });
  });

  it("takes a certificate in place of a secret", () => {
    const text = script({ certificatePath: "C:\\onboarding.pfx" });
    assert.match(text, /'--service-principal-cert', 'C:\\onboarding\.pfx',/);
    assert.match(text, /^ {4}Invoke-Agent connect @connect$/m);
    assert.doesNotMatch(text, /AZURE_CLIENT_SECRET|service-principal-secret/);
  });

  it("holds every text as it is", () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const { errors, strings } = parsed(script(texts));
        assert.deepEqual(errors, []);
        for (const value of [texts.resourceGroupName, texts.location, texts.machineName, texts.privateLinkScopeId]) {
          assert.ok(strings.includes(value), value);
        }
        for (const { value } of texts.settings) assert.ok(strings.includes(value), value);
        assert.ok(strings.includes(texts.secret), texts.secret);
      }),
    );
  });
});
