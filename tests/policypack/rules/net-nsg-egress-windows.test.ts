import { netNsgEgressWindows as rule } from "../../../policypack/rules/azure-vm-network/net-nsg-egress-windows";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, unknown } from "../fixture";
import {
  behindNat,
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

/** A Windows machine whose subnet has a network security group with the given rules. */
function behind(rules: readonly object[], more: readonly Declared[] = []): readonly Declared[] {
  const [inputs, from] = guardedBy();
  return [
    linkedWindows(),
    networkInterface("files"),
    subnet(inputs, from),
    virtualNetwork(),
    securityGroup(rules),
    ...more,
  ];
}

function onDownloads(by: string, fix: string) {
  return broken({
    property: "networkProfile",
    found: `closed to *.windowsupdate.com on TCP 80 by ${by}`,
    mustBe: "open to it for the machine to get its updates",
    fix,
    component: "UpdateNetworkRules",
    componentFix: "sources: { windowsUpdate: true }, networkSecurityGroup: { networkSecurityGroupName }",
  });
}

const opening = (tag: string, port: number) =>
  `{ name: "allow-updates-${port}", direction: "Outbound", access: "Allow", protocol: "Tcp", sourceAddressPrefix: "*", sourcePortRange: "*", destinationAddressPrefix: "${tag}", destinationPortRange: "${port}" }`;
const [downloads, metadata] = [opening("AzureFrontDoor.FirstParty", 80), opening("AzureUpdateDelivery", 443)];
const byDenyInternet = 'security rule "deny-internet" of network security group nsg';
const openDownloads = `add a security rule of a lower priority number than "deny-internet": ${downloads}`;

describe("net-nsg-egress-windows", () => {
  it("is met by Azure's default rules, and without a network security group", () => {
    expectVerdicts(rule, behind([]), { files: met });
    const machines = [linkedWindows(), networkInterface("files"), subnet(...behindNat), virtualNetwork()];
    expectVerdicts(rule, machines, { files: met });
  });

  it("is met by rules for both ports, and by both service tags", () => {
    const ports = {
      name: "web",
      protocol: "Tcp",
      destinationAddressPrefix: "Internet",
      destinationPortRanges: ["80", "443"],
    };
    expectVerdicts(rule, behind([{ ...ports, destinationPortRange: "" }, denyInternet]), { files: met });
    const tags = [
      { destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" },
      { destinationAddressPrefix: "azurefrontdoor.firstparty", destinationPortRange: "80" },
    ];
    expectVerdicts(rule, behind([...tags, denyInternet]), { files: met });
  });

  it("is broken by a rule that denies the Internet, and opens both ports before it", () => {
    const fix = `add security rules of lower priority numbers than "deny-internet": ${downloads} and ${metadata}`;
    expectVerdicts(rule, behind([denyInternet]), { files: onDownloads(byDenyInternet, fix) });
  });

  it("opens each port before the rule that denies it", () => {
    const deny = (port: number) => ({ ...denyInternet, name: `deny-${port}`, destinationPortRange: `${port}` });
    const by = 'security rule "deny-80" of network security group nsg';
    const [first, second] = [80, 443].map(
      (port) => `add a security rule of a lower priority number than "deny-${port}"`,
    );
    expectVerdicts(rule, behind([deny(80), deny(443)]), {
      files: onDownloads(by, `${first}: ${downloads}, and ${second}: ${metadata}`),
    });
  });

  it("is broken where port 443 alone is open, and downloads on port 80 are not", () => {
    expectVerdicts(
      rule,
      behind([{ destinationAddressPrefix: "Internet", destinationPortRange: "443" }, denyInternet]),
      {
        files: onDownloads(byDenyInternet, openDownloads),
      },
    );
  });

  it("is broken by the group of the network interface too, and by a rule that is a resource of its own", () => {
    const [inputs, from] = guardedBy();
    const deny: Declared = {
      name: "no-web",
      type: "azure-native:network:SecurityRule",
      inputs: {
        resourceGroupName: "fleet",
        networkSecurityGroupName: unknown,
        priority: 4000,
        direction: "Outbound",
        access: "Deny",
        protocol: "Tcp",
        sourceAddressPrefix: "*",
        sourcePortRange: "*",
        destinationAddressPrefix: "0.0.0.0/0",
        destinationPortRange: "80",
      },
      from: { networkSecurityGroupName: ["nsg"] },
    };
    const machines = [
      linkedWindows(),
      networkInterface("files", {}, [], inputs, from),
      subnet(...behindNat),
      virtualNetwork(),
      securityGroup([]),
      deny,
    ];
    expectVerdicts(rule, machines, {
      files: onDownloads(
        'security rule "no-web" of network security group nsg',
        `add a security rule of a lower priority number than "no-web": ${downloads}`,
      ),
    });
  });

  it("leaves the finding to net-nsg-wu-tags where one of the two tags is opened", () => {
    const tag = { destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" };
    expectVerdicts(rule, behind([tag, denyInternet]), {
      files: notApplicable("one of two service tags is opened, on which net-nsg-wu-tags has a finding"),
    });
  });

  it("is not known while an access that decides is not, and known where it does not decide", () => {
    expectVerdicts(rule, behind([{ access: unknown }]), {
      files: notKnown({ property: "securityRules[0].access", because: "of nsg is known only after deployment" }),
    });
    expectVerdicts(rule, behind([{ access: "Allow" }, { access: unknown }]), { files: met });
  });

  it("is not known where an address list may or may not have the servers", () => {
    expectVerdicts(rule, behind([{ destinationAddressPrefix: "20.0.0.0/8" }, denyInternet]), {
      files: notKnown({
        property: "securityRules[0].destinationAddressPrefix",
        because:
          "of nsg may or may not have *.windowsupdate.com or *.dl.delivery.mp.microsoft.com or emdl.ws.microsoft.com",
      }),
    });
  });

  it("does not apply to Linux", () => {
    const [inputs, from] = guardedBy();
    const machines = [
      linkedLinux(),
      networkInterface("web"),
      subnet(inputs, from),
      virtualNetwork(),
      securityGroup([denyInternet]),
    ];
    expectVerdicts(rule, machines, { web: notApplicable("the machine does not have Windows") });
  });

  it("does not look at inbound rules", () => {
    const inbound = { ...denyInternet, direction: "Inbound", destinationAddressPrefix: "*" };
    expectVerdicts(rule, behind([inbound]), { files: met });
  });
});
