const management = "https://management.azure.com";
const computeVersion = "2024-07-01";
const graphVersion = "2022-10-01";
const blobVersion = "2023-11-03";

/** So many machines are asked for at once. */
const atOnce = 20;

/**
 * An Azure function that handles the events of a schedule from a queue. Before a run it starts the machines of the run
 * that are deallocated, and writes down which; after the run it deallocates those again, and no others. Done twice it
 * changes nothing more, because Event Grid may deliver an event twice and the queue hands out again what failed.
 */
module.exports = async (context, { eventType, data }) => {
  const run = runOf(data);
  switch (eventType) {
    case "Microsoft.Maintenance.PreMaintenanceEvent":
      return start(context, run, data);
    case "Microsoft.Maintenance.PostMaintenanceEvent":
      return stop(context, run);
    default:
      throw new Error(`${eventType} is not an event of a schedule.`);
  }
};

async function start({ log }, run, { startDateTime, resourceSubscriptionIds }) {
  if (Date.parse(startDateTime) <= Date.now()) {
    log(`${run} has begun: nothing is started any more.`);
    return;
  }
  const deallocated = await deallocatedMachines(run, resourceSubscriptionIds);
  const machines = [...new Set([...(await startedMachines(run)), ...deallocated])];
  if (machines.length === 0) {
    log(`${run}: no machine is deallocated.`);
    return;
  }
  // Written down first: what fails half-way still knows what to stop.
  await blob("PUT", run, machines);
  log(`${run}: starting ${deallocated.length} machines.`);
  await each(deallocated, "start");
}

async function stop({ log }, run) {
  const machines = await startedMachines(run);
  log(`${run}: deallocating ${machines.length} machines.`);
  await each(machines, "deallocate");
  if (machines.length > 0) await blob("DELETE", run);
}

/** The run's id, which becomes part of a query and of a URL. */
function runOf({ correlationId }) {
  const run = String(correlationId).toLowerCase();
  if (!/^(\/[\w.()-]+)+$/.test(run)) throw new Error("The event has no correlationId that is a resource id.");
  return run;
}

/** The machines of a run that are deallocated, of those that the function's identity may see. */
async function deallocatedMachines(run, subscriptions) {
  const query = `maintenanceresources
    | where type =~ 'microsoft.maintenance/applyupdates' and properties.correlationId =~ '${run}'
    | where id has '/providers/microsoft.compute/virtualmachines/'
    | project id = tolower(tostring(properties.resourceId))
    | join kind=inner (
        resources
        | where type =~ 'microsoft.compute/virtualmachines'
        | project id = tolower(id), state = tostring(properties.extended.instanceView.powerState.code)
      ) on id
    | where state =~ 'PowerState/deallocated'
    | distinct id
    | order by id asc`;
  const machines = [];
  let token;
  do {
    const options = { $top: 1000, ...(token && { $skipToken: token }) };
    const answer = await request(
      "POST",
      `${management}/providers/Microsoft.ResourceGraph/resources?api-version=${graphVersion}`,
      { subscriptions, query, options },
    );
    const { data, $skipToken } = await answer.json();
    machines.push(...data.map(({ id }) => id));
    token = $skipToken;
  } while (token);
  return machines;
}

/** Asks Azure to start or deallocate machines, all of them even where some fail. Azure goes on by itself. */
async function each(machines, action) {
  const failures = [];
  for (let first = 0; first < machines.length; first += atOnce) {
    const batch = machines
      .slice(first, first + atOnce)
      .map((id) => request("POST", `${management}${id}/${action}?api-version=${computeVersion}`));
    for (const result of await Promise.allSettled(batch)) {
      if (result.status === "rejected") failures.push(result.reason.message);
    }
  }
  if (failures.length > 0) throw new Error(`Azure refused to ${action} machines:\n${failures.join("\n")}`);
}

async function startedMachines(run) {
  const answer = await blob("GET", run);
  return answer.status === 404 ? [] : answer.json();
}

/** The list of the machines that were started for a run. */
function blob(method, run, machines) {
  return request(method, `${process.env.STARTED_MACHINES}${run}.json`, machines, {
    "x-ms-version": blobVersion,
    ...(machines && { "x-ms-blob-type": "BlockBlob" }),
  });
}

async function request(method, url, body, headers = {}) {
  const { origin, pathname } = new URL(url);
  const storage = origin !== management;
  const answer = await fetch(url, {
    method,
    headers: {
      ...headers,
      authorization: `Bearer ${await token(storage ? "https://storage.azure.com/" : `${management}/`)}`,
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const absent = storage && answer.status === 404 && method !== "PUT";
  if (answer.ok || absent) return answer;
  throw new Error(`${method} ${pathname}: ${answer.status} ${await answer.text()}`);
}

/** A token of the function's identity (learn.microsoft.com/azure/app-service/overview-managed-identity). */
async function token(resource) {
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER, AzureWebJobsStorage__clientId: clientId } = process.env;
  const query = new URLSearchParams({ "api-version": "2019-08-01", resource, client_id: clientId });
  const answer = await fetch(`${IDENTITY_ENDPOINT}?${query}`, { headers: { "X-IDENTITY-HEADER": IDENTITY_HEADER } });
  if (!answer.ok) throw new Error(`No token for ${resource}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).access_token;
}
