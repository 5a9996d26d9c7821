/** The numbers of a version, such as `[3, 259, 0]`. */
export type Version = readonly [major: number, minor: number, patch: number];

/**
 * Reads the first version in a text, such as `v3.259.0`, `go1.26` or `go version go1.26.8 linux/amd64`. A pre-release
 * counts as the version it leads to. Undefined if the text has none.
 */
export function parseVersion(text: string): Version | undefined {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  if (match === null) return undefined;
  return [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}

/** Whether `version` is `minimum` or newer. */
export function isAtLeast(version: Version, minimum: Version): boolean {
  for (const [index, number] of version.entries()) {
    const least = minimum[index] ?? 0;
    if (number !== least) return number > least;
  }
  return true;
}

/** A version as it is written: `3.259.0`. */
export function formatVersion(version: Version): string {
  return version.join(".");
}
