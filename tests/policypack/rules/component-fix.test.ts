import assert from "node:assert/strict";
import { runInNewContext } from "node:vm";
import { rules } from "../../../policypack/rules";
import { netFwLinuxFqdns } from "../../../policypack/rules/azure-vm-network/net-fw-linux-fqdns";
import { netNsgEgressLinux } from "../../../policypack/rules/azure-vm-network/net-nsg-egress-linux";
import { exampleFindings } from "../../../tools/docs/findings";
import { problemsOf } from "../../components/update-network-rules/problems-of";
import { firewall, routesToFirewall } from "../firewall";
import { stackOf, storageProfile, ubuntu } from "../fixture";
import {
  denyInternet,
  guardedBy,
  linkedLinux,
  networkInterface,
  rhel,
  routed,
  securityGroup,
  sles,
  subnet,
  virtualNetwork,
} from "../network";

/** What a reader puts in the place of the words that a fix leaves to them. */
const context = {
  networkSecurityGroupName: "nsg",
  firewallPolicyName: "egress",
  routeTableName: "routes",
  sourceAddresses: ["10.0.1.0/24"],
  host: "proxy.example.com",
  port: 3128,
};

/** What the component finds wrong with the arguments that a fix shows. */
function problemsWith(componentFix: string): readonly string[] {
  const code = componentFix.replace(/, (and|whose|with) .*$/, "").replace(/"ADDRESS(ES)?"/g, '"10.0.2.4"');
  const shown: object = runInNewContext(`({ ${code} })`, context);
  // A new context has arrays of its own, which assertions of the component need not know.
  const args = JSON.parse(JSON.stringify(shown));
  return problemsOf({ resourceGroupName: "fleet", sources: { windowsUpdate: true }, ...args });
}

const debian = { publisher: "Debian", offer: "debian-12", sku: "12-gen2", version: "latest" };

/** What each rule is asked about: a Linux machine that nothing lets out to its repositories. */
const closedIn = [
  { rule: netNsgEgressLinux, way: [subnet(...guardedBy()), securityGroup([denyInternet])] },
  { rule: netFwLinuxFqdns, way: [subnet(...routed), routesToFirewall, ...firewall([])] },
];

describe("a fix with UpdateNetworkRules", () => {
  it("is taken by the component, for what each rule finds in its own stack", async () => {
    const onNetworks = rules.filter(({ name }) => /^(net|arc)-/.test(name));
    const found = [...(await exampleFindings(onNetworks)).values()].map(({ broken }) => broken);
    const fixes = found.filter(({ component }) => component === "UpdateNetworkRules");
    assert.ok(fixes.length > 0);
    for (const { componentFix = "" } of fixes) assert.deepEqual(problemsWith(componentFix), [], componentFix);
  }).timeout(60_000);

  for (const [distribution, image] of Object.entries({ ubuntu, debian, rhel, sles })) {
    it(`is taken by the component, for the repositories of ${distribution}`, () => {
      const machine = linkedLinux({ storageProfile: storageProfile(image) });
      for (const { rule, way } of closedIn) {
        const [verdict] = rule.check(stackOf(machine, networkInterface("web"), virtualNetwork(), ...way), {});
        assert.ok(verdict?.outcome === "broken" && verdict.componentFix !== undefined, rule.name);
        assert.deepEqual(problemsWith(verdict.componentFix), [], verdict.componentFix);
      }
    });
  }
});
