import { type ChildProcess, spawn } from "node:child_process";

/** How a child process ended, and what it printed where that was asked for. */
export interface Ended {
  /** Its exit code; 128 plus the signal's number when a signal ended it, as shells have it. */
  readonly exitCode: number;
  /** What it wrote to standard output. */
  readonly stdout: string;
  /** What it wrote to standard error. */
  readonly stderr: string;
}

/** How to run a child process. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `"shown"` hands the child this process's own terminal; `"captured"`, the default, returns what it prints. */
  readonly output?: "captured" | "shown";
  /** Called with each line of standard error as it comes, when the output is captured. */
  readonly onErrorLine?: (line: string) => void;
}

const running = new Set<ChildProcess>();
let watching = false;

/** Runs a program to its end. Rejects only if it could not be started. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const shown = options.output === "shown";
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: shown ? "inherit" : ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    watch(child);
    let stdout = "";
    let stderr = "";
    let line = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      const lines = (line + text).split("\n");
      line = lines.pop() ?? "";
      if (options.onErrorLine !== undefined) lines.forEach(options.onErrorLine);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ exitCode: code ?? exitCodeOf(signal), stdout, stderr }));
  });
}

/** Passes a signal on to every child that still runs. The engine answers an interrupt by cancelling and cleaning up. */
export function signalChildren(signal: NodeJS.Signals): void {
  for (const child of running) child.kill(signal);
}

/** The exit code shells give a process that a signal ended. */
export function exitCodeOf(signal: NodeJS.Signals | null): number {
  const numbers: Partial<Record<NodeJS.Signals, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
  return 128 + (signal === null ? 0 : (numbers[signal] ?? 0));
}

function watch(child: ChildProcess): void {
  running.add(child);
  child.once("close", () => running.delete(child));
  child.once("error", () => running.delete(child));
  if (watching) return;
  watching = true;
  process.once("exit", () => signalChildren("SIGKILL"));
}
