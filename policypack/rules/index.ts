import { vmAllowExtensionOperations } from "./azure-vm-settings/vm-allow-extension-operations";
import { vmAssessmentEnum } from "./azure-vm-settings/vm-assessment-enum";
import { vmAutoguestCustomImage } from "./azure-vm-settings/vm-autoguest-custom-image";
import { vmAutoguestImageList } from "./azure-vm-settings/vm-autoguest-image-list";
import { vmAutopatchSurprise } from "./azure-vm-settings/vm-autopatch-surprise";
import { vmByosNeedsAutoupdates } from "./azure-vm-settings/vm-byos-needs-autoupdates";
import { vmBypassOrphan } from "./azure-vm-settings/vm-bypass-orphan";
import { vmBypassSchedule } from "./azure-vm-settings/vm-bypass-schedule";
import { vmBypassWrongMode } from "./azure-vm-settings/vm-bypass-wrong-mode";
import { vmByplatformAutoupdates } from "./azure-vm-settings/vm-byplatform-autoupdates";
import { vmExtensionDeclared } from "./azure-vm-settings/vm-extension-declared";
import { vmHotpatchImage } from "./azure-vm-settings/vm-hotpatch-image";
import { vmHotpatchMode } from "./azure-vm-settings/vm-hotpatch-mode";
import { vmHotpatchOs } from "./azure-vm-settings/vm-hotpatch-os";
import { vmManualNeedsNoAutoupdates } from "./azure-vm-settings/vm-manual-needs-no-autoupdates";
import { vmNoOsprofile } from "./azure-vm-settings/vm-no-osprofile";
import { vmPatchmodeEnumOs } from "./azure-vm-settings/vm-patchmode-enum-os";
import { vmPatchmodeSchedule } from "./azure-vm-settings/vm-patchmode-schedule";
import { vmPatchsettingsWrongOs } from "./azure-vm-settings/vm-patchsettings-wrong-os";
import { vmPeriodicAssessment } from "./azure-vm-settings/vm-periodic-assessment";
import { vmProvisionAgent } from "./azure-vm-settings/vm-provision-agent";
import { vmRebootSettingOverride } from "./azure-vm-settings/vm-reboot-setting-override";
import { vmShutdownSchedule } from "./azure-vm-settings/vm-shutdown-schedule";
import { imgCentosEos } from "./images-and-workloads/img-centos-eos";
import { imgCustomOs } from "./images-and-workloads/img-custom-os";
import { imgRhelByos } from "./images-and-workloads/img-rhel-byos";
import { imgRhelEus } from "./images-and-workloads/img-rhel-eus";
import { imgSupported } from "./images-and-workloads/img-supported";
import { imgUbuntuEol } from "./images-and-workloads/img-ubuntu-eol";
import { imgUnsupportedExplicit } from "./images-and-workloads/img-unsupported-explicit";
import { imgWindowsClient } from "./images-and-workloads/img-windows-client";
import { wlAks } from "./images-and-workloads/wl-aks";
import { wlArcOnAzureVm } from "./images-and-workloads/wl-arc-on-azure-vm";
import { wlRhelPackagekit } from "./images-and-workloads/wl-rhel-packagekit";
import { wlVmss } from "./images-and-workloads/wl-vmss";
import type { Rule } from "./rule";

/** Every rule of this package, in the order of their codes. */
export const rules: readonly Rule[] = [
  vmPatchmodeSchedule,
  vmBypassSchedule,
  vmAutopatchSurprise,
  vmBypassOrphan,
  vmBypassWrongMode,
  vmPatchmodeEnumOs,
  vmPatchsettingsWrongOs,
  vmByosNeedsAutoupdates,
  vmManualNeedsNoAutoupdates,
  vmByplatformAutoupdates,
  vmProvisionAgent,
  vmAllowExtensionOperations,
  vmPeriodicAssessment,
  vmAssessmentEnum,
  vmRebootSettingOverride,
  vmHotpatchMode,
  vmHotpatchImage,
  vmHotpatchOs,
  vmNoOsprofile,
  vmAutoguestCustomImage,
  vmAutoguestImageList,
  vmExtensionDeclared,
  vmShutdownSchedule,
  imgSupported,
  imgUnsupportedExplicit,
  imgWindowsClient,
  imgCustomOs,
  imgCentosEos,
  imgUbuntuEol,
  imgRhelByos,
  imgRhelEus,
  wlVmss,
  wlAks,
  wlArcOnAzureVm,
  wlRhelPackagekit,
];
