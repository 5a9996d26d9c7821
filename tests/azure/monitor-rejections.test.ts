import assert from "node:assert/strict";
import type { PropertyMap } from "../../tools/azure/property-values";
import { Estate } from "./estate";

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg";

describe("the offline Azure refuses in monitoring:", () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.open();
    await estate.group();
  });
  afterEach(() => estate.close());

  const refuses = (deployment: Promise<unknown>, message: string) => assert.rejects(deployment, { message });
  const rule = (query: string, more: PropertyMap = {}) =>
    estate.client.deploy("monitor:ScheduledQueryRule", "rule", {
      resourceGroupName: "rg",
      ruleName: "rule",
      scopes: [group],
      criteria: { allOf: [{ query, operator: "GreaterThan" }] },
      ...more,
    });
  const overGraph = 'arg("").resources | count';

  it("an alert rule that has not one scope", async () => {
    const message =
      'Status=400 Code="InvalidRequestContent" Message="The request content was invalid and could not be deserialized: \'Scopes list should contain exactly 1 resource Id\'"';
    await refuses(rule("Heartbeat", { scopes: [] }), message);
    await refuses(rule("Heartbeat", { scopes: [group, `${group}2`] }), message);
    await rule("Heartbeat");
  });

  it("an alert rule over Azure Resource Graph without an identity", async () => {
    await refuses(
      rule(overGraph),
      'Status=400 Code="BadRequest" Message="The \'adx\' pattern cannot be used with the current authentication scheme. The request had some invalid properties"',
    );
    await rule(overGraph, { identity: { type: "SystemAssigned" } });
  });

  it("a workbook whose name is no GUID", async () => {
    const workbook = (resourceName: string) =>
      estate.client.deploy("applicationinsights:Workbook", "workbook", {
        resourceGroupName: "rg",
        resourceName,
        displayName: "Updates",
        category: "workbook",
        serializedData: "{}",
      });
    await refuses(
      workbook("updates"),
      'Status=400 Code="BadRequest" Message="The workbook name \'updates\' is not valid. It must be a GUID."',
    );
    await workbook("0be3e8e8-b4f8-52e7-a646-0fe4d6111e73");
  });
});
