import * as pulumi from "@pulumi/pulumi";
import { isPlain } from "../shared/problems";

/** Tags, as resources take them. */
export type Tags = pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

/** What the parts of a fleet have in common. */
export interface Fleet {
  readonly name: string;
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location: pulumi.Input<string> | undefined;
  /** The provider's region, where the program does not give one. */
  readonly defaultLocation: string | undefined;
  readonly tags: Tags | undefined;
}

/** The fleet's tags, and those of a part of it, which win. */
export function mergeTags(common: Tags | undefined, own: Tags | undefined): Tags | undefined {
  if (common === undefined || own === undefined) return own ?? common;
  if (isPlain(common) && isPlain(own)) return { ...common, ...own };
  return pulumi.all([common, own]).apply(([one, other]) => ({ ...one, ...other }));
}
