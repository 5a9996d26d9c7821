import assert from "node:assert/strict";
import fc from "fast-check";
import type { Flow } from "../../../../policypack/stack/network/flow";
import { NotKnown } from "../../../../policypack/stack/properties";
import { unknown } from "../../fixture";

/*
 * What the oracles of networking share: they go through every address, port and possible world one by one, and take no
 * code from the evaluators.
 */

/** An address as its 32 bits. */
function bits(address: string): string {
  const octets = address.split(".").map((octet) => Number(octet).toString(2).padStart(8, "0"));
  return octets.join("");
}

const known = new Map<string, boolean>();

/** Whether an address is one of those that `*`, an address, a CIDR prefix or a range of addresses means. */
export function has(text: string, address: string): boolean {
  const key = `${text} ${address}`;
  const found = known.get(key) ?? hasAddress(text, address);
  known.set(key, found);
  return found;
}

function hasAddress(text: string, address: string): boolean {
  if (text === "*") return true;
  if (text.includes(":")) return false;
  const [first = "", last] = text.split("-");
  if (last !== undefined) return bits(first) <= bits(address) && bits(address) <= bits(last);
  const [network = "", length = "32"] = text.split("/");
  return bits(network).slice(0, Number(length)) === bits(address).slice(0, Number(length));
}

/** Whether a port is one of those that `*`, a port or a range of ports means. */
export function hasPort(text: string, port: number): boolean {
  if (text === "*") return true;
  const [first = "", last = first] = text.split("-");
  return Number(first) <= port && port <= Number(last);
}

/** The addresses of machines and hosts that the oracles go through: each stands for those that no rule tells apart. */
export const sources = ["10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.0.4", "10.0.0.5", "10.0.0.6"];
export const elsewhere = ["30.0.0.1", "200.0.0.1"];
export const hosts = ["20.0.0.0", "20.0.0.2", "20.0.0.3", "20.0.0.4", "20.0.0.5", ...elsewhere];

/** A connection as the oracle sees it, and as the evaluators do. */
export interface Question {
  readonly flow: Flow;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly beyond: readonly string[];
  readonly names: readonly string[];
}

const prefixes = fc
  .constantFrom("10.0.0.0/29", "10.0.0.0/30", "10.0.0.5", "10.0.0.1 10.0.0.4/31", unknown)
  .map((text) => text.split(" "));
const destination = fc.oneof(
  { arbitrary: fc.constantFrom(...hosts, "10.0.0.6", "10.9.0.1"), weight: 2 },
  { arbitrary: fc.constant(undefined), weight: 1 },
);

/** The name of the virtual network's own prefix: it has all the machines. */
export const ownPrefix = "10.0.0.0/29";

/** What nobody documents, and what is documented, to have the destination. */
export const tags = { has: "AzureUpdateDelivery", hasNot: "GuestAndHybridManagement" };

/** The same of FQDN tags; the names of a third are documented, and have part of those that are asked for. */
export const fqdnTags = { has: "WindowsUpdate", hasNot: "AzureBackup", mayHave: "WindowsDiagnostics" };

export function question(ports: readonly number[]): fc.Arbitrary<Question> {
  const beyond = fc.constantFrom([], [], ["10.9.0.0/24"], ["0.0.0.0/0"], ["20.0.0.0/30", "10.9.0.0/16"]);
  const names = fc.constantFrom(
    ["a.example.com"],
    ["*.example.com"],
    ["a.example.com", "b.example.org"],
    ["login.live.com"],
    ["a.example.com", "login.live.com"],
  );
  return fc
    .record({
      prefixes,
      address: destination,
      beyond,
      names,
      protocol: fc.constantFrom("Tcp" as const, "Udp" as const),
      port: fc.constantFrom(...ports),
      application: fc.constantFrom("HTTP" as const, "HTTPS" as const),
    })
    .map(({ prefixes: from, address, beyond: joined, names: asked, protocol, port, application }) => ({
      flow: {
        source: {
          prefixes: () => {
            if (from.includes(unknown)) throw new NotKnown("subnet", "is not known");
            return from;
          },
          applicationSecurityGroups: () => [],
        },
        protocol,
        port,
        application,
        destination: {
          names: asked,
          ...(address === undefined ? {} : { address }),
          serviceTags: [`${tags.has}.Part`],
          otherServiceTags: [tags.hasNot],
          fqdnTags: [fqdnTags.has],
          otherFqdnTags: [fqdnTags.hasNot],
        },
        virtualNetwork: { prefixes: () => [ownPrefix], beyond: () => joined },
      },
      sources: from.includes(unknown)
        ? [...sources, ...elsewhere]
        : sources.filter((each) => from.some((prefix) => has(prefix, each))),
      destinations: address === undefined ? hosts : [address],
      beyond: joined,
      names: asked,
    }));
}

/** Every way to choose one value from each list. */
export function* choices<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const chosen of choices(rest)) for (const value of first) yield [value, ...chosen];
}

/**
 * Asserts that an evaluator answers as every possible world does where these agree, and says that it does not know where
 * they do not. Returns whether they agree. Where it promises less than that, it may not know in any case.
 */
export function expectAgreement(
  worlds: Iterable<string>,
  decide: () => string,
  described: () => unknown,
  isComplete = true,
): boolean {
  const answers = new Set<string>();
  for (const answer of worlds) {
    answers.add(answer);
    if (answers.size > 1) break;
  }
  const found = answerOf(decide);
  const [only] = answers;
  if (found instanceof NotKnown ? answers.size > 1 || !isComplete : answers.size === 1 && found === only)
    return answers.size === 1;
  const expected = answers.size > 1 ? "not known" : only;
  assert.fail(`${String(found)}, where it is ${expected}: ${JSON.stringify(described(), undefined, 1)}`);
}

function answerOf(decide: () => string): string | NotKnown {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return decide();
  } catch (error) {
    if (error instanceof NotKnown) return error;
    throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
