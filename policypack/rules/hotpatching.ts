import { firstOf } from "../stack/three-valued";
import type { VirtualMachine } from "../stack/virtual-machine";
import { everyVirtualMachine, provided } from "./judge";
import { type Answer, notApplicable, type Rule } from "./rule";

/** A check that asks the same of every Windows VM that asks for hotpatching. */
export function everyHotpatchedMachine(ask: (machine: VirtualMachine) => Answer): Rule["check"] {
  return everyVirtualMachine(ofHotpatchedMachine(ask));
}

/** What there is to say of a VM, where it is a Windows VM that asks for hotpatching. */
export function ofHotpatchedMachine(ask: (machine: VirtualMachine) => Answer): (machine: VirtualMachine) => Answer {
  return (machine) =>
    provided(
      () =>
        firstOf(
          () => (machine.asksForHotpatching ? undefined : notApplicable("the machine does not ask for hotpatching")),
          () => (machine.operatingSystem === "Windows" ? undefined : notApplicable("the machine does not run Windows")),
        ),
      () => ask(machine),
    );
}
