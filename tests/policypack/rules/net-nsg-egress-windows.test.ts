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

function closedOn(port: number, name: string, by: string, tag: string, place = "") {
  return broken({
    property: "networkProfile",
    found: `closed to ${name} on TCP ${port} by ${by}`,
    mustBe: "open to it for the machine to get its updates",
    fix: `add a security rule${place}: { name: "allow-updates-${port}", direction: "Outbound", access: "Allow", protocol: "Tcp", sourceAddressPrefix: "*", sourcePortRange: "*", destinationAddressPrefix: "${tag}", destinationPortRange: "${port}" }`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { windowsUpdate: true }, networkSecurityGroup: { networkSecurityGroupName }",
  });
}

const onDownloads = (by: string, place?: string) =>
  closedOn(80, "*.windowsupdate.com", by, "AzureFrontDoor.FirstParty", place);
const byDenyInternet = 'security rule "deny-internet" of network security group nsg';
const before = ' of a lower priority number than "deny-internet"';

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

  it("is broken by a rule that denies the Internet", () => {
    expectVerdicts(rule, behind([denyInternet]), { files: onDownloads(byDenyInternet, before) });
  });

  it("is broken where port 443 alone is open, and downloads on port 80 are not", () => {
    expectVerdicts(
      rule,
      behind([{ destinationAddressPrefix: "Internet", destinationPortRange: "443" }, denyInternet]),
      {
        files: onDownloads(byDenyInternet, before),
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
        ' of a lower priority number than "no-web"',
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
