import { netNsgEgressLinux as rule } from "../../../policypack/rules/azure-vm-network/net-nsg-egress-linux";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, storageProfile, unknown } from "../fixture";
import {
  denyInternet,
  guardedBy,
  linkedLinux,
  linkedWindows,
  networkInterface,
  rhel,
  rhuiAddresses,
  securityGroup,
  sles,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

/** A Linux machine whose subnet has a network security group with the given rules. */
function behind(rules: readonly object[], image?: object): readonly Declared[] {
  const [inputs, from] = guardedBy();
  const machine = linkedLinux(image === undefined ? {} : { storageProfile: storageProfile(image) });
  return [machine, networkInterface("web"), subnet(inputs, from), virtualNetwork(), securityGroup(rules)];
}

function closedTo(place: string, port: number, destination: string, sources: string, group = "") {
  return broken({
    property: "networkProfile",
    found: `closed to ${place} on TCP ${port} by security rule "deny-internet" of network security group nsg`,
    mustBe: "open to it for the machine to get its updates",
    fix: `add a security rule of a lower priority number than "deny-internet": { name: "allow-updates-${port}", direction: "Outbound", access: "Allow", protocol: "Tcp", sourceAddressPrefix: "*", sourcePortRange: "*", ${destination}, destinationPortRange: "${port}" }`,
    component: "UpdateNetworkRules",
    componentFix: `sources: ${sources}, networkSecurityGroup: { networkSecurityGroupName${group} }`,
  });
}

const toInternet = 'destinationAddressPrefix: "Internet"';
const toRhui = `destinationAddressPrefixes: ${JSON.stringify(rhuiAddresses)}`;

describe("net-nsg-egress-linux", () => {
  it("is met by Azure's default rules, and by the port of the repositories", () => {
    expectVerdicts(rule, behind([]), { web: met });
    expectVerdicts(rule, behind([{ destinationPortRange: "80" }, denyInternet]), { web: met });
    expectVerdicts(rule, behind([{ destinationPortRange: "443" }, denyInternet], rhel), { web: met });
  });

  it("is broken where the port of the repositories is closed", () => {
    expectVerdicts(rule, behind([{ destinationPortRange: "443" }, denyInternet]), {
      web: closedTo(
        "azure.archive.ubuntu.com",
        80,
        toInternet,
        '{ linuxDistributions: ["Ubuntu"] }',
        ", allowInternet: true",
      ),
    });
    expectVerdicts(rule, behind([{ destinationPortRange: "80" }, denyInternet], rhel), {
      web: closedTo(`${rhuiAddresses[0]} of Red Hat Update Infrastructure`, 443, toRhui, "{ rhui: true }"),
    });
    expectVerdicts(rule, behind([{ destinationPortRange: "80" }, denyInternet], sles), {
      web: closedTo("the update infrastructure of SUSE", 443, toInternet, '{ suse: { addresses: ["ADDRESSES"] } }'),
    });
  });

  it("is met where no group is on the way, whatever the image gets its updates from", () => {
    const image = { storageProfile: { imageReference: { id: unknown }, osDisk: { osType: "Linux" } } };
    const open = [linkedLinux(image), networkInterface("web"), subnet(), virtualNetwork()];
    expectVerdicts(rule, open, { web: met });
    const [, ...guarded] = behind([]);
    expectVerdicts(rule, [linkedLinux(image), ...guarded], {
      web: notKnown({
        property: "storageProfile.imageReference",
        because: "is no marketplace image, and what it gets its updates from is inside it",
      }),
    });
  });

  it("is met by a list of all servers of RHUI, and leaves an incomplete one to net-fw-rhui-ips", () => {
    expectVerdicts(rule, behind([listOf(rhuiAddresses), denyInternet], rhel), { web: met });
    expectVerdicts(rule, behind([listOf(rhuiAddresses.slice(1)), denyInternet], rhel), {
      web: notApplicable("part of the RHUI servers is opened, on which net-fw-rhui-ips has a finding"),
    });
  });

  it("leaves port 80 of SUSE to net-suse-region-servers", () => {
    expectVerdicts(rule, behind([{ destinationPortRange: "443" }, denyInternet], sles), { web: met });
  });

  it("is not known for a distribution whose repositories no document lists, where they are closed", () => {
    const alma = { publisher: "almalinux", offer: "almalinux-x86_64", sku: "9-gen2", version: "latest" };
    expectVerdicts(rule, behind([denyInternet], alma), {
      web: notKnown({
        property: "storageProfile.imageReference",
        because: "is an image whose sources of updates no document of Azure lists",
      }),
    });
    expectVerdicts(rule, behind([], alma), { web: met });
  });

  it("is not known while a rule that decides is not", () => {
    expectVerdicts(rule, behind([{ ...denyInternet, priority: unknown }, { destinationPortRange: "80" }]), {
      web: notKnown({ property: "securityRules[0].priority", because: "of nsg is known only after deployment" }),
    });
  });

  it("does not apply to Windows, nor to a RHEL machine with a subscription of one's own", () => {
    const [inputs, from] = guardedBy();
    const machines = [
      linkedWindows(),
      networkInterface("files"),
      subnet(inputs, from),
      virtualNetwork(),
      securityGroup([denyInternet]),
    ];
    expectVerdicts(rule, machines, { files: notApplicable("the machine does not have Linux") });
    const byos = { publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm94-gen2", version: "latest" };
    expectVerdicts(rule, behind([denyInternet], byos), {
      web: notApplicable("updates come from no public source"),
    });
  });
});

function listOf(destinationAddressPrefixes: readonly string[]): object {
  return { destinationAddressPrefix: "", destinationAddressPrefixes, destinationPortRange: "443" };
}
