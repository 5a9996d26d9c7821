import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Gives each test of the suite a temporary folder of its own; the function returned names it. */
export function useTemporaryFolder(): () => string {
  let folder: string;
  beforeEach("make a temporary folder", () => {
    folder = mkdtempSync(join(tmpdir(), "engine-test-"));
  });
  afterEach("remove the temporary folder", () => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

/** Writes files, by path within a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Writes an executable shell script. */
export function writeScript(path: string, body: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
}
