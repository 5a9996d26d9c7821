import { type Problems, present } from "./problems";

/** Whether a part of a component is skipped. Whatever else is said of a skipped part has no effect, and is an error. */
export function isSkipped(path: string, args: { readonly skip?: boolean }, problems: Problems): boolean {
  const { skip = false, ...settings } = args;
  if (!skip) return false;
  for (const setting of present(settings)) {
    problems.add(`${path}.${setting}`, "has no effect on what is skipped: leave it or skip out.");
  }
  return true;
}
