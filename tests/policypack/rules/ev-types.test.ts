import { evTypes as rule } from "../../../policypack/rules/events/ev-types";
import { broken, met, notApplicable, notKnown } from "../../../policypack/rules/rule";
import { storageAccount, storageTopicType, subscription, topic } from "../events";
import { schedule, unknown } from "../fixture";
import { expectVerdicts } from "./expect";
import { expectChanges, expectLeftUnknown } from "./expect-changes";

const before = "Microsoft.Maintenance.PreMaintenanceEvent";
const after = "Microsoft.Maintenance.PostMaintenanceEvent";
const including = (...includedEventTypes: string[]) => subscription({ filter: { includedEventTypes } });
const noSuch = (index: number, type: string) =>
  broken({
    property: `filter.includedEventTypes[${index}]`,
    found: `"${type}"`,
    mustBe: `"${before}" or "${after}"`,
    fix: `filter: { includedEventTypes: ["${before}", "${after}"] }`,
    component: "MaintenanceEvents",
    componentFix: "eventTypes of the event subscription, both by default",
  });

describe("ev-types", () => {
  it("is met by the events before and after a run, and by no list, which is all of them", () => {
    expectVerdicts(rule, [schedule(), topic(), including(before, after)], { handler: met });
    expectVerdicts(rule, [schedule(), topic(), subscription()], { handler: met });
  });

  it("is broken by an event that there is not, whatever is unknown beside it", () => {
    expectVerdicts(rule, [schedule(), topic(), including(before, "Microsoft.Maintenance.Pre")], {
      handler: noSuch(1, "Microsoft.Maintenance.Pre"),
    });
    expectVerdicts(rule, [schedule(), topic(), including(unknown, "Microsoft.Maintenance.Pre")], {
      handler: noSuch(1, "Microsoft.Maintenance.Pre"),
    });
  });

  it("is broken on a topic that is named in words", () => {
    const filter = { includedEventTypes: ["Pre"] };
    expectVerdicts(rule, [schedule(), topic(), subscription({ systemTopicName: "Topic", filter }, {})], {
      handler: noSuch(0, "Pre"),
    });
  });

  it("is not known while a type is not", () => {
    expectVerdicts(rule, [schedule(), topic(), including(unknown)], {
      handler: notKnown({ property: "filter.includedEventTypes[0]", because: "is known only after deployment" }),
    });
  });

  it("does not apply to topics of something else, or of elsewhere", () => {
    const other = topic({ topicType: storageTopicType }, "topic", { source: ["account"] });
    const because = notApplicable("it is on no topic of a maintenance configuration of this stack");
    const created = including("Microsoft.Storage.BlobCreated");
    expectVerdicts(rule, [storageAccount, other, created], { handler: because });
    const filter = { includedEventTypes: ["Microsoft.Storage.BlobCreated"] };
    expectVerdicts(rule, [subscription({ systemTopicName: "elsewhere", filter }, {})], { handler: because });
  });
});

describe("ev-types as a remediation", () => {
  const path = "filter.includedEventTypes";

  it("drops the events that there are not, beside one that there is", () => {
    expectChanges(rule, including(before, "Microsoft.Maintenance.Pre"), { path, value: [before] });
    expectChanges(rule, including("Pre", before, after.toLowerCase()), { path, value: [before, after.toLowerCase()] });
  });

  it("leaves alone what is right, what names no event of maintenance, and other resources", () => {
    expectChanges(rule, including(before, after));
    expectChanges(rule, subscription());
    expectChanges(rule, including("Microsoft.Maintenance.Pre"));
    expectChanges(rule, including("Microsoft.Storage.BlobCreated"));
    expectChanges(rule, schedule());
  });

  it("leaves alone what is not known", () => {
    expectLeftUnknown(rule, including(before, unknown), `${path}[1]`);
    expectLeftUnknown(rule, including(unknown), `${path}[0]`);
  });
});
