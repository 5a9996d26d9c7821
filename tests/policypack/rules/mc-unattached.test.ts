import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { mcUnattached as rule } from "../../../policypack/rules/schedules/mc-unattached";
import { assignment, type Declared, linuxMachine, policyAssignment, schedule, unknown } from "../fixture";
import { expectHostsLeftAlone, expectVerdicts } from "./expect";

const unattached = broken({
  property: "maintenanceScope",
  found: '"InGuestPatch"',
  mustBe: "joined by an assignment of the configuration",
  fix: 'new maintenance.ConfigurationAssignment(...) or maintenance.ConfigurationAssignmentsForSubscription(...) with maintenanceConfigurationId: <the schedule\'s id>, or "assignedElsewhere": true for mc-unattached in the policy configuration',
  component: "MaintenanceSchedule",
  componentFix: "virtualMachines, arcServers or dynamicScopes",
});

const id = "/subscriptions/0/resourceGroups/FLEET/providers/Microsoft.Maintenance/maintenanceConfigurations/Weekly";
const policy = policyAssignment("/providers/Microsoft.Authorization/policyDefinitions/ba0df93e");
const withParameters = (parameters: unknown, from: Declared["from"] = {}): Declared => ({
  ...policy,
  inputs: { ...policy.inputs, parameters },
  from,
});

const laterOf = (property: string, resource: string) =>
  notKnown({ property, because: `of ${resource} is known only after deployment` });

describe("mc-unattached", () => {
  it("is met by an assignment to a machine, of this stack or not, and to a dynamic scope", () => {
    expectVerdicts(rule, [linuxMachine(), schedule(), assignment("web")], { weekly: met });
    const elsewhere = { ...assignment("web", "weekly", { resourceName: "web", maintenanceConfigurationId: id }) };
    expectVerdicts(rule, [schedule(), { ...elsewhere, from: {} }], { weekly: met });
    const scope = {
      ...assignment("web", "weekly", { filter: {} }),
      type: "azure-native:maintenance:ConfigurationAssignmentsForSubscription",
    };
    expectVerdicts(rule, [schedule(), scope], { weekly: met });
  });

  it("is met by a policy that gets the schedule as a parameter, by its resource or by its id", () => {
    expectVerdicts(rule, [schedule(), withParameters(unknown, { parameters: ["weekly"] })], { weekly: met });
    const parameters = { maintenanceConfigurationResourceId: { value: id } };
    expectVerdicts(rule, [schedule(), withParameters(parameters)], { weekly: met });
  });

  it("is broken without an assignment, and by one of another schedule", () => {
    expectVerdicts(rule, [linuxMachine(), schedule()], { weekly: unattached });
    expectVerdicts(rule, [linuxMachine(), schedule(), schedule({}, "daily"), assignment("web", "daily")], {
      weekly: unattached,
      daily: met,
    });
  });

  it("is broken beside policies of other kinds", () => {
    expectVerdicts(rule, [schedule(), policy], { weekly: unattached });
    expectVerdicts(rule, [schedule(), withParameters({ effect: { value: unknown } })], { weekly: unattached });
  });

  it("is not known while an assignment's or a policy's schedule is not", () => {
    const unlinked = { ...assignment("web"), from: {} };
    expectVerdicts(rule, [schedule(), unlinked], {
      weekly: laterOf("maintenanceConfigurationId", "weekly-web"),
    });
    expectVerdicts(rule, [schedule(), withParameters({ maintenanceConfigurationResourceId: { value: unknown } })], {
      weekly: laterOf("parameters.maintenanceConfigurationResourceId.value", "governance"),
    });
  });

  it("does not apply where schedules are assigned elsewhere, nor to configurations for hosts", () => {
    const settings = { assignedElsewhere: true };
    expectVerdicts(rule, [schedule()], { weekly: notApplicable("schedules are assigned elsewhere") }, settings);
    expectHostsLeftAlone(rule, {});
  });
});
