/**
 * Something the person at the keyboard can put right. The message is one paragraph that says what is wrong and what to
 * do; commands print it alone, without a stack, and end with a non-zero exit code.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Prints an error as the commands do: a {@link UserError} as its paragraph, anything else with its stack. */
export function describeError(error: unknown): string {
  if (error instanceof UserError) return `error: ${error.message}`;
  return `error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
