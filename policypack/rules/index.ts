import { vmPatchmodeSchedule } from "./azure-vm-settings/vm-patchmode-schedule";
import type { Rule } from "./rule";

/** Every rule of this package, in the order of their codes. */
export const rules: readonly Rule[] = [vmPatchmodeSchedule];
