import { arcArm64 } from "./arc-enabled-servers/arc-arm64";
import { arcAssessment } from "./arc-enabled-servers/arc-assessment";
import { arcEsu } from "./arc-enabled-servers/arc-esu";
import { arcExtensionAllowlist } from "./arc-enabled-servers/arc-extension-allowlist";
import { arcExtensionBlocklist } from "./arc-enabled-servers/arc-extension-blocklist";
import { arcFqdnsCloud } from "./arc-enabled-servers/arc-fqdns-cloud";
import { arcHotpatchOs } from "./arc-enabled-servers/arc-hotpatch-os";
import { arcMonitorMode } from "./arc-enabled-servers/arc-monitor-mode";
import { arcOsSupported } from "./arc-enabled-servers/arc-os-supported";
import { arcPolicyBlocksExtension } from "./arc-enabled-servers/arc-policy-blocks-extension";
import { arcPrivatelinkPublicPart } from "./arc-enabled-servers/arc-privatelink-public-part";
import { arcRegion } from "./arc-enabled-servers/arc-region";
import { arcServicetagRegional } from "./arc-enabled-servers/arc-servicetag-regional";
import { arcServicetags } from "./arc-enabled-servers/arc-servicetags";
import { netExplicitOutbound } from "./azure-vm-network/net-explicit-outbound";
import { netFwFqdnTag } from "./azure-vm-network/net-fw-fqdn-tag";
import { netFwLinuxFqdns } from "./azure-vm-network/net-fw-linux-fqdns";
import { netFwRhuiIps } from "./azure-vm-network/net-fw-rhui-ips";
import { netNsgEgressLinux } from "./azure-vm-network/net-nsg-egress-linux";
import { netNsgEgressWindows } from "./azure-vm-network/net-nsg-egress-windows";
import { netNsgImdsDnsDeny } from "./azure-vm-network/net-nsg-imds-dns-deny";
import { netNsgWuTags } from "./azure-vm-network/net-nsg-wu-tags";
import { netProxyRange } from "./azure-vm-network/net-proxy-range";
import { netSuseRegionServers } from "./azure-vm-network/net-suse-region-servers";
import { netUdrBlackhole } from "./azure-vm-network/net-udr-blackhole";
import { netUdrRhui } from "./azure-vm-network/net-udr-rhui";
import { netWsusPorts } from "./azure-vm-network/net-wsus-ports";
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
import { evOneTopic } from "./events/ev-one-topic";
import { evSchema } from "./events/ev-schema";
import { evTopicType } from "./events/ev-topic-type";
import { evTypes } from "./events/ev-types";
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
import { ignoreChangesPatchSettings } from "./pulumi-programs/ignore-changes-patch-settings";
import { lighthouse } from "./roles-policies-and-locks/lighthouse";
import { lockCannotdelete } from "./roles-policies-and-locks/lock-cannotdelete";
import { lockReadonly } from "./roles-policies-and-locks/lock-readonly";
import { paDenyConflict } from "./roles-policies-and-locks/pa-deny-conflict";
import { paEnforcement } from "./roles-policies-and-locks/pa-enforcement";
import { paIdentity } from "./roles-policies-and-locks/pa-identity";
import { paMcId } from "./roles-policies-and-locks/pa-mc-id";
import { paOstypePair } from "./roles-policies-and-locks/pa-ostype-pair";
import { paPrereqPair } from "./roles-policies-and-locks/pa-prereq-pair";
import { paRemediation } from "./roles-policies-and-locks/pa-remediation";
import { paRole } from "./roles-policies-and-locks/pa-role";
import { paRoleLinked } from "./roles-policies-and-locks/pa-role-linked";
import { paTagvaluesType } from "./roles-policies-and-locks/pa-tagvalues-type";
import { raOperatorArc } from "./roles-policies-and-locks/ra-operator-arc";
import { raOperatorVm } from "./roles-policies-and-locks/ra-operator-vm";
import { raReaderPair } from "./roles-policies-and-locks/ra-reader-pair";
import { raSchedule } from "./roles-policies-and-locks/ra-schedule";
import { raSubscriptionStatus } from "./roles-policies-and-locks/ra-subscription-status";
import type { Rule } from "./rule";
import { caAvailabilitySet } from "./schedules/ca-availability-set";
import { caDuplicateTime } from "./schedules/ca-duplicate-time";
import { caLocation } from "./schedules/ca-location";
import { caTarget } from "./schedules/ca-target";
import { dsLimits } from "./schedules/ds-limits";
import { dsLocations } from "./schedules/ds-locations";
import { dsTagMatch } from "./schedules/ds-tag-match";
import { mcClassLinux } from "./schedules/mc-class-linux";
import { mcClassWindows } from "./schedules/mc-class-windows";
import { mcDuration } from "./schedules/mc-duration";
import { mcEmptySelection } from "./schedules/mc-empty-selection";
import { mcExpiry } from "./schedules/mc-expiry";
import { mcIncludeExclude } from "./schedules/mc-include-exclude";
import { mcInguestpatchmode } from "./schedules/mc-inguestpatchmode";
import { mcKbFormat } from "./schedules/mc-kb-format";
import { mcLimitRegion } from "./schedules/mc-limit-region";
import { mcMidnight } from "./schedules/mc-midnight";
import { mcNameLength } from "./schedules/mc-name-length";
import { mcRebootEnum } from "./schedules/mc-reboot-enum";
import { mcRebootNever } from "./schedules/mc-reboot-never";
import { mcRecurGrammar } from "./schedules/mc-recur-grammar";
import { mcRecurMin } from "./schedules/mc-recur-min";
import { mcRecurMonthBare } from "./schedules/mc-recur-month-bare";
import { mcScope } from "./schedules/mc-scope";
import { mcStartFormat } from "./schedules/mc-start-format";
import { mcTimezone } from "./schedules/mc-timezone";
import { mcUnattached } from "./schedules/mc-unattached";
import { mcVisibility } from "./schedules/mc-visibility";

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
  netExplicitOutbound,
  netNsgEgressWindows,
  netNsgEgressLinux,
  netNsgWuTags,
  netNsgImdsDnsDeny,
  netUdrBlackhole,
  netUdrRhui,
  netFwFqdnTag,
  netFwLinuxFqdns,
  netFwRhuiIps,
  netSuseRegionServers,
  netWsusPorts,
  netProxyRange,
  arcRegion,
  arcOsSupported,
  arcAssessment,
  arcExtensionAllowlist,
  arcExtensionBlocklist,
  arcMonitorMode,
  arcPolicyBlocksExtension,
  arcServicetags,
  arcServicetagRegional,
  arcFqdnsCloud,
  arcPrivatelinkPublicPart,
  arcHotpatchOs,
  arcEsu,
  arcArm64,
  mcScope,
  mcInguestpatchmode,
  mcVisibility,
  mcDuration,
  mcStartFormat,
  mcExpiry,
  mcTimezone,
  mcRecurGrammar,
  mcRecurMonthBare,
  mcRecurMin,
  mcMidnight,
  mcNameLength,
  mcRebootEnum,
  mcRebootNever,
  mcClassWindows,
  mcClassLinux,
  mcEmptySelection,
  mcIncludeExclude,
  mcKbFormat,
  mcLimitRegion,
  mcUnattached,
  caTarget,
  caLocation,
  caDuplicateTime,
  caAvailabilitySet,
  dsLocations,
  dsLimits,
  dsTagMatch,
  evTopicType,
  evTypes,
  evSchema,
  evOneTopic,
  raOperatorVm,
  raOperatorArc,
  raSchedule,
  raReaderPair,
  raSubscriptionStatus,
  paIdentity,
  paRole,
  paRoleLinked,
  paOstypePair,
  paTagvaluesType,
  paMcId,
  paPrereqPair,
  paRemediation,
  paDenyConflict,
  paEnforcement,
  lockReadonly,
  lockCannotdelete,
  lighthouse,
  ignoreChangesPatchSettings,
];
