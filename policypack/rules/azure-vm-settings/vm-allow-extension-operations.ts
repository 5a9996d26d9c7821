import { allowExtensionOperations } from "../../../facts/machine-settings";
import { everyVirtualMachine } from "../judge";
import { broken, met, type Rule, show } from "../rule";

/** A machine lets Azure add the extension that assesses and patches it. */
export const vmAllowExtensionOperations: Rule = {
  code: "AUM014",
  name: "vm-allow-extension-operations",
  area: "Azure VM settings",
  title: "A VM allows extension operations.",
  why: "Azure Update Manager cannot add its extension, so nothing assesses or patches the VM.",
  level: "mandatory",
  since: "2026-11",
  source: allowExtensionOperations.source,
  check: everyVirtualMachine(({ osProfile }) => {
    const name = allowExtensionOperations.property;
    if (osProfile.boolean(name) ?? allowExtensionOperations.defaultValue) return met;
    const property = osProfile.pathOf(name);
    return broken({
      property,
      found: show(false),
      mustBe: "true or left out for Azure Update Manager to add its extension",
      fix: `${property}: true`,
    });
  }),
};
