import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import type { ResourceRecord } from "./stack/resource";

/** A resource of a stack, as the engine shows it to a stack policy, with the inputs it showed to a resource policy before. */
export function recordOf(resource: PolicyResource, inputs: object | undefined): ResourceRecord {
  const dependencies = Object.entries(resource.propertyDependencies);
  return {
    ...common(resource),
    inputs,
    outputs: resource.props,
    propertyDependencies: Object.fromEntries(
      dependencies.map(([property, sources]) => [property, sources.map(({ urn }) => urn)]),
    ),
  };
}

/** A resource as the engine shows it to a resource policy: by its inputs alone, and without any other. */
export function recordOfInputs(resource: ResourceValidationArgs): ResourceRecord {
  return { ...common(resource), inputs: resource.props, outputs: {}, propertyDependencies: {} };
}

function common({ urn, name, type, opts, provider }: PolicyResource | ResourceValidationArgs) {
  return { urn, name, type, ignoreChanges: opts.ignoreChanges, provider: provider?.props };
}
