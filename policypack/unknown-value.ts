import * as policy from "@pulumi/policy";

/*
 * @pulumi/policy 1.21.0 exports both of these at run time (pulumi-policy#442), but strips them from its own type
 * definitions: its `index.d.ts` re-exports names that its `proxy.d.ts` does not declare. They are given their types here, once.
 */
const untyped = policy as unknown as {
  UnknownValueError: new (sentinel: string, path: string[]) => Error & { readonly props: readonly string[] };
  unknownCheckingProxy: <T extends object>(target: T) => T;
};

/** What `@pulumi/policy` throws when a policy reads a value that is known only after deployment. */
export const UnknownValueError = untyped.UnknownValueError;

/** Wraps properties as `@pulumi/policy` does before it hands them to a policy: reading an unknown one throws. */
export const unknownCheckingProxy = untyped.unknownCheckingProxy;
