/** Schedules of Azure Update Manager: maintenance configurations, their assignments, limits and events. */
export * from "./assignment";
export * from "./configuration";
export * from "./date-time";
export * from "./duration";
export * from "./event-delivery";
export * from "./events";
export * from "./limits";
export * from "./parsed";
export * from "./recurrence";
export * from "./run";
export * from "./running-machines";
export * from "./updates";
