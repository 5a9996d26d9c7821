import { BlockList, isIPv6 } from "node:net";
import { AzureError } from "../errors";
import type { PropertyMap } from "../property-values";
import { nameOf, parentOf } from "../resource-id";
import { listAt, sameId, textAt } from "../values";
import type { PutRequest } from ".";

/** The network service on what has a region of its own. */
export function checkLocation({ inputs }: PutRequest): void {
  if (inputs.location !== undefined) return;
  throw new AzureError(400, "LocationRequired", "The location property is required for this definition.");
}

/** The network service on public addresses: those of the Standard SKU, which is the default, are static. */
export function checkPublicIPAddress({ id, inputs }: PutRequest): void {
  const sku = textAt(inputs, "sku", "name") ?? "Standard";
  if (sku === "Basic" || inputs.publicIPAllocationMethod !== "Dynamic") return;
  throw new AzureError(
    400,
    "StandardSkuPublicIPAddressesMustBeStatic",
    `Standard sku publicIp ${id} must have AllocationMethod set to Static.`,
  );
}

/** The network service on the address ranges of subnets that are written inside their network. */
export function checkSubnets({ id, inputs }: PutRequest): void {
  const subnets = listAt(inputs, "subnets");
  for (const [index, subnet] of subnets.entries()) {
    checkRange(String(subnet.name), subnet, nameOf(id), inputs, subnets.slice(0, index));
  }
}

/** The network service on the address range of a subnet of its own. */
export function checkSubnet({ id, inputs, azure }: PutRequest): void {
  const network = azure.get(parentOf(id) ?? "");
  if (network === undefined) return;
  const siblings = azure.below(network.id).filter((sibling) => !sameId(sibling.id, id));
  checkRange(
    nameOf(id),
    inputs,
    nameOf(network.id),
    network.inputs,
    siblings.map((sibling) => sibling.inputs),
  );
}

/** The network service on the rules of a security group, inside it or on their own. */
export function checkSecurityRules(request: PutRequest): void {
  const rules = insideOrOnTheirOwn(request, "securityRules");
  for (const [index, rule] of rules.entries()) checkSecurityRule(rule, rules.slice(0, index));
}

/**
 * The network service on the routes of a table, inside it or on their own
 * (kubernetes-sigs/cloud-provider-azure issues/657 has the message).
 */
export function checkRoutes(request: PutRequest): void {
  const routes = insideOrOnTheirOwn(request, "routes");
  for (const [index, route] of routes.entries()) {
    const twin = routes.slice(0, index).find((other) => other.addressPrefix === route.addressPrefix);
    if (twin === undefined) continue;
    throw new AzureError(
      400,
      "RouteConflict",
      `Route: ${String(route.name)} conflicts with Route: ${String(twin.name)}. Routes cannot have the same AddressPrefix.`,
    );
  }
}

/** What is written inside a resource; for one of those that stand alone all of them, that one last. */
function insideOrOnTheirOwn({ id, inputs, azure }: PutRequest, property: string): readonly PropertyMap[] {
  const parent = parentOf(id);
  if (parent === undefined) return listAt(inputs, property);
  const siblings = azure.below(parent).filter((sibling) => !sameId(sibling.id, id));
  const named = siblings.map((sibling) => ({ ...sibling.inputs, name: nameOf(sibling.id) }));
  return [...named, { ...inputs, name: nameOf(id) }];
}

function checkSecurityRule(rule: PropertyMap, others: readonly PropertyMap[]): void {
  const name = String(rule.name);
  if (typeof rule.priority === "number" && (rule.priority < 100 || rule.priority > 4096)) {
    throw new AzureError(
      400,
      "SecurityRuleInvalidPriority",
      `Security rule has invalid Priority. Value provided: ${rule.priority} Allowed range 100-4096.`,
    );
  }
  const twin = others.find((other) => other.priority === rule.priority && other.direction === rule.direction);
  if (twin !== undefined) {
    throw new AzureError(
      400,
      "SecurityRuleConflict",
      `Security rule ${name} conflicts with rule ${String(twin.name)}. Rules cannot have the same Priority and Direction. To learn more, see aka.ms/nsgrules.`,
    );
  }
}

function checkRange(
  name: string,
  subnet: PropertyMap,
  networkName: string,
  network: PropertyMap,
  siblings: readonly PropertyMap[],
): void {
  const prefixes = prefixesOf(subnet);
  const { addressSpace } = network;
  const space = addressSpace === undefined ? [] : prefixesOf(addressSpace as PropertyMap);
  for (const prefix of prefixes) {
    if (space.length > 0 && !space.some((range) => contains(range, prefix))) {
      throw new AzureError(
        400,
        "NetcfgSubnetRangeOutsideVnet",
        `Subnet '${name}' is not valid because its IP address range is outside the IP address range of virtual network '${networkName}'.`,
      );
    }
    if (siblings.flatMap(prefixesOf).some((other) => contains(other, prefix) || contains(prefix, other))) {
      throw new AzureError(
        400,
        "NetcfgSubnetRangesOverlap",
        `Subnet '${name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${networkName}'.`,
      );
    }
  }
}

function prefixesOf({ addressPrefix, addressPrefixes }: PropertyMap): readonly string[] {
  const listed = Array.isArray(addressPrefixes) ? addressPrefixes.map(String) : [];
  return typeof addressPrefix === "string" ? [addressPrefix, ...listed] : listed;
}

/** Whether one range, written as CIDR, holds the whole of another. */
function contains(range: string, other: string): boolean {
  const [address = "", length] = range.split("/");
  const [otherAddress = "", otherLength] = other.split("/");
  if (isIPv6(address) !== isIPv6(otherAddress) || Number(otherLength) < Number(length)) return false;
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  const addresses = new BlockList();
  addresses.addSubnet(address, Number(length), family);
  return addresses.check(otherAddress, family);
}
