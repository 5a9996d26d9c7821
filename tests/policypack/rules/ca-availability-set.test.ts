import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { caAvailabilitySet as rule } from "../../../policypack/rules/schedules/ca-availability-set";
import { assignment, type Declared, linuxMachine, schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const set: Declared = { name: "set", type: "azure-native:compute:AvailabilitySet", inputs: {} };
const otherSet: Declared = { ...set, name: "other" };
const inSet = (name: string, of = "set"): Declared => ({
  ...linuxMachine({ vmName: name, availabilitySet: { id: unknown } }, name),
  from: { availabilitySet: [of] },
});
const withId = (name: string, id: string) => linuxMachine({ vmName: name, availabilitySet: { id } }, name);

const clash = broken({
  property: "availabilitySet",
  found:
    'also that of "one", which schedule "early" patches at 2026-01-10 02:00 while "late" patches this one at 2026-01-10 03:00',
  mustBe: "that of VMs with one schedule, or with windows that do not overlap",
  fix: 'assign "early" to both VMs, or give "late" a startDateTime after its window',
});
const early = schedule({}, "early");
const late = schedule({ startDateTime: "2026-01-10 03:00" }, "late");
const apart = schedule({ startDateTime: "2026-01-10 05:00" }, "late");
const assigned = [assignment("one", "early"), assignment("two", "late")];

describe("ca-availability-set", () => {
  it("is met by machines with one schedule", () => {
    const one = [assignment("one", "early"), assignment("two", "early")];
    expectVerdicts(rule, [set, inSet("one"), inSet("two"), early, ...one], { one: met, two: met });
  });

  it("is met by windows that do not overlap", () => {
    expectVerdicts(rule, [set, inSet("one"), inSet("two"), early, apart, ...assigned], { one: met, two: met });
  });

  it("is broken by windows that overlap, once for two machines", () => {
    expectVerdicts(rule, [set, inSet("one"), inSet("two"), early, late, ...assigned], { one: met, two: clash });
  });

  it("is broken for the same machine in whatever order the engine has the two", () => {
    expectVerdicts(rule, [set, inSet("two"), inSet("one"), late, early, ...assigned], { two: clash, one: met });
  });

  it("is broken in a set that is given by its id, in any case", () => {
    const id = "/subscriptions/0000/resourceGroups/fleet/providers/Microsoft.Compute/availabilitySets/set";
    const machines = [withId("one", id), withId("two", id.toUpperCase())];
    expectVerdicts(rule, [...machines, early, late, ...assigned], { one: met, two: clash });
    expectVerdicts(rule, [withId("one", id), withId("two", `${id}2`), early, late, ...assigned], {
      one: met,
      two: met,
    });
  });

  it("is met by machines of different sets", () => {
    const declared = [set, otherSet, inSet("one"), inSet("two", "other"), early, late, ...assigned];
    expectVerdicts(rule, declared, { one: met, two: met });
  });

  it("leaves two schedules of one machine to ca-duplicate-time", () => {
    const declared = [set, inSet("one"), inSet("two"), early, late, ...assigned, assignment("two", "early")];
    expectVerdicts(rule, declared, { one: met, two: met });
  });

  it("is not known while a set or a window is not", () => {
    const because = "is known only after deployment";
    const somewhere = linuxMachine({ vmName: "two", availabilitySet: { id: unknown } }, "two");
    expectVerdicts(rule, [set, inSet("one"), somewhere, early, late, ...assigned], {
      one: met,
      two: notKnown({ property: "availabilitySet.id", because: `of one ${because}` }),
    });
    const sometime = schedule({ startDateTime: unknown }, "late");
    expectVerdicts(rule, [set, inSet("one"), inSet("two"), early, sometime, ...assigned], {
      one: met,
      two: notKnown({ property: "startDateTime", because: `of late ${because}` }),
    });
  });

  it("is met by different sets, and by machines without a schedule, though windows are not known", () => {
    const sometime = schedule({ startDateTime: unknown }, "late");
    const declared = [set, otherSet, inSet("one"), inSet("two", "other"), early, sometime, ...assigned];
    expectVerdicts(rule, declared, { one: met, two: met });
    expectVerdicts(rule, [set, inSet("one"), inSet("two"), sometime, assignment("two", "late")], {
      one: met,
      two: met,
    });
  });

  it("does not apply to machines in no availability set", () => {
    const verdict = notApplicable("the machine is in no availability set");
    expectVerdicts(rule, [linuxMachine({}, "one"), linuxMachine({}, "two"), early, late, ...assigned], {
      one: verdict,
      two: verdict,
    });
  });
});
