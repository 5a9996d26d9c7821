/** Who may do what with Azure Update Manager: built-in roles, custom role actions, resource providers. */
export * from "./built-in-roles";
export * from "./look-up";
export type * from "./permission";
export * from "./requirements";
