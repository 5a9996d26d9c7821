import { Operation } from "../facts/operations";
import { listed } from "./message";
import type { Rule, Verdict } from "./rules/rule";
import { NotKnown } from "./stack/properties";
import type { StackResource } from "./stack/resource";
import type { Stack } from "./stack/stack";
import { attempt } from "./stack/three-valued";

/** Whether Update Manager can do something with a machine; `not asked for` where the stack has nobody ask for it. */
export type Readiness = "ready" | "not ready" | "not known" | "not asked for";

/** What Update Manager does with machines, as the closing summary calls it. */
const operations = [
  { operation: Operation.AssessOnDemand, called: "assess" },
  { operation: Operation.InstallOnDemand, called: "install now" },
  { operation: Operation.Schedule, called: "on schedule" },
  { operation: Operation.Hotpatch, called: "hotpatch" },
] as const;

type Asked = (typeof operations)[number]["operation"];

/** A machine of a stack, as far as its readiness goes. */
interface JudgedMachine {
  readonly resource: StackResource;
  /** What the operation rests on besides the machine; `undefined` where it is not asked for. */
  rests(on: Asked): Foundation | undefined;
}

/**
 * The resources other than the machine that count for its readiness. Each schedule that reaches it counts, since a broken one
 * fails whatever the others do. Of the assignments, static or dynamic, one that is not broken is enough: it brings the
 * machine its schedule.
 */
interface Foundation {
  readonly schedules: readonly StackResource[];
  readonly assignments: readonly StackResource[];
}

const machineAlone: Foundation = { schedules: [], assignments: [] };

/** How ready each machine of a stack is, by operation, as rules and their verdicts tell. */
export function readinessOf(
  stack: Stack,
  verdicts: readonly (readonly [Rule, readonly Verdict[]])[],
): ReadonlyMap<Asked, readonly { readonly name: string; readonly readiness: Readiness }[]> {
  const machines = machinesOf(stack);
  return new Map(
    operations.map(({ operation }) => {
      const deciding = outcomesByUrn(
        verdicts.flatMap(([{ blocks = [] }, of]) => (blocks.includes(operation) ? of : [])),
      );
      const readiness = (machine: JudgedMachine) => judged(machine, operation, deciding);
      return [operation, machines.map((machine) => ({ name: machine.resource.name, readiness: readiness(machine) }))];
    }),
  );
}

type Outcomes = ReadonlyMap<string, ReadonlySet<Verdict["outcome"]>>;

/** What the verdicts come to, by the URN of the resource that each is about, or of the machines that it says it concerns. */
function outcomesByUrn(verdicts: readonly Verdict[]): Outcomes {
  const outcomes = new Map<string, Set<Verdict["outcome"]>>();
  for (const verdict of verdicts) {
    const concerns = verdict.outcome === "broken" ? verdict.concerns : undefined;
    for (const urn of concerns ?? [verdict.subject.urn]) {
      outcomes.set(urn, (outcomes.get(urn) ?? new Set()).add(verdict.outcome));
    }
  }
  return outcomes;
}

function judged({ resource, rests }: JudgedMachine, operation: Asked, outcomes: Outcomes): Readiness {
  const others = attempt(() => rests(operation));
  if (others === undefined) return "not asked for";
  const { schedules, assignments } = others instanceof NotKnown ? machineAlone : others;
  const has = (outcome: Verdict["outcome"], { urn }: StackResource) => outcomes.get(urn)?.has(outcome) ?? false;
  const is = (outcome: Verdict["outcome"]) => [resource, ...schedules].some((each) => has(outcome, each));
  if (is("broken")) return "not ready";
  if (assignments.length > 0 && assignments.every((each) => has("broken", each))) return "not ready";
  return others instanceof NotKnown || is("notKnown") ? "not known" : "ready";
}

function machinesOf(stack: Stack): readonly JudgedMachine[] {
  return stack.machines.map((machine) => ({
    resource: machine.resource,
    rests: (on) => {
      if (on === Operation.Hotpatch) return machine.asksForHotpatching ? machineAlone : undefined;
      if (on !== Operation.Schedule) return machineAlone;
      if (!stack.isScheduled(machine)) return undefined;
      return {
        schedules: stack.schedulesOf(machine).map(({ resource }) => resource),
        assignments: stack
          .assignmentsFor(machine)
          .filter((each) => each.reaches(machine) && (each.configuration?.isSchedule ?? true))
          .map(({ resource }) => resource),
      };
    },
  }));
}

/** Which machines of the stack each of its schedules reaches, by name or by a dynamic scope. */
export function reachOf(stack: Stack): readonly { readonly schedule: string; readonly machines: readonly string[] }[] {
  const schedules = stack.maintenanceConfigurations.filter((each) => attempt(() => each.isSchedule) === true);
  const reached = new Map(schedules.map((schedule) => [schedule, new Set<string>()]));
  for (const machine of stack.machines) {
    for (const assignment of stack.assignmentsFor(machine)) {
      const configuration = attempt(() => (assignment.reaches(machine) ? assignment.configuration : undefined));
      if (configuration === undefined || configuration instanceof NotKnown) continue;
      reached.get(configuration)?.add(machine.resource.name);
    }
  }
  return schedules.map((schedule) => ({
    schedule: schedule.resource.name,
    machines: [...(reached.get(schedule) ?? [])],
  }));
}

/** Whether a rule counts for what the closing summary tells. */
export function blocksAny({ blocks = [] }: Rule): boolean {
  return operations.some(({ operation }) => blocks.includes(operation));
}

/**
 * The closing summary of a stack; `undefined` where it has no machine. The machines of rules that are switched off count as
 * ready, and so it names these.
 */
export function readinessSummary(
  readiness: ReturnType<typeof readinessOf>,
  reach: ReturnType<typeof reachOf>,
  switchedOff: readonly string[],
): string | undefined {
  const rows = operations.map(({ operation, called }) => {
    const machines = readiness.get(operation) ?? [];
    const of = (wanted: Readiness) => machines.filter((each) => each.readiness === wanted).map(({ name }) => name);
    const rest = of("not asked for").length;
    return [
      `  ${called.padEnd(11)}  ${of("ready").length} ready, ${count(of("not ready"), "not ready")}, ${count(of("not known"), "not known")}`,
      rest === 0
        ? ""
        : `; ${rest} ${operation === Operation.Schedule ? "without a schedule in this stack" : "not asking for it"}`,
    ].join("");
  });
  const total = readiness.get(Operation.AssessOnDemand)?.length ?? 0;
  if (total === 0) return undefined;
  return [
    `Azure Update Manager and ${total === 1 ? "the machine" : `the ${total} machines`} of this stack:`,
    ...rows,
    ...reach.map(({ schedule, machines }) => `  schedule ${schedule} reaches ${count(machines, "of them")}`),
    ...(switchedOff.length === 0 ? [] : [`  not judged, since switched off: ${listed(switchedOff)}`]),
  ].join("\n");
}

/** What stands in the place of the summary where no rule judges anything. */
export const nothingJudged =
  'Azure Update Manager: no machine of this stack is judged, since the policy inputs is disabled; set it to "advisory".';

function count(names: readonly string[], what: string): string {
  return names.length === 0 ? `0 ${what}` : `${names.length} ${what} (${listed(names)})`;
}
