import { netSuseRegionServers as rule } from "../../../policypack/rules/azure-vm-network/net-suse-region-servers";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { type Declared, storageProfile, unknown } from "../fixture";
import {
  behindNat,
  denyInternet,
  guardedBy,
  linkedLinux,
  networkInterface,
  securityGroup,
  sles,
  subnet,
  virtualNetwork,
} from "../network";
import { expectVerdicts } from "./expect";

function behind(rules: readonly object[], change: object = {}): readonly Declared[] {
  const [inputs, from] = guardedBy();
  const machine = linkedLinux({ storageProfile: storageProfile(sles), ...change });
  return [machine, networkInterface("web"), subnet(inputs, from), virtualNetwork(), securityGroup(rules)];
}

const servers = ["20.0.0.1", "20.0.0.2", "20.0.0.3", "20.0.0.4", "20.0.0.5"];
const list = (destinationAddressPrefixes: readonly string[], ...destinationPortRanges: readonly string[]) => ({
  destinationAddressPrefix: "",
  destinationAddressPrefixes,
  destinationPortRange: "",
  destinationPortRanges,
});

function opens(count: number, port: number) {
  return broken({
    property: "networkProfile",
    found: `open to ${count} addresses on TCP ${port} by its network security groups`,
    mustBe: "open to all of SUSE's servers in its region, which are at least 2 region servers and 3 update servers",
    fix: `add a security rule: { direction: "Outbound", access: "Allow", protocol: "Tcp", destinationAddressPrefixes: ["ADDRESSES"], destinationPortRange: "${port}" }, with the addresses that pint microsoft servers --json --region REGION prints${port === 80 ? ", or set httpsOnly = true in /etc/regionserverclnt.cfg" : ""}`,
    component: "UpdateNetworkRules",
    componentFix: 'sources: { suse: { addresses: ["ADDRESSES"] } }, networkSecurityGroup: { networkSecurityGroupName }',
  });
}

describe("net-suse-region-servers", () => {
  it("is met by a list of five servers on both ports, and without any list", () => {
    expectVerdicts(rule, behind([list(servers, "443", "80"), denyInternet]), { web: met });
    expectVerdicts(rule, behind([]), { web: met });
    const machine = linkedLinux({ storageProfile: storageProfile(sles) });
    expectVerdicts(rule, [machine, networkInterface("web"), subnet(...behindNat), virtualNetwork()], { web: met });
  });

  it("is broken by a list of fewer servers", () => {
    expectVerdicts(rule, behind([list(servers.slice(1), "443", "80"), denyInternet]), { web: opens(4, 443) });
  });

  it("is broken by port 443 alone, unless a script has machines do without port 80", () => {
    expectVerdicts(rule, behind([list(servers, "443"), denyInternet]), { web: opens(0, 80) });
    const customData = Buffer.from("echo 'httpsOnly = true' >> /etc/regionserverclnt.cfg").toString("base64");
    const osProfile = { computerName: "web", adminUsername: "azureuser", linuxConfiguration: {}, customData };
    expectVerdicts(rule, behind([list(servers, "443"), denyInternet], { osProfile }), { web: met });
  });

  it("is not known while an address of the list is not", () => {
    expectVerdicts(rule, behind([list([...servers.slice(1), unknown], "443", "80"), denyInternet]), {
      web: notKnown({
        property: "networkProfile",
        because: "may or may not be open to the servers of SUSE on TCP 443",
      }),
    });
  });

  it("does not apply to another distribution", () => {
    const machines = [linkedLinux(), ...behind([denyInternet]).slice(1)];
    expectVerdicts(rule, machines, { web: notApplicable("the machine gets no updates from SUSE's own servers") });
  });
});
