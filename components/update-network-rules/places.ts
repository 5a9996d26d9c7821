/** The most private repositories of one set of rules. */
export const mostPrivateRepositories = 32;

/** How many places for rules there are; those of private repositories come last. */
export const places = 64;

/**
 * The place of each rule that a network security group may get, see `allocatePriority`. A rule keeps its place for
 * good: another one would change the priorities of rules that are deployed.
 */
const placeByRule: Readonly<Record<string, number>> = {
  AzureUpdateDelivery: 0,
  "AzureFrontDoor.FirstParty": 1,
  AzureActiveDirectory: 2,
  AzureTrafficManager: 3,
  AzureResourceManager: 4,
  AzureArcInfrastructure: 5,
  Storage: 6,
  "AzureFrontDoor.Frontend": 7,
  "internet-80": 8,
  "internet-443": 9,
  proxy: 10,
  wsus: 11,
  rhui: 12,
  suse: 13,
};

/** The place of a rule: by a service tag, to the tag Internet (`internet-80`, `internet-443`), or by addresses. */
export function placeOf(rule: string): number {
  const place = placeByRule[rule];
  if (place === undefined) throw new Error(`The rule ${JSON.stringify(rule)} has no place among the priorities.`);
  return place;
}

/** The place of the rule of a private repository. */
export function placeOfRepository(index: number): number {
  return places - mostPrivateRepositories + index;
}
