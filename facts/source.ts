/**
 * Where a fact was read. `document` is the repository and path of the document as its owner publishes it, or the
 * name of a document without one; `retrieved` is the day it was read, as YYYY-MM-DD.
 */
export interface Source {
  readonly document: string;
  readonly retrieved: string;
}

/** Two documents that contradict each other, and which one this project follows. */
export interface Conflict {
  readonly says: string;
  readonly source: Source;
  readonly resolution: string;
}

/**
 * What every entry under `facts/` carries. An entry with `unconfirmed` rests on no document that states it plainly:
 * whatever is built on it stays advisory.
 */
export interface Fact {
  readonly source: readonly Source[];
  readonly unconfirmed?: string;
  readonly conflict?: Conflict;
}

/** The day the documents behind `facts/` were last read. */
export const retrieved = "2026-11-23";

/** The sources of a fact, from the documents it was read in on {@link retrieved}. */
export function source(...documents: [string, ...string[]]): readonly Source[] {
  return documents.map((document) => ({ document, retrieved }));
}

const published: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /^MicrosoftDocs\/azure(?:-compute|-management|-monitor)?-docs articles\/(?!.*\/includes\/)(.+)\.md$/,
    "https://learn.microsoft.com/azure/$1",
  ],
  [/^MicrosoftDocs\/SupportArticles-docs support\/(.+)\.md$/, "https://learn.microsoft.com/troubleshoot/$1"],
  [/^MicrosoftDocs\/windowsserverdocs WindowsServerDocs\/(.+)\.md$/, "https://learn.microsoft.com/windows-server/$1"],
  [/^([\w.-]+\/[\w.-]+) ((?:issues|pull)\/\d+)$/, "https://github.com/$1/$2"],
  [/^([\w.-]+\/[\w.-]+) (.+\.\w+)$/, "https://github.com/$1/blob/HEAD/$2"],
];

/** The page on which a document is published, where it has one; the document's own name otherwise. */
export function documentUrl({ document }: Source): string {
  for (const [pattern, url] of published) {
    if (pattern.test(document)) return encodeURI(document.replace(pattern, url));
  }
  return document;
}
