import { NotKnown } from "../properties";
import {
  block,
  defineLazily,
  type Field,
  type Fields,
  firstGiven,
  fixed,
  groupInId,
  itemsOf,
  nameInId,
  prop,
  spelled,
  valueAt,
  withDefault,
} from "./field";
import { firstItem } from "./list-field";
import { common, type Mapping } from "./mapping";

/*
 * Names and defaults: the arguments of azurerm_maintenance_configuration, azurerm_maintenance_assignment_*,
 * azurerm_eventgrid_system_topic* and azurerm_dev_test_global_vm_shutdown_schedule in the documents of the Terraform
 * provider for Azure.
 */

/** The mode among the properties counts before the property of its own, which messages speak of. */
const inGuestPatchMode: Field = {
  ...firstGiven(prop("properties.InGuestPatchMode"), prop("inGuestUserPatchMode")),
  leaves: prop("inGuestUserPatchMode").leaves,
};

const configuration: Fields = {
  ...common("resourceName"),
  maintenanceScope: prop("scope"),
  visibility: withDefault(prop("visibility"), "Custom"),
  startDateTime: prop("window.startDateTime"),
  expirationDateTime: prop("window.expirationDateTime"),
  duration: prop("window.duration"),
  timeZone: prop("window.timeZone"),
  recurEvery: prop("window.recurEvery"),
  extensionProperties: block({ InGuestPatchMode: inGuestPatchMode }),
  installPatches: block(
    {
      rebootSetting: prop("installPatches.reboot"),
      linuxParameters: firstItem("installPatches.linuxes", {
        classificationsToInclude: prop("classificationsToIncludes"),
        packageNameMasksToInclude: prop("packageNamesMaskToIncludes"),
        packageNameMasksToExclude: prop("packageNamesMaskToExcludes"),
      }),
      windowsParameters: firstItem("installPatches.windows", {
        classificationsToInclude: prop("classificationsToIncludes"),
        kbNumbersToInclude: prop("kbNumbersToIncludes"),
        kbNumbersToExclude: prop("kbNumbersToExcludes"),
      }),
    },
    "installPatches",
  ),
};

/** The tags of a filter: a list of names with values, where azure-native has the values by name. */
const filterTags: Field = {
  uses: ["filter.tags", "filter.tags[].tag", "filter.tags[].values"],
  leaves: [{ path: "", classic: "filter.tags", isExact: false }],
  has: prop("filter.tags").has,
  read: (source) => {
    const list = valueAt(source, "filter.tags");
    if (!Array.isArray(list)) return list;
    const tags = {};
    itemsOf(list).forEach((item, index) => {
      const each = item();
      if (typeof each !== "object" || each === null) throw new NotKnown(`filter.tags[${index}]`, "is no block");
      const name = valueAt(each, "tag");
      if (typeof name === "string") defineLazily(tags, name, () => valueAt(each, "values"));
    });
    return tags;
  },
};

const dynamicScope: Fields = {
  configurationAssignmentName: prop("name"),
  maintenanceConfigurationId: prop("maintenanceConfigurationId"),
  filter: block(
    {
      locations: prop("filter.locations"),
      osTypes: prop("filter.osTypes"),
      resourceGroups: prop("filter.resourceGroups"),
      resourceTypes: prop("filter.resourceTypes"),
      tagSettings: block({
        // Azure's own default is All.
        filterOperator: withDefault(prop("filter.tagFilter"), "Any"),
        tags: filterTags,
      }),
    },
    "filter",
  ),
};

function assignmentTo(target: string, resourceType: string): Fields {
  return {
    configurationAssignmentName: nameInId("maintenanceConfigurationId"),
    maintenanceConfigurationId: prop("maintenanceConfigurationId"),
    providerName: fixed("Microsoft.Compute"),
    resourceType: fixed(resourceType),
    resourceName: nameInId(target),
    resourceGroupName: groupInId(target),
    location: prop("location"),
  };
}

/** Schedules, what they reach, their events, and what shuts machines down. */
export const schedules: readonly Mapping[] = [
  { classic: "maintenance:Configuration", type: "maintenance:MaintenanceConfiguration", fields: configuration },
  {
    classic: "maintenance:AssignmentVirtualMachine",
    type: "maintenance:ConfigurationAssignment",
    fields: assignmentTo("virtualMachineId", "virtualMachines"),
  },
  {
    classic: "maintenance:AssignmentVirtualMachineScaleSet",
    type: "maintenance:ConfigurationAssignment",
    fields: assignmentTo("virtualMachineScaleSetId", "virtualMachineScaleSets"),
  },
  {
    classic: "maintenance:AssignmentDynamicScope",
    type: "maintenance:ConfigurationAssignmentsForSubscription",
    fields: dynamicScope,
  },
  {
    classic: "eventgrid:SystemTopic",
    type: "eventgrid:SystemTopic",
    fields: {
      ...common("systemTopicName"),
      source: prop("sourceResourceId", "sourceArmResourceId"),
      topicType: prop("topicType"),
    },
  },
  {
    classic: "eventgrid:SystemTopicEventSubscription",
    type: "eventgrid:SystemTopicEventSubscription",
    fields: {
      eventSubscriptionName: prop("name"),
      resourceGroupName: prop("resourceGroupName"),
      systemTopicName: prop("systemTopic"),
      eventDeliverySchema: withDefault(prop("eventDeliverySchema"), "EventGridSchema"),
      filter: block({ includedEventTypes: prop("includedEventTypes") }),
    },
  },
  {
    classic: "devtest:GlobalVMShutdownSchedule",
    type: "devtestlab:GlobalSchedule",
    fields: {
      taskType: fixed("ComputeVmShutdownTask"),
      status: withDefault(
        spelled("enabled", [
          [true, "Enabled"],
          [false, "Disabled"],
        ]),
        "Enabled",
      ),
      dailyRecurrence: block({ time: prop("dailyRecurrenceTime") }),
      timeZoneId: prop("timezone"),
      targetResourceId: prop("virtualMachineId"),
      resourceGroupName: groupInId("virtualMachineId"),
      location: prop("location"),
      tags: prop("tags"),
    },
  },
];
