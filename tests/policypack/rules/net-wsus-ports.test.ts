import { netWsusPorts as rule } from "../../../policypack/rules/azure-vm-network/net-wsus-ports";
import { type Answer, broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, unknown, windowsMachine } from "../fixture";
import {
  denyInternet,
  guardedBy,
  linkedLinux,
  linkedWindows,
  networkInterface,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

function script(text: string): Declared {
  return {
    name: "client",
    type: "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
    inputs: { runCommandName: "client", resourceGroupName: "fleet", vmName: unknown, source: { script: text } },
    from: { vmName: ["files"] },
  };
}

const policies = "HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";

/** The script of the component for a server, as far as its source goes. */
function client(url: string): Declared {
  return script(
    [
      `  Set-Policy '${policies}' 'WUServer' '${url}'`,
      `  Set-Policy '${policies}' 'WUStatusServer' '${url}'`,
      `  Set-Policy '${policies}\\AU' 'UseWUServer' 1`,
    ].join("\n"),
  );
}

function asking(source: Declared, ...rules: readonly object[]): readonly Declared[] {
  return [
    virtualNetwork(),
    securityGroup(rules),
    subnet(...guardedBy()),
    networkInterface("files"),
    linkedWindows(),
    source,
  ];
}

function denied(port: number, by: string): Answer {
  return broken({
    property: "networkProfile",
    found: `linked to ${by} of network security group nsg, which denies TCP ${port} to its WSUS server`,
    mustBe: "linked to network security groups that allow it",
    fix: `add a security rule of a lower priority number than ${by.replace("security rule ", "")}: direction: "Outbound", access: "Allow", protocol: "Tcp", destinationPortRange: "${port}", and the server's address as destinationAddressPrefix`,
    component: "UpdateNetworkRules",
    componentFix: 'sources: { wsus: { addresses: ["ADDRESS"] } }, networkSecurityGroup: { networkSecurityGroupName }',
  });
}

describe("net-wsus-ports", () => {
  it("is met where the server is let through, by its address or as a part of the network", () => {
    const server = { destinationAddressPrefix: "10.0.3.4", destinationPortRange: "8530", protocol: "Tcp" };
    expectVerdicts(rule, asking(client("http://10.0.3.4:8530"), server, { access: "Deny" }), { files: met });
    expectVerdicts(rule, asking(client("http://10.0.3.4:8530"), denyInternet), { files: met });
    expectVerdicts(rule, asking(client("https://wsus.example.com:8531")), { files: met });
  });

  it("is met on ports of one's own, and on those of older servers", () => {
    for (const url of ["http://10.0.3.4", "https://10.0.3.4", "http://10.0.3.4:9000", "https://10.0.3.4:9001"]) {
      expectVerdicts(rule, asking(client(url)), { files: met });
    }
  });

  it("reads the other ways of writing to the registry", () => {
    for (const text of [
      'reg add "HKLM\\K" /v WUServer /t REG_SZ /d "http://10.0.3.4:8530" /f\nreg add "HKLM\\K\\AU" /v UseWUServer /t REG_DWORD /d 1 /f',
      '"WUServer"="http://10.0.3.4:8530"\r\n"UseWUServer"=dword:00000001\r\n',
      "New-ItemProperty K -Name UseWUServer -Value 0x1; New-ItemProperty K -Name WUServer -Value http://10.0.3.4:8530",
    ]) {
      expectVerdicts(rule, asking(script(text), { access: "Deny" }), { files: denied(8530, 'security rule "rule-0"') });
    }
  });

  it("is broken where a rule denies the server's port", () => {
    const other = { destinationAddressPrefix: "10.0.3.4", destinationPortRange: "443" };
    expectVerdicts(rule, asking(client("http://10.0.3.4:8530"), other, { name: "rest", access: "Deny" }), {
      files: denied(8530, 'security rule "rest"'),
    });
    expectVerdicts(rule, asking(client("https://wsus.example.com:8531"), { access: "Deny" }), {
      files: denied(8531, 'security rule "rule-0"'),
    });
  });

  it("is broken where the port is that of the other protocol", () => {
    const swapped = (own: string, port: number, other: string, right: number) =>
      broken({
        property: "source.script of client",
        found: `a script that sets a WSUS server for ${own} on port ${port}, which is one of ${other}`,
        mustBe: `one that sets it with a port of ${own}, such as ${right}`,
        fix: `in the script, write ${own.toLowerCase()}://SERVER:${right} to WUServer and WUStatusServer`,
        component: "WindowsUpdateClient",
        componentFix: `wsus: { serverUrl: "${own.toLowerCase()}://SERVER:${right}" }`,
      });
    expectVerdicts(rule, asking(client("http://10.0.3.4:8531")), { files: swapped("HTTP", 8531, "HTTPS", 8530) });
    expectVerdicts(rule, asking(client("https://10.0.3.4:8530")), { files: swapped("HTTPS", 8530, "HTTP", 8531) });
    expectVerdicts(rule, asking(client("https://10.0.3.4:80")), { files: swapped("HTTPS", 80, "HTTP", 8531) });
  });

  it("is not known where a host's address decides, nor while the script is not known", () => {
    expectVerdicts(rule, asking(client("http://wsus.example.com:8530"), denyInternet), {
      files: notKnown({
        property: "subnet",
        because: "may or may not have wsus.example.com joined to its virtual network",
      }),
    });
    expectVerdicts(rule, asking(script(unknown)), {
      files: notKnown({ property: "source.script", because: "is known only after deployment" }),
    });
    expectVerdicts(
      rule,
      asking(script("Set-ItemProperty K -Name UseWUServer -Value 1; Set-ItemProperty K WUServer $url")),
      {
        files: notKnown({
          property: "source.script",
          because: "of client sets a WSUS server whose address its text does not tell",
        }),
      },
    );
  });

  it("does not apply without a WSUS server in force, and to Linux", () => {
    const none = notApplicable("no script of the stack sets a WSUS server");
    expectVerdicts(rule, asking(script("Write-Output 'UseWUServer'")), { files: none });
    expectVerdicts(rule, asking(script(`Remove-Policy '${policies}' 'WUServer'\nSet-Policy 'K' 'UseWUServer' 0`)), {
      files: none,
    });
    expectVerdicts(rule, [virtualNetwork(), subnet(), networkInterface("web"), linkedLinux()], { web: none });
    expectVerdicts(rule, [windowsMachine()], { files: notApplicable("the machine declares no network interface") });
  });
});
