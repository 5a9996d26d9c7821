import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Conflict, Source } from "../../facts";
import * as facts from "../../facts";

/** The modules that facts are written with; they hold none themselves. */
const foundations = [
  "cloud",
  "documents",
  "index",
  "machine-kind",
  "operating-system",
  "operations",
  "source",
  "statement",
];

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** An enumeration or a list of allowed words: text, lists of text, or either of them by name. It needs no source. */
function isVocabulary(value: Json): boolean {
  const isText = (it: unknown) => typeof it === "string";
  return Object.values(value).every((it) => isText(it) || (Array.isArray(it) && it.every(isText)));
}

function checkSource(path: string, source: Source): string[] {
  const problems: string[] = [];
  if (!/^[\w.-]+\/[\w.-]+ \S/.test(source.document) && !/^https:\/\/\S+$/.test(source.document)) {
    problems.push(`${path}: "${source.document}" names neither a repository with a path nor a page`);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(source.retrieved) || Number.isNaN(Date.parse(source.retrieved))) {
    problems.push(`${path}: "${source.retrieved}" is no day`);
  }
  return problems;
}

function checkMarks(path: string, { unconfirmed, conflict }: Json): string[] {
  const problems: string[] = [];
  if (unconfirmed !== undefined && (typeof unconfirmed !== "string" || unconfirmed === "")) {
    problems.push(`${path}: unconfirmed does not say what is open`);
  }
  if (conflict !== undefined) {
    const { says, source, resolution } = conflict as Partial<Conflict>;
    if (!says || !resolution) problems.push(`${path}: the conflict does not say what and how it is settled`);
    problems.push(...(source ? checkSource(`${path}.conflict`, source) : [`${path}: the conflict has no source`]));
  }
  return problems;
}

/** What is wrong with the sources of a value: it has some of its own, or else every part of it has. */
function problemsOf(path: string, value: unknown): string[] {
  if (!isObject(value)) return [`${path}: no source`];
  const { source } = value;
  if (Array.isArray(source)) {
    const own = source.length > 0 ? source.flatMap((it: Source) => checkSource(path, it)) : [`${path}: no source`];
    return [...own, ...checkMarks(path, value), ...marksBelow(path, value)];
  }
  const parts = Object.entries(value);
  if (parts.some(([, part]) => !isObject(part))) return [`${path}: no source`];
  return parts.flatMap(([key, part]) => problemsOf(`${path}.${key}`, part));
}

/** Parts of a sourced value need no source of their own, but a mark on one of them is checked. */
function marksBelow(path: string, value: Json): string[] {
  return Object.entries(value).flatMap(([key, part]) =>
    key !== "source" && key !== "conflict" && isObject(part)
      ? [...checkMarks(`${path}.${key}`, part), ...marksBelow(`${path}.${key}`, part)]
      : [],
  );
}

describe("every fact", () => {
  for (const [area, exported] of Object.entries(facts)) {
    if (!isObject(exported) || Array.isArray(exported)) continue;
    for (const [name, value] of Object.entries(exported)) {
      if (isObject(value) && !isVocabulary(value)) {
        it(`${area}.${name} says where and when it was read`, () => {
          assert.deepEqual(problemsOf(`${area}.${name}`, value), []);
        });
      }
    }
  }

  it("is walked, for facts/index.ts exports every area", () => {
    const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const areas = readdirSync(join(__dirname, "../../facts"))
      .map((entry) => entry.replace(/\.ts$/, ""))
      .filter((entry) => !foundations.includes(entry))
      .map(camelCase);
    assert.deepEqual(
      areas.filter((area) => !Object.hasOwn(facts, area)),
      [],
    );
  });
});

describe("the walk", () => {
  const source = [{ document: "MicrosoftDocs/azure-docs articles/a.md", retrieved: "2026-11-23" }];

  it("finds a fact without a source", () => {
    assert.deepEqual(problemsOf("a", { limit: 3 }), ["a: no source"]);
    assert.deepEqual(problemsOf("a", { b: { limit: 3, source }, c: { limit: 4 } }), ["a.c: no source"]);
    assert.deepEqual(problemsOf("a", [{ limit: 3 }]), ["a.0: no source"]);
    assert.deepEqual(problemsOf("a", { limit: 3, source: [] }), ["a: no source"]);
  });

  it("finds a source that names no document or no day", () => {
    assert.deepEqual(problemsOf("a", { source: [{ document: "somewhere", retrieved: "soon" }] }), [
      'a: "somewhere" names neither a repository with a path nor a page',
      'a: "soon" is no day',
    ]);
  });

  it("finds a mark that says nothing", () => {
    assert.deepEqual(problemsOf("a", { source, unconfirmed: true }), ["a: unconfirmed does not say what is open"]);
    assert.deepEqual(problemsOf("a", { source, rows: [{ conflict: { says: "no" } }] }), [
      "a.rows.0: the conflict does not say what and how it is settled",
      "a.rows.0: the conflict has no source",
    ]);
  });

  it("takes nothing but words for a vocabulary", () => {
    assert.equal(isVocabulary({ 0: "IfRequired", 1: "Never" }), true);
    assert.equal(isVocabulary({ Linux: ["ImageDefault"] }), true);
    assert.equal(isVocabulary({ a: { publisher: "Canonical" } }), false);
    assert.equal(isVocabulary({ text: "Text.", source }), false);
    assert.equal(isVocabulary({ limit: 3 }), false);
  });
});
