import type { ResourceType } from "../resource-types";
import * as applicationinsights from "./applicationinsights.json";
import * as authorization from "./authorization.json";
import * as compute from "./compute.json";
import * as containerservice from "./containerservice.json";
import * as devtestlab from "./devtestlab.json";
import * as eventgrid from "./eventgrid.json";
import * as hybridcompute from "./hybridcompute.json";
import * as maintenance from "./maintenance.json";
import * as managedidentity from "./managedidentity.json";
import * as managedservices from "./managedservices.json";
import * as management from "./management.json";
import * as monitor from "./monitor.json";
import * as network from "./network.json";
import * as policyinsights from "./policyinsights.json";
import * as resources from "./resources.json";
import * as servicebus from "./servicebus.json";
import * as storage from "./storage.json";
import type { ModuleSchema, ResourceSchema } from "./types";
import * as web from "./web.json";

const modules: Readonly<Record<string, ModuleSchema>> = {
  applicationinsights,
  authorization,
  compute,
  containerservice,
  devtestlab,
  eventgrid,
  hybridcompute,
  maintenance,
  managedidentity,
  managedservices,
  management,
  monitor,
  network,
  policyinsights,
  resources,
  servicebus,
  storage,
  web,
};

/** The schema of a module of the SDK. */
export function moduleSchema(name: string): ModuleSchema {
  const schema = modules[name];
  if (schema === undefined) throw new Error(`The offline Azure has no schema of the module ${name}`);
  return schema;
}

/** The schema of a resource type. */
export function resourceSchema(type: ResourceType): ResourceSchema {
  const schema = moduleSchema(type.module).resources[type.name];
  if (schema === undefined) throw new Error(`The offline Azure has no schema of ${type.module}.${type.name}`);
  return schema;
}
