import { provisionVMAgent } from "../../../facts/machine-settings";
import { OperatingSystem } from "../../../facts/operating-system";
import { firstOf } from "../../stack/three-valued";
import { everything } from "../blocked";
import { everyVirtualMachine } from "../judge";
import { broken, met, notApplicable, type Rule, show } from "../rule";

/** A machine has the agent through which everything that assesses or patches it comes. */
export const vmProvisionAgent: Rule = {
  code: "AUM013",
  name: "vm-provision-agent",
  area: "Azure VM settings",
  title: "A VM has the Azure VM agent.",
  why: "No extension reaches the VM, so nothing assesses, patches or hotpatches it.",
  level: "mandatory",
  since: "2026-11",
  blocks: everything,
  source: provisionVMAgent.source,
  check: everyVirtualMachine((machine) => {
    if (!machine.osProfile.exist)
      return notApplicable("without osProfile, its disk decides whether the machine has it");
    const settled = firstOf(
      () => (machine.provisionsAgentOn(machine.operatingSystem) ? met : undefined),
      () => (Object.values(OperatingSystem).every((each) => machine.provisionsAgentOn(each)) ? met : undefined),
    );
    if (settled !== undefined) return settled;
    const property = machine.configuration.pathOf("provisionVMAgent");
    return broken({
      property,
      found: show(false),
      mustBe: "true or left out for Azure Update Manager to reach the VM",
      fix: `${property}: true`,
    });
  }),
  notRemediable:
    "Azure refuses to change provisionVMAgent of a VM that exists, and the engine does not show a policy whether the VM exists.",
};
