import type { ArcServer } from "../stack/arc-server";
import type { Stack } from "../stack/stack";
import { judge } from "./judge";
import type { Answer, Rule } from "./rule";

/** A check that asks the same of every Arc-enabled server whose resource is part of the stack. */
export function everyArcServer(ask: (server: ArcServer, stack: Stack) => Answer): Rule["check"] {
  return (stack) => stack.arcServers.map((server) => judge(server.resource, () => ask(server, stack)));
}

/** Why a rule says nothing of a server of which no agent has reported what it runs. */
export const systemNotTold = "its agent has not reported its system, and no component is told it";
