import * as pulumi from "@pulumi/pulumi";
import { designUpdateNetworkRules } from "../../../components/update-network-rules/design";
import type { UpdateNetworkRulesArgs } from "../../../index";

/**
 * What is found to be wrong with arguments, each as `path: reason`. Arguments of any shape are taken: programs in other
 * languages, or in JavaScript, are not held to the types.
 */
export function problemsOf(args: object): string[] {
  try {
    designUpdateNetworkRules("updates", args as UpdateNetworkRulesArgs);
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
  }
}
