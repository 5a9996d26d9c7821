import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { UserError } from "../engine";

/** What `npm run preview` was asked for. */
export interface CommandLine {
  /** Absolute path of the stack's folder; undefined for the demo. */
  readonly folder: string | undefined;
  readonly stack: string | undefined;
  readonly configuration: Readonly<Record<string, string>>;
  readonly help: boolean;
}

export const usage = `usage: npm run preview [-- FOLDER] [--stack NAME] [-c KEY=VALUE]...

Previews the Pulumi project in FOLDER with the policy pack, on the real Pulumi engine and with Azure stood in for.
Without FOLDER: previews two examples, one that is ready for Azure Update Manager and one that is not.

  -s, --stack NAME        the stack whose configuration is used (default: the only one, or dev)
  -c, --config KEY=VALUE  a configuration value, over those of the stack; may be given several times
  -h, --help              this text`;

/**
 * Reads the command line.
 *
 * @param from The folder that a relative FOLDER starts from.
 * @throws UserError for options that do not exist or make no sense.
 */
export function parseCommandLine(args: readonly string[], from: string): CommandLine {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) {
    throw new UserError(`one folder can be previewed at a time, got ${positionals.join(", ")}.\n\n${usage}`);
  }
  const [folder] = positionals;
  if (folder === undefined && (values.stack !== undefined || values.config !== undefined)) {
    throw new UserError(`--stack and --config are about a stack of yours: give its folder.\n\n${usage}`);
  }
  return {
    folder: folder === undefined ? undefined : resolve(from, folder),
    stack: values.stack,
    configuration: Object.fromEntries((values.config ?? []).map(parseValue)),
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        stack: { type: "string", short: "s" },
        config: { type: "string", short: "c", multiple: true },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function parseValue(text: string): [key: string, value: string] {
  const at = text.indexOf("=");
  // The text may hold a secret, so it is not repeated.
  if (at <= 0) throw new UserError(`--config takes KEY=VALUE, such as -c location=westeurope.\n\n${usage}`);
  return [text.slice(0, at), text.slice(at + 1)];
}
