/** When schedules of Azure Update Manager run: pure computations over `facts/schedules` and a database of time zones. */
export * from "./next-runs";
export * from "./schedule";
export * from "./time-zones";
