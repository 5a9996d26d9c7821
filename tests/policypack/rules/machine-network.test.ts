import assert from "node:assert/strict";
import { rules } from "../../../policypack/rules";
import { everyNetworkedMachine } from "../../../policypack/rules/machine-network";
import { broken } from "../../../policypack/rules/rule";
import { type Declared, stackOf, storageProfile, unknown } from "../fixture";
import { linkedLinux, linkedWindows, networkId, networkInterface, rhel, sles } from "../network";

/** A machine with its interface in a subnet of another stack, and what is declared beside. */
function elsewhere(machine: Declared, ...beside: readonly Declared[]): readonly Declared[] {
  const id = networkId("virtualNetworks/hub/subnets/machines", "hub");
  return [machine, networkInterface(machine.name, { subnet: { id } }), ...beside];
}

/** The rules on the network of Azure VMs that do not know what to say of a stack with one machine. */
function undecided(declared: readonly Declared[]): readonly string[] {
  const stack = stackOf(...declared);
  return rules
    .filter(({ area }) => area === "Azure VM network")
    .filter(({ check }) => check(stack, {}).some(({ outcome }) => outcome === "notKnown"))
    .map(({ name }) => name)
    .sort();
}

const ofEveryMachine = ["net-explicit-outbound", "net-nsg-imds-dns-deny", "net-udr-blackhole"];
const ofLinux = [...ofEveryMachine, "net-fw-linux-fqdns", "net-nsg-egress-linux"];
const image = (reference: object) => linkedLinux({ storageProfile: storageProfile(reference) });

describe("everyNetworkedMachine, where the network is not known", () => {
  it("leaves to the machine's system and distribution which rules are not about it", () => {
    assert.deepEqual(undecided(elsewhere(linkedLinux())), [...ofLinux].sort());
    assert.deepEqual(undecided(elsewhere(image(rhel))), [...ofLinux, "net-fw-rhui-ips", "net-udr-rhui"].sort());
    assert.deepEqual(undecided(elsewhere(image(sles))), [...ofLinux, "net-suse-region-servers"].sort());
    assert.deepEqual(
      undecided(elsewhere(linkedWindows())),
      [...ofEveryMachine, "net-fw-fqdn-tag", "net-nsg-egress-windows", "net-nsg-wu-tags"].sort(),
    );
  });

  it("leaves to the machine's image and scripts whether it needs a public source", () => {
    const byos = image({ publisher: "RedHat", offer: "rhel-byos", sku: "rhel-lvm94-gen2", version: "latest" });
    assert.deepEqual(undecided(elsewhere(byos)), ["net-nsg-imds-dns-deny"]);
    const client: Declared = {
      name: "client",
      type: "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
      inputs: { runCommandName: "client", vmName: unknown, source: { script: "Set-Policy 'AU' 'UseWUServer' 1" } },
      from: { vmName: ["files"] },
    };
    assert.deepEqual(undecided(elsewhere(linkedWindows(), client)), [
      "net-nsg-imds-dns-deny",
      "net-udr-blackhole",
      "net-wsus-ports",
    ]);
  });

  it("finds nothing broken, since the machine may have no interface at all", () => {
    const check = everyNetworkedMachine(() =>
      broken({ property: "networkProfile", found: "anything", mustBe: "something else", fix: "change it" }),
    );
    const machine = linkedLinux({ networkProfile: unknown });
    const [verdict] = check(stackOf({ ...machine, from: {} }), {});
    assert.equal(verdict?.outcome, "notKnown");
  });
});
