import { createRequire } from "node:module";
import type * as empty from "google-protobuf/google/protobuf/empty_pb";
import type * as struct from "google-protobuf/google/protobuf/struct_pb";

// Two copies of google-protobuf in one process break each other's messages, and npm may install one of its own for
// @pulumi/pulumi: the copy to use is the one that its service definitions use.
const ofPulumi = createRequire(require.resolve("@pulumi/pulumi/package.json"));

/** The message without content. */
export const { Empty } = ofPulumi("google-protobuf/google/protobuf/empty_pb") as typeof empty;

/** The message with properties of any shape. */
export const { Struct } = ofPulumi("google-protobuf/google/protobuf/struct_pb") as typeof struct;
