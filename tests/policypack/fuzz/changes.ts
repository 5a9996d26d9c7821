import type { Material } from "./templates";

/** A choice among things that are counted only later: any number, taken modulo their number. */
export type Choice = number;

/** One thing done to the properties of a resource. */
export interface Change {
  /** Which property, item or nested property, at any depth. */
  readonly where: Choice;
  readonly what: Choice;
  readonly detail: Choice;
}

/**
 * What must never show in a message: it stands where programs have secrets, and nowhere else. No example has it, since a change
 * may put what an example has into any property, and a rule may quote what such a property holds.
 */
export const secret = "a-Secret-of-generated-stacks-1";

/** The values that the engine puts in the place of unknown ones, by kind (`@pulumi/policy`, proxy.js). */
export const unknowns = [
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

const secretNames = /password|secret|^(customData|userData|protectedSettings|commandToExecute|script|keyData)$/i;

/** Names that mean something to JavaScript, or that a map keeps for itself. */
const trickyNames = [
  "__proto__",
  "constructor",
  "toString",
  "length",
  "hasOwnProperty",
  "prototype",
  "then",
  "0",
  "",
  "__defaults",
];

const texts = [
  "",
  " ",
  "*",
  "%",
  "(",
  "\\",
  "\u0000",
  "\uD800",
  "İstanbul",
  "-",
  "0",
  "-1",
  "65536-1",
  "22,80-70,x",
  "/",
  "//",
  "/subscriptions//resourceGroups//providers//",
  "/subscriptions/0000",
  "/subscriptions/0000/resourceGroups/fleet",
  "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Compute/virtualMachines/web",
  "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Network/virtualNetworks/hub/subnets/machines",
  "/providers/Microsoft.Management/managementGroups/root",
  "[parameters('scope')]",
  "10.0.0.0/33",
  "10.0.0.0/0",
  "0.0.0.0/0",
  "::/0",
  "::ffff:10.0.0.1/129",
  "10.0.0.9-10.0.0.1",
  "999.1.1.1",
  "010.1",
  "Internet",
  "AzureUpdateDelivery.WestEurope",
  "*.*.microsoft.com",
  "https://",
  "2026-13-45 99:99",
  "9999-12-31 23:59",
  "0000-00-00 00:00",
  "2026-02-29 02:30",
  "99:99",
  "-01:00",
  "0Week Monday",
  "99999999999Days",
  "Month Fifth Friday Offset9",
  "Month day31,day0,day-9",
  "Mars/Olympus",
  "expires=2027-01-01; owner=a; reason=b",
  "{",
  "null",
  '{"a":',
  "H4sIAAAAAAAA",
  "data:,",
];

/** What a change puts in the place of a value. */
const replacements: readonly ((old: unknown, detail: Choice, material: Material, name: string) => unknown)[] = [
  () => null,
  () => [],
  () => ({}),
  (_, detail) => pick([true, false], detail),
  (_, detail) => pick([0, -1, 0.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 65536, 4096], detail),
  (_, detail) => pick(texts, detail),
  (_, detail) => pick(texts, detail),
  (_, detail) => pick(unknowns, detail),
  () => unknowns[0],
  () => "[secret]",
  (_, detail) => "x".repeat(detail % 7 === 0 ? 20_000 : 300),
  (old) => [old],
  (old) => [old, old, null],
  (old) => ({ value: old }),
  (_, detail) => nested(detail % 60),
  (old) => (typeof old === "string" && !unknowns.includes(old) ? old.toUpperCase() : String(typeof old)),
  (old) => (typeof old === "string" && !unknowns.includes(old) ? ` ${old}` : [null, unknowns[0], "[secret]", {}, []]),
  (_, detail, { names }) =>
    Object.fromEntries([0, 1, 2].map((each) => [pick(names, detail + each * 31), pick(texts, detail + each)])),
  (old, detail, { values }, name) => pick(values.get(name) ?? [old], detail),
  (old, detail, { values }, name) => pick(values.get(name) ?? [old], detail),
  (old, detail, { values }, name) => pick(values.get(name) ?? [old], detail),
];

/** Makes one change to the properties of a resource, in place. */
export function applyChange(
  properties: Record<string, unknown>,
  { where, what, detail }: Change,
  material: Material,
): void {
  const places = placesIn(properties);
  const [holder, key] = pick(places, where);
  const extra = (what % (replacements.length + 4)) - replacements.length;
  if (extra === 0) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  } else if (extra === 1) {
    set(holder, pick(trickyNames, detail), pick(texts, where));
  } else if (extra === 2) {
    set(holder, pick(material.names, detail), copy(pick([...material.values.values()], where)[0] ?? null));
  } else if (extra === 3) {
    set(properties, "tags", tags(detail));
  } else {
    const replace = pick(replacements, what % (replacements.length + 4));
    const old: unknown = Reflect.get(holder, key);
    set(holder, key, copy(replace(old, detail, material, key)));
  }
}

/** Tags, among them such that exempt their resource from a rule, or nearly so. */
function tags(detail: Choice): object {
  const name = pick(
    [
      "update-manager-exemption-AUM015",
      "Update-Manager-Exemption-vm-bypass-schedule",
      "update-manager-exemption-",
      "update-manager-exemption-nothing",
      "team",
    ],
    detail,
  );
  const values = [
    "expires=2099-01-01; owner=team; reason=why",
    "expires=2020-01-01; owner=team; reason=why",
    "expires=; owner=; reason=",
    "expires=soon; owner=a; owner=b",
    ";;==;",
    unknowns[0],
    null,
    7,
    {},
  ];
  return { [name]: pick(values, detail >> 3), [pick(trickyNames, detail >> 5)]: "x" };
}

/** A copy of properties, with a secret wherever programs have one. */
export function withSecrets(value: unknown, name = ""): unknown {
  if (typeof value === "string" && secretNames.test(name) && !unknowns.includes(value)) return secret;
  if (Array.isArray(value)) return value.map((each) => withSecrets(each, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withSecrets(inner, secretNames.test(name) ? name : key)]),
  );
}

/** A copy of a value of JSON; nothing but the place where it is kept is shared. */
export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  const made = {};
  for (const key of Object.keys(value)) set(made, key, copy(Reflect.get(value, key)));
  return made;
}

export function pick<T>(from: readonly T[], choice: Choice): T {
  return from[choice % from.length] as T;
}

/** Every place in properties that holds a value: properties, items, and those below. */
function placesIn(properties: object): readonly (readonly [holder: object, key: string])[] {
  const places: [object, string][] = [];
  const visit = (holder: object): void => {
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      const value: unknown = Reflect.get(holder, key);
      if (typeof value === "object" && value !== null) visit(value);
    }
  };
  visit(properties);
  return places.length === 0 ? [[properties, "location"]] : places;
}

function nested(depth: number): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level++) value = level % 3 === 0 ? [value] : { properties: value };
  return value;
}

/** Sets a property of its own, whatever its name means to JavaScript. */
function set(holder: object, key: string, value: unknown): void {
  if (Array.isArray(holder) && !/^\d+$/.test(key)) holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
