import assert from "node:assert/strict";
import { Estate, schedule } from "./estate";

const refused = (message: string) => ({ message: `Status=400 Code="InvalidRequest" Message="${message}"` });

describe("the offline Azure refuses, of events:", () => {
  let estate: Estate;
  let source: string;

  beforeEach(async () => {
    estate = await Estate.open();
    await estate.group();
    ({ id: source } = await estate.client.deploy("maintenance:MaintenanceConfiguration", "schedule", schedule));
  });
  afterEach(() => estate.close());

  const properties = (systemTopicName: string) => ({
    resourceGroupName: "rg",
    systemTopicName,
    location: "westeurope",
    topicType: "Microsoft.Maintenance.MaintenanceConfigurations",
  });
  const topic = (name: string, from: string) =>
    estate.client.deploy("eventgrid:SystemTopic", name, { ...properties(name), source: from });
  const subscription = (endpointUrl: string) =>
    estate.client.deploy("eventgrid:SystemTopicEventSubscription", "subscription", {
      resourceGroupName: "rg",
      systemTopicName: "topic",
      destination: { endpointType: "WebHook", endpointUrl },
    });

  it("a second topic of a source", async () => {
    await topic("topic", source);
    await assert.rejects(
      topic("other", source.toUpperCase()),
      refused(
        `There is an existing tracked system topic for the given source ${source.toUpperCase()}. Only one system topic is allowed per source.`,
      ),
    );
  });

  it("another source for a topic", async () => {
    const created = await topic("topic", source);
    const { id } = await estate.client.deploy("maintenance:MaintenanceConfiguration", "second", {
      ...schedule,
      resourceName: "second",
    });
    await assert.rejects(
      estate.client.update("eventgrid:SystemTopic", "topic", created, { ...properties("topic"), source: id }),
      refused("System topic source cannot be modified."),
    );
  });

  it("a source that does not exist", async () => {
    const missing = source.replace(/[^/]+$/, "none");
    await assert.rejects(topic("topic", missing), refused(`The source resource ${missing} was not found.`));
  });

  it("a webhook without an HTTPS URL, and shows no query of one", async () => {
    await topic("topic", source);
    const message =
      "Invalid event subscription request: Supplied URL is invalid. It cannot be null or empty and should be a proper HTTPS URL like https://www.example.com.";
    for (const url of ["", "http://example.com"]) await assert.rejects(subscription(url), refused(message));
    await subscription("https://example.com/hook?code=s3cr3t");
    const { outputs } = estate.azure.resources.find(({ type }) => type.name === "SystemTopicEventSubscription") ?? {};
    assert.deepEqual(outputs?.destination, { endpointType: "WebHook", endpointBaseUrl: "https://example.com/hook" });
  });
});
