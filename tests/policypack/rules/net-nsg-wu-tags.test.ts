import { netNsgWuTags as rule } from "../../../policypack/rules/azure-vm-network/net-nsg-wu-tags";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, unknown } from "../fixture";
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

function behind(rules: readonly object[]): readonly Declared[] {
  const [inputs, from] = guardedBy();
  return [linkedWindows(), networkInterface("files"), subnet(inputs, from), virtualNetwork(), securityGroup(rules)];
}

const metadata = { destinationAddressPrefix: "AzureUpdateDelivery", destinationPortRange: "443" };
const downloads = { destinationAddressPrefix: "AzureFrontDoor.FirstParty", destinationPortRange: "80" };

function alone(opened: string, tag: string, port: number) {
  return broken({
    property: "networkProfile",
    found: `open to service tag ${opened} alone, and closed to ${tag} on TCP ${port} by security rule "deny-internet" of network security group nsg`,
    mustBe: "open to both",
    fix: `add a security rule of a lower priority number than "deny-internet": { name: "allow-updates-${port}", direction: "Outbound", access: "Allow", protocol: "Tcp", sourceAddressPrefix: "*", sourcePortRange: "*", destinationAddressPrefix: "${tag}", destinationPortRange: "${port}" }`,
    component: "UpdateNetworkRules",
    componentFix: "sources: { windowsUpdate: true }, networkSecurityGroup: { networkSecurityGroupName }",
  });
}

describe("net-nsg-wu-tags", () => {
  it("is met by both tags on their ports", () => {
    expectVerdicts(rule, behind([metadata, downloads, denyInternet]), { files: met });
  });

  it("is met where no tag is opened: closed altogether, or open to the Internet", () => {
    expectVerdicts(rule, behind([denyInternet]), { files: met });
    expectVerdicts(rule, behind([]), { files: met });
    expectVerdicts(rule, behind([{ destinationPortRange: "443" }, denyInternet]), { files: met });
  });

  it("is broken by either tag alone", () => {
    expectVerdicts(rule, behind([metadata, denyInternet]), {
      files: alone("AzureUpdateDelivery", "AzureFrontDoor.FirstParty", 80),
    });
    expectVerdicts(rule, behind([downloads, denyInternet]), {
      files: alone("AzureFrontDoor.FirstParty", "AzureUpdateDelivery", 443),
    });
  });

  it("is broken by the second tag on the port of the first", () => {
    expectVerdicts(rule, behind([metadata, { ...downloads, destinationPortRange: "443" }, denyInternet]), {
      files: alone("AzureUpdateDelivery", "AzureFrontDoor.FirstParty", 80),
    });
  });

  it("is met by a tag for metadata beside port 80 to the Internet", () => {
    const port80 = { destinationAddressPrefix: "Internet", destinationPortRange: "80" };
    expectVerdicts(rule, behind([metadata, port80, denyInternet]), { files: met });
  });

  it("is not known while the tag of a rule is not", () => {
    expectVerdicts(rule, behind([metadata, { ...downloads, destinationAddressPrefix: unknown }, denyInternet]), {
      files: notKnown({
        property: "securityRules[1].destinationAddressPrefix",
        because: "of nsg is known only after deployment",
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
      securityGroup([metadata, denyInternet]),
    ];
    expectVerdicts(rule, machines, { web: notApplicable("the machine does not have Windows") });
  });
});
