import assert from "node:assert/strict";
import { join } from "node:path";
import * as fc from "fast-check";

type Handler = (context: { log(text: string): void }, event: object) => Promise<void>;

const handle: Handler = require(join(__dirname, "../../../examples/maintenance-events-production/start-and-stop.js"));

const subscription = "00000000-0000-0000-0000-000000000000";
const group = `/subscriptions/${subscription}/resourcegroups/machines`;
const correlationId = `${group}/providers/Microsoft.Maintenance/maintenanceConfigurations/weekly/providers/microsoft.maintenance/applyupdates/20270109010000`;
const machine = (name: string) => `${group}/providers/microsoft.compute/virtualmachines/${name}`;
const container = "https://events.blob.core.windows.net/started-machines";
const list = `${container}${correlationId.toLowerCase()}.json`;

/** What of Azure the function uses: Resource Graph, machines, blobs and tokens. */
class Azure {
  readonly powerStates = new Map<string, string>();
  readonly blobs = new Map<string, string>();
  /** What was asked of machines, in order. */
  readonly actions: string[] = [];
  readonly tokens = new Set<string>();
  /** Machines that refuse every action. */
  readonly broken = new Set<string>();
  query = "";
  pageSize = 1000;

  readonly fetch = async (url: string, { method = "GET", headers = {}, body }: FakeRequest = {}): Promise<Response> => {
    const { origin, pathname, searchParams } = new URL(url);
    if (origin === "http://identity") {
      assert.equal(headers["X-IDENTITY-HEADER"], "header");
      assert.equal(searchParams.get("client_id"), "client");
      return Response.json({ access_token: `for ${searchParams.get("resource")}` });
    }
    const management = origin === "https://management.azure.com";
    this.tokens.add(`${management ? "management" : "storage"}: ${headers.authorization}`);
    if (!management) return this.#blob(method, url, body);
    if (pathname.endsWith("/Microsoft.ResourceGraph/resources")) return this.#graph(JSON.parse(body ?? ""));
    return this.#act(pathname);
  };

  #blob(method: string, url: string, body: string | undefined): Response {
    const found = this.blobs.get(url);
    if (method === "PUT") this.blobs.set(url, body ?? "");
    if (method === "DELETE") this.blobs.delete(url);
    if (method === "PUT") return new Response(null, { status: 201 });
    return found === undefined ? new Response("BlobNotFound", { status: 404 }) : new Response(found);
  }

  #graph({ query, subscriptions, options }: GraphRequest): Response {
    assert.deepEqual(subscriptions, [subscription]);
    this.query = query;
    const found = [...this.powerStates].filter(([, state]) => state === "deallocated").map(([id]) => ({ id }));
    const first = Number(options.$skipToken ?? 0);
    const next = first + this.pageSize;
    return Response.json({
      data: found.slice(first, next),
      ...(next < found.length && { $skipToken: String(next) }),
    });
  }

  #act(pathname: string): Response {
    const id = pathname.slice(0, pathname.lastIndexOf("/"));
    const action = pathname.slice(pathname.lastIndexOf("/") + 1);
    this.actions.push(`${action} ${id.slice(id.lastIndexOf("/") + 1)}`);
    if (this.broken.has(id)) return new Response("AllocationFailed", { status: 409 });
    this.powerStates.set(id, action === "start" ? "running" : "deallocated");
    return new Response(null, { status: 202 });
  }
}

interface FakeRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

interface GraphRequest {
  query: string;
  subscriptions: readonly string[];
  options: { $skipToken?: string };
}

describe("the function that starts and stops machines", () => {
  const original = { fetch: globalThis.fetch, environment: { ...process.env } };
  let azure: Azure;
  let log: string[];

  beforeEach(() => {
    azure = new Azure();
    log = [];
    globalThis.fetch = azure.fetch as typeof fetch;
    process.env.IDENTITY_ENDPOINT = "http://identity/token";
    process.env.IDENTITY_HEADER = "header";
    process.env.AzureWebJobsStorage__clientId = "client";
    process.env.STARTED_MACHINES = container;
  });
  afterEach(() => {
    globalThis.fetch = original.fetch;
    process.env = { ...original.environment };
  });

  const send = (name: string, data: object = {}) =>
    handle(
      { log: (text) => log.push(text) },
      {
        eventType: `Microsoft.Maintenance.${name}`,
        data: {
          correlationId,
          startDateTime: "2999-01-09T01:00:00Z",
          resourceSubscriptionIds: [subscription],
          ...data,
        },
      },
    );
  const preEvent = (data?: object) => send("PreMaintenanceEvent", data);
  const postEvent = () => send("PostMaintenanceEvent");

  const machines = (states: Readonly<Record<string, string>>) => {
    for (const [name, state] of Object.entries(states)) azure.powerStates.set(machine(name), state);
  };
  const states = () => Object.fromEntries([...azure.powerStates].map(([id, state]) => [id.split("/").at(-1), state]));

  it("starts what is deallocated and stops that again, and nothing else", async () => {
    machines({ web: "deallocated", files: "running", build: "deallocated" });
    await preEvent();
    assert.deepEqual(states(), { web: "running", files: "running", build: "running" });
    assert.deepEqual([...azure.blobs], [[list, JSON.stringify([machine("web"), machine("build")])]]);
    await postEvent();
    assert.deepEqual(states(), { web: "deallocated", files: "running", build: "deallocated" });
    assert.deepEqual(azure.actions, ["start web", "start build", "deallocate web", "deallocate build"]);
    assert.deepEqual([...azure.blobs], []);
  });

  it("asks Resource Graph for the machines of the run, page by page", async () => {
    azure.pageSize = 1;
    machines({ web: "deallocated", files: "deallocated" });
    await preEvent();
    assert.deepEqual(azure.actions, ["start web", "start files"]);
    assert.ok(azure.query.includes(`properties.correlationId =~ '${correlationId.toLowerCase()}'`), azure.query);
    assert.deepEqual([...azure.tokens].sort(), [
      "management: Bearer for https://management.azure.com/",
      "storage: Bearer for https://storage.azure.com/",
    ]);
  });

  it("does nothing where nothing is deallocated", async () => {
    machines({ files: "running" });
    await preEvent();
    await postEvent();
    assert.deepEqual([azure.actions, [...azure.blobs]], [[], []]);
    const run = correlationId.toLowerCase();
    assert.deepEqual(log, [`${run}: no machine is deallocated.`, `${run}: deallocating 0 machines.`]);
  });

  it("starts nothing for a run that has begun", async () => {
    machines({ web: "deallocated" });
    await preEvent({ startDateTime: "2001-01-01T00:00:00Z" });
    assert.deepEqual(states(), { web: "deallocated" });
    assert.deepEqual(log, [`${correlationId.toLowerCase()} has begun: nothing is started any more.`]);
  });

  it("goes on where a machine fails, fails itself, and stops at the end what it started", async () => {
    machines({ web: "deallocated", files: "deallocated" });
    azure.broken.add(machine("web"));
    await assert.rejects(preEvent(), {
      message: `Azure refused to start machines:\nPOST ${machine("web")}/start: 409 AllocationFailed`,
    });
    assert.deepEqual(states(), { web: "deallocated", files: "running" });
    azure.broken.clear();
    await preEvent();
    assert.deepEqual(states(), { web: "running", files: "running" });
    await postEvent();
    assert.deepEqual(states(), { web: "deallocated", files: "deallocated" });
  });

  it("keeps its list until every machine is stopped", async () => {
    machines({ web: "deallocated" });
    await preEvent();
    azure.broken.add(machine("web"));
    await assert.rejects(postEvent());
    assert.equal(azure.blobs.size, 1);
    azure.broken.clear();
    await postEvent();
    assert.deepEqual([states(), azure.blobs.size], [{ web: "deallocated" }, 0]);
  });

  it("takes no event that is none of a schedule", async () => {
    await assert.rejects(send("OtherEvent"), {
      message: "Microsoft.Maintenance.OtherEvent is not an event of a schedule.",
    });
    for (const wrong of ["", "' or true", undefined, `${correlationId}?comp=list`]) {
      await assert.rejects(preEvent({ correlationId: wrong }), {
        message: "The event has no correlationId that is a resource id.",
      });
    }
  });

  it("leaves every machine as it was, however often events are delivered", async () => {
    const state = fc.constantFrom("running", "deallocated", "stopped");
    const times = fc.integer({ min: 1, max: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), state),
        times,
        times,
        async (given, pre, post) => {
          azure.powerStates.clear();
          machines(given);
          const found = states();
          for (let time = 0; time < pre; time++) await preEvent();
          assert.ok(!Object.values(states()).includes("deallocated"));
          for (let time = 0; time < post; time++) await postEvent();
          assert.deepEqual(states(), found);
          assert.equal(azure.blobs.size, 0);
        },
      ),
    );
  });
});
