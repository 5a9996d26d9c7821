import { assign, linuxMachine, maintenanceTopic, weekly } from "../fleet";

const name = "ev-one-topic";

function topics(...names: string[]): void {
  const schedule = weekly(name);
  assign(name, schedule, linuxMachine(name));
  for (const each of names) maintenanceTopic(each, schedule);
}

export function met(): void {
  topics(name);
}

// Azure refuses the second topic when it is deployed; a preview does not ask Azure.
export function broken(): void {
  topics(`another-${name}`, name);
}
