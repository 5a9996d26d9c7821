import * as pulumi from "@pulumi/pulumi";
import { resourceTypes } from "./azure/resource-types";

/** A resource as the engine was asked to register it. */
export interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Whether it is a resource of a provider and not a component. */
  readonly custom: boolean;
  readonly parent: string;
  readonly provider: string;
  /** `undefined` where the program says nothing of it. */
  readonly protect: boolean | undefined;
  readonly ignoreChanges: readonly string[];
  /** The inputs as they go to the engine: secrets are unwrapped, what is not known yet is the engine's own value for it. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** URNs of the resources that each input was computed from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** What `registerOutputs` was called with; `undefined` where it was not called. */
  registeredOutputs?: Readonly<Record<string, unknown>>;
}

/** The parts of the monitor's requests that are looked at; Pulumi publishes no types of them. */
interface Request {
  getUrn(): string;
  getType(): string;
  getName(): string;
  getCustom(): boolean;
  getParent(): string;
  getProvider(): string;
  getProtect(): boolean;
  hasProtect(): boolean;
  getIgnorechangesList(): string[];
  getObject(): { toJavaScript(): Record<string, unknown> };
  getOutputs(): { toJavaScript(): Record<string, unknown> } | undefined;
  getPropertydependenciesMap(): { forEach(visit: (dependencies: Dependencies, property: string) => void): void };
}
interface Dependencies {
  getUrnsList(): string[];
}
type Callback = (error: unknown, response?: { getUrn(): string }) => void;
type Call = (request: Request, callback: Callback) => unknown;

export const subscriptionId = "00000000-0000-0000-0000-000000000000";

/** What functions of azure-native answer. */
const functions: Readonly<Record<string, object>> = {
  "azure-native:authorization:getClientConfig": {
    subscriptionId,
    tenantId: "11111111-1111-1111-1111-111111111111",
    clientId: "22222222-2222-2222-2222-222222222222",
    objectId: "33333333-3333-3333-3333-333333333333",
  },
  "azure-native:compute:getSshPublicKey": { publicKey: "ssh-rsa AAAAB3NzaC1yc2E= stored" },
  "azure-native:network:getNetworkSecurityGroup": { securityRules: [] },
};

/** What Azure alone knows of a resource, beside its id and name. */
const computed: Readonly<Record<string, object>> = {
  "azure-native:authorization:PolicyAssignment": { identity: { principalId: "44444444-4444-4444-4444-444444444444" } },
  "azure-native:compute:VirtualMachine": { identity: { principalId: "44444444-4444-4444-4444-444444444444" } },
  "azure-native:eventgrid:SystemTopic": { identity: { principalId: "44444444-4444-4444-4444-444444444444" } },
  "azure-native:managedidentity:UserAssignedIdentity": { principalId: "44444444-4444-4444-4444-444444444444" },
  "azure-native:network:NetworkInterface": { ipConfigurations: [{ name: "primary", privateIPAddress: "10.0.1.4" }] },
  "azure-native:network:PublicIPAddress": { ipAddress: "203.0.113.7" },
};

/**
 * Runs a program with every resource and function of Azure stood in for, and gives back what it asks the engine to
 * register. In a preview nothing of what Azure answers is known, not even what it would answer for certain: the most that
 * can be unknown.
 */
export async function register(program: () => unknown, mode: "preview" | "deployment"): Promise<Registration[]> {
  const registrations: Registration[] = [];
  const preview = mode === "preview";
  pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) =>
        preview
          ? { id: undefined, state: {} }
          : { id: idOf(type, name, inputs), state: { ...inputs, name, ...computed[type] } },
      call: ({ token, inputs }) => ({ ...inputs, ...functions[token] }),
    },
    "project",
    "stack",
    preview,
  );
  // Mocks are told the inputs alone: the requests have everything else.
  const monitor = pulumi.runtime.getMonitor() as unknown as Record<string, Call>;
  const { registerResource, registerResourceOutputs } = monitor;
  monitor.registerResource = (request, callback) =>
    registerResource?.call(monitor, request, (error, response) => {
      if (response !== undefined) registrations.push(registrationOf(request, response.getUrn(), preview));
      callback(error, response);
    });
  monitor.registerResourceOutputs = (request, callback) => {
    const registration = registrations.find(({ urn }) => urn === request.getUrn());
    if (registration) registration.registeredOutputs = request.getOutputs()?.toJavaScript() ?? {};
    registerResourceOutputs?.call(monitor, request, callback);
  };
  const { stackTraceLimit } = Error;
  // Pulumi notes the stack of each of its many promises, which takes most of the time where stacks have source maps.
  Error.stackTraceLimit = 0;
  try {
    await program();
  } finally {
    await pulumi.runtime.disconnect();
    Error.stackTraceLimit = stackTraceLimit;
  }
  return registrations;
}

function registrationOf(request: Request, urn: string, preview: boolean): Registration {
  const type = request.getType();
  const name = request.getName();
  const propertyDependencies: Record<string, string[]> = {};
  request.getPropertydependenciesMap().forEach((dependencies, property) => {
    propertyDependencies[property] = dependencies.getUrnsList();
  });
  const inputs = unwrapped(request.getObject().toJavaScript()) as Registration["inputs"];
  return {
    urn,
    type,
    name,
    custom: request.getCustom(),
    parent: request.getParent(),
    provider: request.getProvider(),
    protect: request.hasProtect() ? request.getProtect() : undefined,
    ignoreChanges: request.getIgnorechangesList(),
    inputs,
    outputs: preview
      ? { ...inputs, id: pulumi.runtime.unknownValue, name: pulumi.runtime.unknownValue }
      : { ...inputs, id: idOf(type, name, inputs), name, ...computed[type] },
    propertyDependencies,
  };
}

/** The id that Azure would give a resource. */
function idOf(type: string, name: string, inputs: Readonly<Record<string, unknown>>): string {
  const [, module, resource] = type.split(":");
  const known = resourceTypes.find((each) => each.module === module && each.name === resource);
  if (known === undefined) return `${type}/${name}`;
  return known.path.replace(/\{(\w+)\}/g, (_, parameter: string) =>
    parameter === "subscriptionId" ? subscriptionId : String(inputs[parameter] ?? name),
  );
}

/** The value behind a secret of the wire, at any depth. */
export function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (value === null || typeof value !== "object") return value;
  if (secretSignature in value) return unwrapped(Reflect.get(value, "value"));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unwrapped(inner)]));
}

const secretSignature = "4dabf18193072939515e22adb298388d";
