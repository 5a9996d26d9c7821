import assert from "node:assert/strict";
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
import { expectChanges, expectLeftUnknown } from "./expect-changes";

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

  const added = (tag: string, port: string, priority: number, change: object = {}) => ({
    name: `allow-${tag}-${port}`,
    priority,
    direction: "Outbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: tag,
    destinationPortRange: port,
    ...change,
  });
  const deny = { ...denyInternet, priority: 4000 };

  it("opens the other tag as a remediation, right beside the first", () => {
    const path = "securityRules[2]";
    expectChanges(rule, securityGroup([metadata, deny]), {
      path,
      value: added("AzureFrontDoor.FirstParty", "80", 101),
    });
    expectChanges(rule, securityGroup([downloads, deny]), { path, value: added("AzureUpdateDelivery", "443", 101) });
  });

  it("copies as a remediation which machines the rule is for, under a name and a priority that are free", () => {
    const own = { ...metadata, sourceAddressPrefix: "10.0.1.0/24" };
    const taken = { name: "ALLOW-azurefrontdoor.firstparty-80", destinationPortRange: "22" };
    expectChanges(rule, securityGroup([own, taken, deny]), {
      path: "securityRules[3]",
      value: added("AzureFrontDoor.FirstParty", "80", 102, {
        name: "allow-AzureFrontDoor.FirstParty-80-2",
        sourceAddressPrefix: "10.0.1.0/24",
      }),
    });
    const { sourceAddressPrefix, ...others } = added("AzureFrontDoor.FirstParty", "80", 102);
    assert.equal(sourceAddressPrefix, "*");
    const several = { ...metadata, sourceAddressPrefix: undefined, sourceAddressPrefixes: ["10.0.1.0/24"] };
    expectChanges(rule, securityGroup([several, { ...several, destinationPortRange: "8443" }, deny]), {
      path: "securityRules[3]",
      value: { ...others, sourceAddressPrefixes: ["10.0.1.0/24"] },
    });
  });

  it("goes before the first rule as a remediation where a denial comes right after it, and nowhere without room", () => {
    const denyNext = { ...denyInternet, priority: 201 };
    const at = (priority: number) => ({ ...metadata, priority });
    const value = added("AzureFrontDoor.FirstParty", "80", 199);
    expectChanges(rule, securityGroup([at(200), denyNext]), { path: "securityRules[2]", value });
    expectChanges(rule, securityGroup([at(100), { ...denyInternet, priority: 101 }]));
    const denyBefore = { access: "Deny", priority: 199, destinationPortRange: "22" };
    expectChanges(rule, securityGroup([denyBefore, at(200), denyNext]));
  });

  it("changes nothing as a remediation where both, neither or everything is open, or where it is denied before", () => {
    expectChanges(rule, securityGroup([metadata, downloads, deny]));
    expectChanges(rule, securityGroup([deny]));
    expectChanges(rule, securityGroup([metadata]));
    expectChanges(rule, securityGroup([metadata, { ...downloads, destinationAddressPrefix: "Internet" }, deny]));
    expectChanges(rule, securityGroup([{ ...metadata, access: "Deny" }, deny]));
    expectChanges(rule, securityGroup([{ ...metadata, direction: "Inbound" }, deny]));
    const before = { access: "Deny", destinationPortRange: "80" };
    expectChanges(rule, securityGroup([before, metadata, deny]));
    expectChanges(rule, subnet());
  });

  it("leaves as it is, as a remediation, what is not known", () => {
    const path = "securityRules[1].destinationAddressPrefix";
    const other = { ...downloads, destinationAddressPrefix: unknown };
    expectLeftUnknown(rule, securityGroup([metadata, other, deny]), path);
    const elsewhere = { direction: "Inbound", name: unknown };
    expectLeftUnknown(rule, securityGroup([metadata, elsewhere, deny]), "securityRules[1].name");
  });
});
