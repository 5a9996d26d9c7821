import { paMcId as rule } from "../../../policypack/rules/roles-policies-and-locks/pa-mc-id";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { schedule, unknown } from "../fixture";
import { policy, schedulePolicy } from "../governance";
import { expectVerdicts } from "./expect";

const key = "scheduleUpdates";
const given = (value: unknown) => policy(key, { parameters: { maintenanceConfigurationResourceId: { value } } });
const id = (type: string, name: string) => `/subscriptions/0000/resourceGroups/fleet/providers/${type}/${name}`;
const wrong = (found: string) =>
  broken({
    property: "parameters.maintenanceConfigurationResourceId.value",
    found,
    mustBe: 'the id of a maintenance configuration with maintenanceScope "InGuestPatch"',
    fix: "parameters: { maintenanceConfigurationResourceId: { value: schedule.id } }",
    component: "ScheduledPatchingPolicy",
    componentFix: "maintenanceConfigurationId: schedule.maintenanceConfigurationId",
  });

describe("pa-mc-id", () => {
  it("is met by a schedule of the stack, by its resource or its id", () => {
    expectVerdicts(rule, [schedule(), schedulePolicy()], { [key]: met });
    const weekly = id("microsoft.maintenance/maintenanceConfigurations", "WEEKLY");
    expectVerdicts(rule, [schedule(), given(weekly)], { [key]: met });
  });

  it("is met by a configuration of elsewhere", () => {
    expectVerdicts(rule, [given(id("Microsoft.Maintenance/maintenanceConfigurations", "nightly"))], { [key]: met });
  });

  it("is broken without one", () => {
    expectVerdicts(rule, [policy(key)], { [key]: wrong("not set") });
  });

  it("is broken by what is no configuration", () => {
    expectVerdicts(rule, [given("weekly")], { [key]: wrong('"weekly"') });
    const machine = id("Microsoft.Compute/virtualMachines", "web");
    expectVerdicts(rule, [given(machine)], { [key]: wrong(`"${machine}"`) });
  });

  it("is broken by a configuration of another scope", () => {
    expectVerdicts(rule, [schedule({ maintenanceScope: "Host" }), schedulePolicy()], {
      [key]: wrong('the id of weekly, whose maintenanceScope is "Host"'),
    });
  });

  it("is not known while the id is not", () => {
    expectVerdicts(rule, [given(unknown)], {
      [key]: notKnown({
        property: "parameters.maintenanceConfigurationResourceId.value",
        because: "is known only after deployment",
      }),
    });
  });

  it("does not apply to other policies", () => {
    expectVerdicts(rule, [policy("auditPeriodicAssessment")], {
      auditPeriodicAssessment: notApplicable(
        'it assigns "Machines should be configured to periodically check for missing system updates", which this rule does not concern',
      ),
    });
  });
});
