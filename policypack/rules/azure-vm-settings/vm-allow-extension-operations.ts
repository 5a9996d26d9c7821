import { allowExtensionOperations } from "../../../facts/machine-settings";
import type { VirtualMachine } from "../../stack/virtual-machine";
import { everything } from "../blocked";
import { everyVirtualMachine } from "../judge";
import { mend, remediateVirtualMachine } from "../remediate";
import { type Answer, broken, met, type Rule, show } from "../rule";

function answerOf({ osProfile }: VirtualMachine): Answer {
  const name = allowExtensionOperations.property;
  if (osProfile.boolean(name) ?? allowExtensionOperations.defaultValue) return met;
  const property = osProfile.pathOf(name);
  return broken({
    property,
    found: show(false),
    mustBe: "true or left out for Azure Update Manager to add its extension",
    fix: `${property}: true`,
  });
}

/**
 * A machine lets Azure add the extension that assesses and patches it. A remediation waits until the machine has the VM
 * agent, without which there are no extension operations to allow.
 */
export const vmAllowExtensionOperations: Rule = {
  code: "AUM014",
  name: "vm-allow-extension-operations",
  area: "Azure VM settings",
  title: "A VM allows extension operations.",
  why: "Azure Update Manager cannot add its extension, so nothing assesses or patches the VM.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: allowExtensionOperations.source,
  check: everyVirtualMachine(answerOf),
  remediate: remediateVirtualMachine((machine) => {
    const changes = mend(answerOf(machine), true);
    return changes.length > 0 && machine.provisionsAgentOn(machine.operatingSystem) ? changes : [];
  }),
};
