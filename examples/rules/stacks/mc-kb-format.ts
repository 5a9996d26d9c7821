import { assign, weekly, windowsMachine } from "../fleet";

const name = "mc-kb-format";

export function met(): void {
  declare("KB5034441");
}

export function broken(): void {
  declare("KB 5034441");
}

function declare(number: string): void {
  const windowsParameters = { classificationsToInclude: ["Critical"], kbNumbersToInclude: [number] };
  assign(name, weekly(name, { installPatches: { windowsParameters } }), windowsMachine(name));
}
