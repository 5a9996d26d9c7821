import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { dsLimits as rule } from "../../../policypack/rules/schedules/ds-limits";
import { type Declared, dynamicScope, linuxMachine, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const names = (count: number) => Array.from({ length: count }, (_, index) => `name-${index}`);
const tagged = (count: number) => ({
  tagSettings: { tags: Object.fromEntries(names(count).map((name) => [name, ["on"]])) },
});
const scopes = (count: number): readonly Declared[] =>
  names(count).map((name) => ({ ...dynamicScope({ osTypes: ["Windows"] }), name }));
const metBy = (declared: readonly Declared[]) => Object.fromEntries(declared.map(({ name }) => [name, met]));

const tooMany = (property: string, found: string, limit: number) =>
  broken({ property, found, mustBe: `at most ${limit}`, fix: "divide the scope into several" });
const tooManyScopes = (found: string, limit: number) =>
  broken({
    property: "the number of its dynamic scopes",
    found,
    mustBe: `at most ${limit}`,
    fix: "declare a second schedule, and give some of the scopes to that",
  });

describe("ds-limits", () => {
  it("is met by as many tags and resource groups as Azure recommends", () => {
    const filter = { ...tagged(50), resourceGroups: names(50) };
    expectVerdicts(rule, [schedule(), dynamicScope(filter)], { scope: met, weekly: met });
  });

  it("is broken by one tag or resource group more, known or not", () => {
    expectVerdicts(rule, [schedule(), dynamicScope(tagged(51))], {
      scope: tooMany("filter.tagSettings.tags", "a list of 51", 50),
      weekly: met,
    });
    expectVerdicts(rule, [schedule(), dynamicScope({ resourceGroups: [...names(50), unknown] })], {
      scope: tooMany("filter.resourceGroups", "a list of 51", 50),
      weekly: met,
    });
  });

  it("is broken by more machines than Azure recommends for a scope", () => {
    const machines = names(1001).map((name) => linuxMachine({ vmName: name }, name));
    expectVerdicts(rule, [...machines, dynamicScope()], {
      scope: tooMany("the number of VMs that filter selects", "1001", 1000),
    });
    expectVerdicts(rule, [...machines.slice(1), dynamicScope()], { scope: met });
    expectVerdicts(rule, [...machines, dynamicScope({ locations: ["northeurope"] })], { scope: met });
  });

  it("is broken by more scopes of a schedule than Azure recommends", () => {
    const declared = scopes(201);
    expectVerdicts(rule, [schedule(), ...declared], { ...metBy(declared), weekly: tooManyScopes("201", 200) });
    expectVerdicts(rule, [schedule(), ...declared.slice(1)], { ...metBy(declared.slice(1)), weekly: met });
  });

  it("is broken by fewer scopes in Azure Government and in China", () => {
    const declared = scopes(101);
    for (const location of ["USGov Virginia", "chinanorth3"]) {
      expectVerdicts(rule, [schedule({ location }), ...declared], {
        ...metBy(declared),
        weekly: tooManyScopes("101", 100),
      });
    }
    expectVerdicts(rule, [schedule(), ...declared], { ...metBy(declared), weekly: met });
  });

  it("is not known while the cloud is not, where that decides", () => {
    const because = "is known only after deployment";
    const somewhere = schedule({ location: unknown });
    const declared = scopes(101);
    expectVerdicts(rule, [somewhere, ...declared], {
      ...metBy(declared),
      weekly: notKnown({ property: "location", because }),
    });
    expectVerdicts(rule, [somewhere, ...declared.slice(1)], { ...metBy(declared.slice(1)), weekly: met });
  });

  it("is not known while a list is not", () => {
    const because = "is known only after deployment";
    expectVerdicts(rule, [dynamicScope({ resourceGroups: unknown })], {
      scope: notKnown({ property: "filter.resourceGroups", because }),
    });
  });

  it("does not apply to a configuration of another scope", () => {
    const verdict = notApplicable("the configuration is not a schedule of updates in the guest");
    expectVerdicts(rule, [schedule({ maintenanceScope: "Host" })], { weekly: verdict });
  });
});
