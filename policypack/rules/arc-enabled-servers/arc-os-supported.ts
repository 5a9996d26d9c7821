import { arcSupportOf, arcUpdateSystems, arcUpdateSystemsByExtension } from "../../../facts/arc-operating-systems";
import { ArcServer, type NamedSystem, systemOf } from "../../stack/arc-server";
import { systemNotTold } from "../arc-server";
import { judge } from "../judge";
import { type Answer, broken, met, notApplicable, type Rule, show } from "../rule";

/**
 * The system of an Arc-enabled server is on Update Manager's list. It is told by the agent of a connected server, and of
 * one that is yet to be connected by the component that makes its script.
 */
export const arcOsSupported: Rule = {
  code: "AUM058",
  name: "arc-os-supported",
  area: "Arc-enabled servers",
  title: "An Arc-enabled server runs a system on Update Manager's list.",
  why: "Update Manager may not patch the server; the list is older than that of the agent.",
  level: "advisory",
  since: "2026-11",
  source: [...arcUpdateSystems.source, ...arcUpdateSystemsByExtension.source],
  check: ({ arcServers, arcServerComponents }) => [
    ...arcServers.map((server) => judge(server.resource, () => answerFor(server.system))),
    ...arcServerComponents
      .filter((component) => !arcServers.some(({ resource }) => ArcServer.isDeclaredBy(resource, component)))
      .map((component) => judge(component, () => answerFor(systemOf(component)))),
  ],
  notRemediable: "What a server runs is no property of a resource.",
};

function answerFor(system: NamedSystem | undefined): Answer {
  if (system === undefined) return notApplicable(systemNotTold);
  if (arcSupportOf(system.name)?.supported) return met;
  return broken({
    property: system.property,
    found: show(system.name),
    mustBe: "a system on Update Manager's list for Arc-enabled servers",
    fix: "upgrade the system of the server, or patch it by other means",
  });
}
