/** What machines reach over the network to be assessed and patched. */
export * from "./arc";
export * from "./arc-endpoints";
export * from "./azure-vm";
export type * from "./endpoint";
export * from "./fqdn-tags";
export * from "./linux";
export * from "./outbound";
export * from "./rhui";
export * from "./security-groups";
export * from "./service-tags";
export * from "./update-endpoints";
export * from "./windows-update";
