import { describeError, findEngine, signalChildren } from "../engine";
import { parseCommandLine, usage } from "./command-line";
import { runDemo } from "./demo";
import { previewFolder } from "./preview-folder";

const say = (line: string) => process.stdout.write(`${line}\n`);

const signals: Partial<Record<NodeJS.Signals, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

const interrupted = new AbortController();
let exitCodeOfSignal = 0;

/**
 * Passes interrupts on to the engine and lets it cancel, so that it stops its own processes; a second one ends at once.
 * From a terminal the engine has the first Ctrl-C already, and would take another as an order to give up.
 */
function handleSignals(): void {
  for (const [signal, exitCode] of Object.entries(signals)) {
    process.on(signal, () => {
      if (interrupted.signal.aborted) process.exit(exitCode);
      exitCodeOfSignal = exitCode;
      interrupted.abort();
      if (signal !== "SIGINT" || !process.stdin.isTTY) signalChildren("SIGINT");
    });
  }
}

async function main(): Promise<number> {
  // npm runs scripts in the package's root and says here where the user is.
  const commandLine = parseCommandLine(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (commandLine.help) {
    say(usage);
    return 0;
  }
  if (commandLine.folder === undefined) return runDemo(await findEngine(), say, interrupted.signal);
  return previewFolder(commandLine.folder, commandLine, findEngine, say);
}

handleSignals();
main().then(
  (exitCode) => process.exit(exitCodeOfSignal || exitCode),
  (error: unknown) => {
    // What an interrupt broke off is no error to tell.
    if (!interrupted.signal.aborted) process.stderr.write(`${describeError(error)}\n`);
    process.exit(exitCodeOfSignal || 1);
  },
);
