import { settingsRequiredFor } from "../../facts/machine-settings";
import {
  azureVmNetworkStatements,
  platformEndpoints,
  securityGroupStatements,
  windowsNetworkStatements,
} from "../../facts/network";
import { Operation } from "../../facts/operations";
import type { NotCheckable } from "./not-checkable";

/** What is easily taken for a missing prerequisite, or judged wrongly, and the way in which this pack is right about it. */
export type NotFlagged = NotCheckable;

/**
 * Rows of the list of prerequisites that say how others must be judged, or what must not be asked for. Each has a test
 * that holds the rules to it; none has a finding of its own. Their codes are taken, so that no rule ever gets them.
 */
export const notFlagged: readonly NotFlagged[] = [
  {
    code: "AUM042",
    name: "net-nsg-priority",
    area: "Azure VM network",
    title:
      "Security rules are judged as Azure judges them: by priority, with the default rules, on interface and subnet.",
    because:
      "An allowing rule is no finding where a denying one comes later, and the other way round. The rules on what machines reach ask the first rule that matches, of both groups, and count AllowInternetOutBound.",
    source: [...securityGroupStatements.priority.source, ...securityGroupStatements.both.source],
  },
  {
    code: "AUM045",
    name: "net-wireserver-not-nsg",
    area: "Azure VM network",
    title: "No network security group and no route has to let a VM reach 168.63.129.16.",
    because:
      "Neither applies to the platform's address. Only a firewall or proxy inside the machine cuts off the VM agent, which needs TCP 80 and 32526 there.",
    source: platformEndpoints.filter(({ name }) => name === "WireServer").flatMap(({ source }) => source),
  },
  {
    code: "AUM046",
    name: "net-no-storage-needed",
    area: "Azure VM network",
    title: "An Azure VM with a supported agent needs no way to Azure Storage.",
    because: "Its extensions and their status go through 168.63.129.16. Only Arc-enabled servers need the tag Storage.",
    source: azureVmNetworkStatements.storage.source,
  },
  {
    code: "AUM054",
    name: "net-wsus-no-public",
    area: "Azure VM network",
    title: "A VM with a WSUS server may be cut off from Windows Update.",
    because:
      "It needs its server alone. Where a script of the stack sets one, no rule asks for a way to Windows Update, and net-wsus-ports asks for that to the server.",
    source: windowsNetworkStatements.wsusAlone.source,
  },
  {
    code: "AUM056",
    name: "net-subnet-missing-nsg",
    area: "Azure VM network",
    title: "A subnet or network interface without a network security group lets everything out.",
    because:
      "No group means that all is allowed, and is no finding. A group that is outside the stack or not known yet is reported as not known, and only where it decides.",
    source: securityGroupStatements.none.source,
  },
  {
    code: "AUM060",
    name: "arc-no-patchmode-needed",
    area: "Arc-enabled servers",
    title: "An Arc-enabled server needs neither a patch mode nor bypassPlatformSafetyChecksOnUserSchedule.",
    because:
      "A schedule patches it whatever orchestrates its updates otherwise. The rules on patch modes ask for one on Azure VMs alone.",
    source: settingsRequiredFor(Operation.Schedule, "arc").source,
  },
];
