/** What Azure Update Manager requires, as data with its source, and pure look-ups over it. */
export * as arcAgent from "./arc-agent";
export * as arcOperatingSystems from "./arc-operating-systems";
export * as extensions from "./extensions";
export * as images from "./images";
export * as kubernetes from "./kubernetes";
export * as locks from "./locks";
export * as machineSettings from "./machine-settings";
export * as network from "./network";
export * from "./operating-system";
export * from "./operations";
export * as policies from "./policies";
export * as python from "./python";
export * as regions from "./regions";
export * as resourceGraph from "./resource-graph";
export * as roles from "./roles";
export * as schedules from "./schedules";
export * as scripts from "./scripts";
export * from "./source";
