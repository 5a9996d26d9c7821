export { type Ended, signalChildren } from "./child-process";
export type { Finding, Remediation, Step } from "./engine-events";
export { type Engine, type FindEngineOptions, findEngine, minimumEngine } from "./find-engine";
export { IsolatedStack, type IsolatedStackOptions, type Operation, type OperationOptions } from "./isolated-stack";
export { configuredStacks, type Project, readProject } from "./project";
export { describeError, UserError } from "./user-error";
export { formatVersion } from "./version";
