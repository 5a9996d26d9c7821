import { netNsgImdsDnsDeny as rule } from "../../../policypack/rules/azure-vm-network/net-nsg-imds-dns-deny";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, linuxMachine, unknown } from "../fixture";
import {
  denyInternet,
  guardedBy,
  linkedLinux,
  networkId,
  networkInterface,
  plain,
  securityGroup,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

const deny = (tag: string) => ({ name: "deny", access: "Deny", destinationAddressPrefix: tag });
const allow = (tag: string) => ({ name: "allow", destinationAddressPrefix: tag });

function behind(rules: readonly object[], network = virtualNetwork()): readonly Declared[] {
  return [network, securityGroup(rules), subnet(...guardedBy()), networkInterface("web"), linkedLinux()];
}

function denied(tag: string, rest = "", rule = 'security rule "deny" of network security group nsg') {
  return broken({
    property: "networkProfile",
    found: `linked to ${rule}, which denies ${tag}`,
    mustBe: `linked to network security groups without such a rule${rest}`,
    fix: `remove ${rule}`,
  });
}
const orServers = ", or to a network with DNS servers of its own";

describe("net-nsg-imds-dns-deny", () => {
  it("is met without a rule for the tags, however much is denied", () => {
    expectVerdicts(rule, behind([denyInternet, { access: "Deny" }]), { web: met });
    expectVerdicts(rule, behind([{ ...deny("AzurePlatformDNS"), direction: "Inbound" }]), { web: met });
    expectVerdicts(rule, behind([deny("AzurePlatformLKM"), allow("AzurePlatformDNS")]), { web: met });
    expectVerdicts(rule, [virtualNetwork(), subnet(), networkInterface("web"), linkedLinux()], { web: met });
  });

  it("is met where a rule before it allows the tag", () => {
    expectVerdicts(rule, behind([allow("AzurePlatformDNS"), deny("AzurePlatformDNS")]), { web: met });
  });

  it("is broken by a rule that denies either of them, on the subnet or the interface", () => {
    expectVerdicts(rule, behind([deny("AzurePlatformDNS")]), { web: denied("AzurePlatformDNS", orServers) });
    expectVerdicts(rule, behind([allow("*"), deny("azureplatformimds")]), { web: denied("AzurePlatformIMDS") });
    const [inputs, from] = guardedBy();
    expectVerdicts(
      rule,
      [
        virtualNetwork(),
        subnet(),
        securityGroup([deny("AzurePlatformIMDS")]),
        networkInterface("web", {}, [], inputs, from),
        linkedLinux(),
      ],
      { web: denied("AzurePlatformIMDS") },
    );
  });

  it("is broken by a rule that is a resource of its own", () => {
    const separate = plain(
      "SecurityRule",
      "no-metadata",
      {
        networkSecurityGroupName: unknown,
        securityRuleName: "no-metadata",
        priority: 200,
        direction: "Outbound",
        access: "Deny",
        destinationAddressPrefixes: ["AzurePlatformIMDS"],
      },
      { networkSecurityGroupName: ["nsg"] },
    );
    expectVerdicts(rule, [...behind([]), separate], {
      web: denied("AzurePlatformIMDS", "", 'security rule "no-metadata" of network security group nsg'),
    });
  });

  it("lets DNS servers of one's own stand in for the platform's DNS, and for nothing else", () => {
    const network = virtualNetwork({ dhcpOptions: { dnsServers: ["10.0.0.4"] } });
    expectVerdicts(rule, behind([deny("AzurePlatformDNS")], network), { web: met });
    expectVerdicts(rule, behind([deny("AzurePlatformIMDS")], network), { web: denied("AzurePlatformIMDS") });
    expectVerdicts(
      rule,
      [
        virtualNetwork(),
        securityGroup([deny("AzurePlatformDNS")]),
        subnet(...guardedBy()),
        networkInterface("web", {}, [], { dnsSettings: { dnsServers: ["10.0.0.4"] } }),
        linkedLinux(),
      ],
      { web: met },
    );
  });

  it("is not known of groups outside the stack, nor of rules that are not known", () => {
    const id = networkId("networkSecurityGroups/hub", "hub");
    expectVerdicts(
      rule,
      [virtualNetwork(), subnet({ networkSecurityGroup: { id } }), networkInterface("web"), linkedLinux()],
      {
        web: notKnown({
          property: "networkSecurityGroup",
          because: `of machines has "${id}", which is not visible here`,
        }),
      },
    );
    expectVerdicts(rule, behind([deny(unknown)]), {
      web: notKnown({
        property: "securityRules[0].destinationAddressPrefix",
        because: "of nsg is known only after deployment",
      }),
    });
    expectVerdicts(rule, behind([deny("AzurePlatformDNS")], virtualNetwork({ dhcpOptions: unknown })), {
      web: notKnown({ property: "dhcpOptions", because: "of network is known only after deployment" }),
    });
  });

  it("does not apply without network interfaces", () => {
    expectVerdicts(rule, [linuxMachine()], { web: notApplicable("the machine declares no network interface") });
  });
});
