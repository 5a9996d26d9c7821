/** What Azure Update Manager, or the platform beside it, can do with a machine. Support differs from one to the next. */
export const Operation = {
  AssessOnDemand: "on-demand-assessment",
  InstallOnDemand: "on-demand-install",
  PeriodicAssessment: "periodic-assessment",
  Schedule: "schedule",
  AutomaticGuestPatching: "automatic-guest-patching",
  Hotpatch: "hotpatch",
} as const;
export type Operation = (typeof Operation)[keyof typeof Operation];
