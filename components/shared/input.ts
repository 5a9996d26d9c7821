import * as pulumi from "@pulumi/pulumi";
import { isPlain } from "./problems";

/** Changes a value, which stays plain where it is. */
export function mapInput<T, U>(value: pulumi.Input<T>, change: (value: T) => U): pulumi.Input<U> {
  return isPlain(value) ? change(value) : pulumi.output(value).apply((resolved) => change(resolved as T));
}
