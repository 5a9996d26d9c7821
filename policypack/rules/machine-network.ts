import type { OperatingSystem } from "../../facts/operating-system";
import type { MachineNetwork } from "../stack/network/reachability";
import type { UpdateSources } from "../stack/network/update-sources";
import { NotKnown } from "../stack/properties";
import type { Stack } from "../stack/stack";
import { attempt, firstOf } from "../stack/three-valued";
import type { VirtualMachine } from "../stack/virtual-machine";
import { everyVirtualMachine, provided } from "./judge";
import { type Answer, met, notApplicable, type Rule, type SettingValues } from "./rule";

/**
 * A check that asks the same of the network of every Azure VM that declares a network interface. Where the network is not
 * known, the machine itself may still tell that the rule does not apply, or that it is met.
 */
export function everyNetworkedMachine(
  ask: (network: MachineNetwork, stack: Stack, settings: SettingValues) => Answer,
): Rule["check"] {
  return everyVirtualMachine((machine, stack, settings) => {
    const network = attempt(() => stack.networkOf(machine));
    if (network === undefined) return notApplicable("the machine declares no network interface");
    if (!(network instanceof NotKnown)) return ask(network, stack, settings);
    return provided(
      () => {
        throw network;
      },
      () => ask(unseen(machine, network), stack, settings),
    );
  });
}

/** The network of a machine of which nothing is known: whatever is asked of it throws why. */
function unseen(machine: VirtualMachine, because: NotKnown): MachineNetwork {
  const get = (_: object, property: string | symbol) => {
    if (property === "machine") return machine;
    throw because;
  };
  return new Proxy({}, { get }) as MachineNetwork;
}

/** A rule on the way from a machine to the public sources of its updates. */
interface WayToSources {
  /** The system of the machines that it is about. */
  readonly operatingSystem: OperatingSystem;
  /** Whether nothing of the kind it is about stands between, so that it is met wherever the updates come from. */
  readonly isOpen: (network: MachineNetwork) => boolean;
  readonly ask: (network: MachineNetwork, sources: UpdateSources, stack: Stack) => Answer;
}

/** A check that asks the same of every machine of a system that has to reach public sources of updates. */
export function everyWayToSources({ operatingSystem, isOpen, ask }: WayToSources): Rule["check"] {
  return everyNetworkedMachine((network, stack) => {
    const sources = stack.updateSourcesOf(network.machine);
    if (network.machine.operatingSystem !== operatingSystem) {
      return notApplicable(`the machine does not have ${operatingSystem}`);
    }
    return provided(
      () => needsNoPublicSource(sources),
      () =>
        firstOf(
          () => (isOpen(network) ? met : undefined),
          () => ask(network, sources, stack),
        ) ?? met,
    );
  });
}

/** Why network security groups are left as they are by a remediation. */
export const groupNotRemediable =
  "What a network security group has to open depends on the machines behind it, and a remediation sees one resource.";

/** Why firewalls are left as they are by a remediation. */
export const firewallNotRemediable =
  "What a firewall has to open depends on the machines that are routed to it, and a remediation sees one resource.";

/**
 * Why a machine need not reach the public sources of its image; `undefined` where it must. Throws `NotKnown` where nothing
 * tells, or where it may reach them by a way that is not visible here. It is the premise of saying that it does not reach them.
 */
export function needsNoPublicSource(sources: UpdateSources): Answer | undefined {
  if (sources.wsus !== undefined) return notApplicable("updates come from a WSUS server");
  if (sources.publicEndpoints.length === 0) return notApplicable("updates come from no public source");
  sources.refuseOthers();
  return undefined;
}
