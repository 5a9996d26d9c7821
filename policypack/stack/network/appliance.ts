import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import { attempt } from "../three-valued";
import { addressesOf, addressesOfAll } from "./addresses";
import { Firewall } from "./firewall";
import type { Resources } from "./flow";
import { difference, isEmpty } from "./ranges";
import { NextHop, type Route } from "./route-table";

/**
 * The firewall of this stack that a route leads to. Throws {@link NotKnown} for any other appliance and for a gateway: what
 * these let through is not visible here.
 */
export function firewallBehind(route: Route, stack: Resources): Firewall {
  if (route.nextHopType === NextHop.VirtualNetworkGateway) {
    throw behind(route, "nextHopType", "leads to a gateway, and what lies behind is not visible here");
  }
  const address = attempt(route.nextHopIpAddress);
  if (typeof address === "string") {
    const [firewall, another] = stack.ofType("network:AzureFirewall").filter((each) => hasAddress(each, address));
    // Networks with the same prefixes may each have a firewall with the address.
    if (firewall !== undefined && another === undefined) return new Firewall(firewall, stack);
  } else if (route.resource !== undefined) {
    const property = route.resource.type === "network:Route" ? "nextHopIpAddress" : "routes";
    const [source, another] = route.resource.sourcesOf(property, "network:AzureFirewall");
    if (source !== undefined && another === undefined) return new Firewall(source, stack);
  }
  throw behind(route, "nextHopIpAddress", "leads to an appliance, and what that lets through is not visible here");
}

function behind({ property, resource }: Route, separate: string, because: string): NotKnown {
  return new NotKnown(property ?? separate, resource === undefined ? because : `of ${resource.name} ${because}`);
}

function hasAddress(firewall: StackResource, address: string): boolean {
  const own = attempt(() => [
    ...firewall.outputs.objects("ipConfigurations").map((each) => each.text("privateIPAddress")),
    firewall.outputs.object("hubIPAddresses").text("privateIPAddress"),
  ]);
  if (!(own instanceof NotKnown) && own.includes(address)) return true;
  // Nothing but its firewall is in the subnet of an Azure Firewall.
  return firewall.sourcesOf("ipConfigurations", "network:Subnet").some(({ settings }) => {
    const [prefix, asked] = [attempt(() => settings.text("addressPrefix")), addressesOf(address)];
    if (typeof prefix !== "string" || asked === undefined || isEmpty(asked)) return false;
    return isEmpty(difference(asked, addressesOfAll([prefix])));
  });
}
