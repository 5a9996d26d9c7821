import { MachineResourceType } from "../maintenance-schedule/dynamic-scope";
import { Problems } from "../shared/problems";
import { designFleetAccess } from "./access";
import { designFleetAlerts } from "./alerts";
import type { UpdateManagedFleetArgs } from "./args";
import { designFleetAssessment } from "./assessment";
import type { Fleet } from "./fleet";
import { checkMachines } from "./machines";
import { designNetwork } from "./network";
import { Rehearsal } from "./rehearsal";
import { assignsAny, designSchedule } from "./schedule";

/**
 * Everything about the fleet that follows from the arguments alone.
 *
 * @param defaultLocation the provider's region, where it has one
 * @throws pulumi.InputPropertiesError with every argument that is wrong, those of every part among them
 */
export function designFleet(name: string, args: UpdateManagedFleetArgs, defaultLocation: string | undefined) {
  const problems: Problems = new Problems(`UpdateManagedFleet ${JSON.stringify(name)}`);
  const rehearsal = new Rehearsal(problems);
  const { resourceGroupName = "", location, tags, machines = {}, network = {}, schedule = {} } = args;
  if (args.resourceGroupName === undefined) {
    problems.add("resourceGroupName", "give the resource group that the fleet belongs to.");
  }
  if (Object.keys(machines).length === 0 && !assignsAny(schedule)) {
    problems.add("machines", "give a machine here, or one that exists, or a dynamic scope, under schedule.");
  }
  const fleet: Fleet = { name, resourceGroupName, location, defaultLocation, tags };
  const designedNetwork = designNetwork(fleet, network, machines, rehearsal, problems);
  const subnet = {
    subnetId: designedNetwork?.subnetId,
    creates: designedNetwork?.addressPrefix !== undefined,
  };
  checkMachines(fleet, machines, subnet, rehearsal);
  const types: MachineResourceType[] = [
    MachineResourceType.VirtualMachine,
    ...(Object.keys(schedule.arcServers ?? {}).length > 0 ? [MachineResourceType.ArcServer] : []),
  ];
  const design = {
    fleet,
    machines,
    network: designedNetwork,
    access: designFleetAccess(fleet, args.access, types, rehearsal, problems),
    schedule: designSchedule(fleet, schedule, machines, rehearsal, problems),
    assessment: designFleetAssessment(fleet, args.assessment ?? {}, types, rehearsal, problems),
    alerts: designFleetAlerts(fleet, args.alerts ?? {}, types, rehearsal, problems),
  };
  if (problems.any) problems.fail();
  return design;
}

/** See {@link designFleet}. */
export type FleetDesign = ReturnType<typeof designFleet>;
