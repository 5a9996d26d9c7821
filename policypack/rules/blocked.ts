import { Operation } from "../../facts/operations";

/** Everything: Azure refuses the machine, or nothing that assesses or patches it can reach it. */
export const everything: readonly Operation[] = Object.values(Operation);

/** What Update Manager itself does. The platform's own patching has other lists of images. */
export const ofUpdateManager: readonly Operation[] = [
  Operation.AssessOnDemand,
  Operation.InstallOnDemand,
  Operation.PeriodicAssessment,
  Operation.Schedule,
];
