/**
 * What a team composes a policy pack of its own from. Importing it serves nothing; `createPack` does.
 *
 * A rule of one's own is a {@link Rule} on the model of the stack, such as {@link everyVirtualMachine} asks it: write it as if
 * every value were known.
 */
export type { Operation } from "../facts/operations";
export type { Source } from "../facts/source";
export { baselinesOf } from "./baseline";
export type { Selection } from "./configuration";
export { createPack, type PackOptions } from "./create-pack";
export type { Exemption } from "./exemptions";
export { policiesOf } from "./pack";
export { rules } from "./rules";
export { everyMachine, everyResource, everyVirtualMachine, judge, provided } from "./rules/judge";
export { everyAssignment, everyDynamicScope } from "./rules/maintenance-assignment";
export { everySchedule } from "./rules/maintenance-schedule";
export {
  type Answer,
  type Area,
  type Broken,
  broken,
  type Change,
  met,
  notApplicable,
  notKnown,
  type PropertyValue,
  type Rule,
  type RuleSettings,
  type SettingValues,
  type Subject,
  show,
  type Verdict,
} from "./rules/rule";
export type { Machine } from "./stack/machine";
export { NotKnown, Properties } from "./stack/properties";
export { StackResource } from "./stack/resource";
export { Stack } from "./stack/stack";
export { everyOf, findOf, firstOf, someOf } from "./stack/three-valued";
export { VirtualMachine } from "./stack/virtual-machine";
