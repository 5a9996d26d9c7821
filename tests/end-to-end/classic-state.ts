/** A resource of the classic provider in a state, with the names of those that its inputs are computed from. */
export interface StateResource {
  readonly name: string;
  readonly module: string;
  readonly resource: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly from?: Readonly<Record<string, readonly string[]>>;
}

const project = "urn:pulumi:dev::classic";

/** A state as `pulumi stack export` writes it, for resources that no program and no provider made. */
export function stateOf(resources: readonly StateResource[]): string {
  const time = "2026-01-01T00:00:00Z";
  const stack = { urn: `${project}::pulumi:pulumi:Stack::classic-dev`, custom: false, type: "pulumi:pulumi:Stack" };
  const provider = {
    urn: `${project}::pulumi:providers:azure::default`,
    custom: true,
    id: "11111111-2222-4333-8444-555555555555",
    type: "pulumi:providers:azure",
    inputs: {},
    outputs: {},
  };
  const urns = new Map(resources.map((each) => [each.name, `${project}::${tokenOf(each)}::${each.name}`]));
  return JSON.stringify({
    version: 3,
    deployment: {
      manifest: { time, magic: "", version: "" },
      resources: [
        stack,
        provider,
        ...resources.map((each) => {
          const dependencies = Object.entries(each.from ?? {}).map(
            ([property, names]) => [property, names.map((name) => urns.get(name))] as const,
          );
          return {
            urn: urns.get(each.name),
            custom: true,
            id: each.name,
            type: tokenOf(each),
            inputs: each.inputs,
            outputs: each.inputs,
            parent: stack.urn,
            provider: `${provider.urn}::${provider.id}`,
            dependencies: dependencies.flatMap(([, of]) => of),
            propertyDependencies: Object.fromEntries(dependencies),
          };
        }),
      ],
    },
  });
}

function tokenOf({ module, resource }: StateResource): string {
  return `azure:${module}/${resource.charAt(0).toLowerCase()}${resource.slice(1)}:${resource}`;
}
