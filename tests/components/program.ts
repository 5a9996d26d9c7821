import * as pulumi from "@pulumi/pulumi";
import { unwrapped } from "../../tools/registration";

/** A resource as the engine is asked to register it, with its inputs resolved. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

/** Runs a program with every resource and function of Azure stood in for, and gives back what it registers. */
export async function registered(
  program: () => unknown,
  functions: Record<string, unknown> = {},
): Promise<Registered[]> {
  const resources: Registered[] = [];
  pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        resources.push({ type, name, inputs: unwrapped(inputs) as Registered["inputs"] });
        return { id: `${type}/${name}`, state: { ...inputs, name: `${name}1a2b3c4d`, ...computed[type] } };
      },
      call: ({ token, inputs }) => ({ ...inputs, ...(functions[token] as object) }),
    },
    "project",
    "stack",
    false,
  );
  try {
    await program();
  } finally {
    await pulumi.runtime.disconnect();
  }
  return resources;
}

const computed: Record<string, object> = {
  "azure-native:network:NetworkInterface": { ipConfigurations: [{ name: "primary", privateIPAddress: "10.0.1.4" }] },
  "azure-native:network:PublicIPAddress": { ipAddress: "203.0.113.7" },
  "azure-native:authorization:PolicyAssignment": { identity: { principalId: "66666666-7777-8888-9999-000000000000" } },
  "azure-native:eventgrid:SystemTopic": { identity: { principalId: "77777777-8888-9999-0000-111111111111" } },
  "azure-native:managedidentity:UserAssignedIdentity": { principalId: "22222222-3333-4444-5555-666666666666" },
  "azure-native:compute:VirtualMachine": { identity: { principalId: "11111111-2222-3333-4444-555555555555" } },
};

/** The error that an output ends with. */
export async function failure(output: pulumi.Output<unknown>): Promise<unknown> {
  // `Output.promise` is internal: Pulumi has no other way to see an output fail.
  const { promise } = output as unknown as { promise(): Promise<unknown> };
  return promise().then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** The value of an output. */
export function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}
