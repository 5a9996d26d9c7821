/** The built-in Azure Policy definitions of Azure Update Manager, and what their assignments need. */
export * from "./assignments";
export * from "./built-in-policies";
export type * from "./definition";
export * from "./extension-policies";
export * from "./look-up";
