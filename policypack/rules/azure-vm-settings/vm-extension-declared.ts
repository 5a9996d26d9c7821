import { updateManager } from "../../../facts/documents";
import { isPatchExtension } from "../../../facts/extensions";
import { source } from "../../../facts/source";
import { everyResource } from "../judge";
import { broken, met, type Rule, show } from "../rule";

/** The stack leaves the extension that assesses and patches to Azure, which installs, configures and updates it. */
export const vmExtensionDeclared: Rule = {
  code: "AUM024",
  name: "vm-extension-declared",
  area: "Azure VM settings",
  title: "A stack does not declare the patch extension.",
  why: "Azure Update Manager installs and configures the extension by itself, and a second owner gets in its way.",
  level: "advisory",
  since: "2026-11",
  source: source(updateManager("workflow-update-manager")),
  check: everyResource(["compute:VirtualMachineExtension"], ({ settings }) => {
    const [publisher = "", type = ""] = [settings.text("publisher"), settings.text("type")];
    if (!isPatchExtension(publisher, type)) return met;
    return broken({
      property: "type",
      found: show(type),
      mustBe: "left to Azure Update Manager, which installs this extension when it first needs it",
      fix: "remove the resource",
    });
  }),
  notRemediable: "A remediation changes the properties of a resource, and here the resource itself has to go.",
};
