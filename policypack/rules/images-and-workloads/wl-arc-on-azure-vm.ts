import { arcOnboarding, arcTestMachine, does } from "../../../facts/scripts";
import { scriptedTypes, scriptsIn } from "../../stack/scripts";
import { findOf } from "../../stack/three-valued";
import { everyResource } from "../judge";
import { broken, met, notApplicable, type Rule } from "../rule";

/** An Azure VM is not connected to Azure Arc, which would make a second machine of it. */
export const wlArcOnAzureVm: Rule = {
  code: "AUM036",
  name: "wl-arc-on-azure-vm",
  area: "Images and workloads",
  title: "An Azure VM is not given a script that connects it to Azure Arc.",
  why: "The installer refuses an Azure VM and ends with an error, or the VM appears in Update Manager as two machines.",
  level: "advisory",
  since: "2026-11",
  source: [...arcOnboarding.source, ...arcTestMachine.source],
  check: everyResource(["compute:VirtualMachine", ...scriptedTypes], (resource) => {
    const onboarding = findOf(scriptsIn(resource), ({ text }) => does(arcOnboarding, text));
    if (onboarding === undefined) return met;
    if (does(arcTestMachine, onboarding.text)) {
      return notApplicable("the script declares the machine a test machine of Azure Arc");
    }
    return broken({
      property: onboarding.property,
      found: "a script that installs the Azure Connected Machine agent",
      mustBe: "one that does not, since Update Manager reaches an Azure VM without Azure Arc",
      fix: `remove the installation and \`azcmagent connect\` from ${onboarding.property}`,
    });
  }),
};
