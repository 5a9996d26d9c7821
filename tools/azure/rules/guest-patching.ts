import { isHotpatchable } from "../../../facts/images";
import {
  enableAutomaticUpdates,
  hotpatching,
  PatchMode,
  patchModeFact,
  periodicAssessment,
  windowsPatchModeChange,
} from "../../../facts/machine-settings";
import { OperatingSystem } from "../../../facts/operating-system";
import { AzureError } from "../errors";
import type { PropertyMap } from "../property-values";
import { at, mapAt, textAt } from "../values";
import type { PutRequest } from ".";
import { operatingSystemOf } from "./operating-system";

/**
 * The compute service on patch settings. The settings and their conditions are those of `facts/machine-settings`; the
 * words are the service's where a report of them is public (kumarvna/terraform-azurerm-virtual-machine#13,
 * MicrosoftDocs/azure-docs#112633), and in its manner elsewhere.
 */
export function checkGuestPatching({ inputs, previous }: PutRequest): void {
  const system = operatingSystemOf(inputs);
  const block = system === OperatingSystem.Windows ? "windowsConfiguration" : "linuxConfiguration";
  const configuration = mapAt(inputs, "osProfile", block);
  const settings = mapAt(configuration, "patchSettings");
  const mode = textAt(settings, "patchMode");
  if (mode !== undefined) checkMode(system, block, mode, configuration);
  if (
    settings.assessmentMode === periodicAssessment.requires.assessmentMode &&
    configuration.provisionVMAgent === false
  ) {
    throw invalid(
      `The assessmentMode '${periodicAssessment.requires.assessmentMode}' is invalid. For assessmentMode '${periodicAssessment.requires.assessmentMode}', the property 'provisionVMAgent' must be set to true.`,
    );
  }
  if (system === OperatingSystem.Windows) {
    checkHotpatching(inputs, configuration, mode);
    if (previous !== undefined) checkChange(previous.inputs, configuration, mode);
  }
}

function checkMode(system: OperatingSystem, block: string, mode: string, configuration: PropertyMap): void {
  const fact = patchModeFact(system, mode);
  if (fact === undefined) throw invalid(`The value of parameter ${block}.patchSettings.patchMode is invalid.`);
  if (fact.requires.provisionVMAgent === true && configuration.provisionVMAgent === false) {
    throw invalid(
      `The patchMode '${mode}' is invalid. For patchMode '${mode}', the property 'provisionVMAgent' must be set to true.`,
    );
  }
  const needed = fact.requires.enableAutomaticUpdates;
  // The documents contradict each other on AutomaticByPlatform without automatic updates: it is let through.
  if (needed === undefined || mode === PatchMode.AutomaticByPlatform) return;
  if (automaticUpdates(configuration) !== needed) {
    throw invalid(
      `The patchMode '${mode}' is invalid. For patchMode '${mode}', the property 'enableAutomaticUpdates' must be set to ${needed}.`,
    );
  }
}

function checkHotpatching(inputs: PropertyMap, configuration: PropertyMap, mode: string | undefined): void {
  if (at(configuration, "patchSettings", "enableHotpatching") !== true) return;
  const { patchMode, provisionVMAgent } = hotpatching.requires;
  if (mode !== patchMode || configuration.provisionVMAgent === !provisionVMAgent) {
    throw invalid(
      `The property 'windowsConfiguration.patchSettings.enableHotpatching' is invalid. To enable hotpatching, the property 'patchMode' must be set to '${patchMode}' and the property 'provisionVMAgent' to ${provisionVMAgent}.`,
    );
  }
  const { publisher, offer, sku } = mapAt(inputs, "storageProfile", "imageReference");
  if (typeof publisher !== "string" || typeof offer !== "string" || typeof sku !== "string") return;
  if (!isHotpatchable({ publisher, offer, sku })) {
    throw invalid(
      `The image '${publisher}:${offer}:${sku}' does not support hotpatching. To enable hotpatching, select an image that supports it. For more details please go to https://aka.ms/hotpatch.`,
    );
  }
}

function checkChange(previous: PropertyMap, configuration: PropertyMap, mode: string | undefined): void {
  const before = mapAt(previous, "osProfile", "windowsConfiguration");
  if (automaticUpdates(before) !== automaticUpdates(configuration)) {
    throw new AzureError(
      409,
      "PropertyChangeNotAllowed",
      "Changing property 'windowsConfiguration.enableAutomaticUpdates' is not allowed.",
    );
  }
  const from = textAt(before, "patchSettings", "patchMode") ?? PatchMode.AutomaticByOS;
  const to = mode ?? PatchMode.AutomaticByOS;
  const change = windowsPatchModeChange(from, to);
  const allowed = change?.allowedWhenEnableAutomaticUpdatesIs;
  if (allowed !== undefined && allowed !== automaticUpdates(configuration)) {
    throw new AzureError(
      409,
      "PropertyChangeNotAllowed",
      `Changing property 'windowsConfiguration.patchSettings.patchMode' from '${from}' to '${to}' is not allowed.`,
    );
  }
}

function automaticUpdates({ enableAutomaticUpdates: given }: PropertyMap): boolean {
  return typeof given === "boolean" ? given : enableAutomaticUpdates.defaultValue;
}

function invalid(message: string): AzureError {
  return new AzureError(400, "InvalidParameter", message);
}
