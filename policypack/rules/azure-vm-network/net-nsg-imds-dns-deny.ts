import { platformEndpoints } from "../../../facts/network";
import { everyOf, findOf } from "../../stack/three-valued";
import { everyNetworkedMachine } from "../machine-network";
import { broken, met, type Rule } from "../rule";

const deniable = platformEndpoints.flatMap(({ name, deniedByTag, source }) =>
  deniedByTag === false ? [] : [{ name, tag: deniedByTag, source }],
);
const dnsTag = "AzurePlatformDNS";

/** No rule takes the platform's own services from a machine. */
export const netNsgImdsDnsDeny: Rule = {
  code: "AUM044",
  name: "net-nsg-imds-dns-deny",
  area: "Azure VM network",
  title:
    "No security rule denies a VM the platform's DNS, unless it has DNS servers of its own, or its metadata service.",
  why: "The machine finds no update source by its name, or the clients of RHUI and SUSE get no answer about the machine they run on.",
  level: "advisory",
  since: "2026-11",
  source: [...new Set(deniable.flatMap(({ source }) => source))],
  check: everyNetworkedMachine((network) => {
    const denied = findOf(deniable, ({ tag }) =>
      everyOf(
        () => network.platformDenialOf(tag) !== undefined,
        () => tag !== dnsTag || !network.hasDnsServers,
      ),
    );
    const rule = denied && network.platformDenialOf(denied.tag);
    if (denied === undefined || rule === undefined) return met;
    const servers = denied.tag === dnsTag ? ", or to a network with DNS servers of its own" : "";
    return broken({
      property: "networkProfile",
      found: `linked to ${rule.description}, which denies ${denied.tag}`,
      mustBe: `linked to network security groups without such a rule${servers}`,
      fix: `remove ${rule.description}`,
    });
  }),
};
