import { type Problems, present } from "../shared/problems";

/** Whether a part of the fleet is skipped. Whatever else is said of a skipped part has no effect. */
export function isSkipped(path: string, args: { readonly skip?: boolean }, problems: Problems): boolean {
  const { skip = false, ...settings } = args;
  if (!skip) return false;
  for (const setting of present(settings)) {
    problems.add(`${path}.${setting}`, "has no effect on what is skipped: leave it or skip out.");
  }
  return true;
}
