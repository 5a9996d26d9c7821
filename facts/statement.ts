import { type Conflict, type Fact, retrieved } from "./source";

/** A rule that a document states in words and that no field of a fact captures. */
export interface Statement extends Fact {
  readonly statement: string;
}

/** A {@link Statement}, in the words of this project. */
export function statement(text: string, source: Fact["source"], rest: Omit<Fact, "source"> = {}): Statement {
  return { statement: text, source, ...rest };
}

/** What another document says against a fact, and why the fact stays as it is. */
export function conflict(document: string, says: string, resolution: string): Conflict {
  return { says, source: { document, retrieved }, resolution };
}
