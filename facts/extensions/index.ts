/** The extensions that Azure pushes onto a machine to assess and patch it, and what they need there. */
export * from "./extension-lists";
export * from "./patch-extensions";
export * from "./prerequisites";
export * from "./troubleshooting";
