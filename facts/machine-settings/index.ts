/** The settings of a machine that decide whether Azure Update Manager can assess and patch it. */
export * from "./agent";
export * from "./assessment";
export * from "./guest";
export * from "./orchestration";
export * from "./patch-modes";
export * from "./paths";
export * from "./requirements";
export * from "./schedule-outcome";
export * from "./windows-update-client";
