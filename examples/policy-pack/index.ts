// A policy pack of a team's own: the rules of Azure Update Manager at levels of its choice, held to a baseline, with one
// finding that is accepted until spring, and a rule of its own on the same model. Run it with
// `pulumi preview --policy-pack examples/policy-pack`.
import {
  broken,
  createPack,
  everyVirtualMachine,
  met,
  notApplicable,
  type Rule,
  rules,
} from "pulumi-azure-update-manager/policypack";

const vmNamesItsOwner: Rule = {
  code: "TEAM001",
  name: "vm-names-its-owner",
  area: "Our own",
  title: "A VM on a schedule names who is called when a run fails.",
  why: "Nobody acts on the alert.",
  level: "mandatory",
  since: "2026-11",
  source: [{ document: "https://wiki.example.com/patching", retrieved: "2026-11-25" }],
  check: everyVirtualMachine((machine, stack) => {
    if (!stack.isScheduled(machine)) return notApplicable("no schedule of this stack reaches the machine");
    if (machine.settings.object("tags").text("owner") !== undefined) return met;
    return broken({
      property: "tags.owner",
      found: "not set",
      mustBe: "the address of a team",
      fix: 'tags: { owner: "team@example.com" }',
    });
  }),
};

createPack("patching", {
  baseline: "2026-11",
  rules: [...rules.filter(({ area }) => area !== "Events"), vmNamesItsOwner],
  levels: { "vm-periodic-assessment": "mandatory" },
  settings: { "vm-bypass-orphan": { scheduledElsewhere: true } },
  exemptions: [
    {
      rule: "img-unsupported-explicit",
      resource: "legacy",
      reason: "CentOS goes when the ledger moves",
      owner: "operations@example.com",
      expires: "2099-03-31",
    },
  ],
});
