import { sameName } from "./arm-id";

/** Whether a list of names selects a machine by what it has of its own; an empty list selects every machine. */
export function isSelected(wanted: readonly string[], own: () => string): boolean {
  if (wanted.length === 0) return true;
  const value = own();
  return wanted.some((each) => sameName(each, value));
}
