import { windowsNetworkStatements } from "../../../facts/network";
import { userProxySet, winHttpProxySet } from "../../../facts/scripts";
import { everyVirtualMachine, provided } from "../judge";
import { broken, met, notApplicable, type Rule } from "../rule";

/** A proxy is set where Windows Update looks for it. Whether it lets range requests through, no stack tells. */
export const netProxyRange: Rule = {
  code: "AUM055",
  name: "net-proxy-range",
  area: "Azure VM network",
  title: "A script that gives a Windows VM a proxy sets it in WinHTTP, not for a user alone.",
  why: "Windows Update has no ear for the proxy of a user, and reaches nothing where a proxy is the only way out.",
  level: "advisory",
  since: "2026-11",
  source: windowsNetworkStatements.winHttpProxy.source,
  check: everyVirtualMachine((machine, stack) => {
    const sources = stack.updateSourcesOf(machine);
    return provided(
      () => (machine.operatingSystem === "Windows" ? undefined : notApplicable("the machine has Linux")),
      () => {
        const script = sources.scriptThat(userProxySet);
        if (script === undefined) return notApplicable("no script of the stack sets the proxy of a user");
        if (sources.scriptThat(winHttpProxySet) !== undefined) return met;
        const { property, resource } = script;
        return broken({
          property: resource === machine.resource ? property : `${property} of ${resource.name}`,
          found: "a script that sets the proxy of a user alone",
          mustBe: "one that sets it in WinHTTP too",
          fix: 'run `netsh winhttp set proxy proxy-server="HOST:PORT"` in the script',
          component: "UpdateNetworkRules",
          componentFix: "proxy: { host, port }, whose output proxySettings has the script",
        });
      },
    );
  }),
};
