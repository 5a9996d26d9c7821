import { updateManager, updateManagerPolicy } from "../documents";
import { type Fact, source } from "../source";
import type { MarketplaceImage } from "./image-list";
import { type Condition, type ImageRule, satisfies } from "./policy/image-rule";
import { linuxRules } from "./policy/linux";
import { windowsRules } from "./policy/windows";

const auditPolicy = updateManagerPolicy("AzUpdateMgmtCenter_AutoAssessmentMode_Audit");

/**
 * The images the built-in policies of Update Manager reach, as version 3.9.0 of the definition puts it: one rule has
 * to be satisfied. Machines whose image satisfies none are left alone by those policies, compliant or not.
 */
export const policyImageRules: Fact & { readonly rules: readonly ImageRule[]; readonly version: string } = {
  rules: [...linuxRules, ...windowsRules],
  version: "3.9.0",
  source: source(auditPolicy),
};

/** The differences between the images of the built-in policies and those of the support matrix that matter most. */
export const policyDifferences: Fact & { readonly differences: readonly string[] } = {
  differences: [
    "The policies add debian-12, resf:rockylinux-x86_64, kali-linux:kali:kali-2024-3, microsoft-ads:windows-data-science-vm, cognosys:centos-77-free, the sku lifetime of outsystems:os11-vm-baseimage and every openlogic offer but centos-hpc.",
    "The policies leave out redhat:rhel:74-gen2.",
    "The policies name the publisher belindaczsro, the matrix belindaczsro1588885355210.",
    "The policies compare the offers arcgis-enterprise* and sles-15-sp6* with equals, where * is no wildcard.",
  ],
  source: source(auditPolicy, updateManager("support-matrix-updates")),
};

/** Which images reach a VM without a marketplace image in the built-in policies. */
export const policyCustomImages: Fact & {
  readonly rows: readonly { readonly when: string; readonly kind: string; readonly apiVersion?: string }[];
} = {
  rows: [
    {
      when: "the image id contains Microsoft.Compute/galleries or Microsoft.Compute/images, and osProfile.computerName is there",
      kind: "generalized custom image",
    },
    {
      when: "the same image id, or osDisk.createOption Attach, and osProfile.computerName is not there",
      kind: "specialized, migrated or restored",
      apiVersion: "2023-07-01",
    },
  ],
  source: policyImageRules.source,
};

/** Whether the built-in policies of Update Manager reach a VM from this image. */
export function isReachedByPolicy(image: MarketplaceImage): boolean {
  return policyImageRules.rules.some((rule) => satisfies(image, rule));
}

const withWildcards = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.map((condition) => ("equals" in condition ? { like: condition.equals } : condition));

const lostWildcards = policyImageRules.rules
  .filter(({ offer, sku }) => [...offer, ...sku].some((it) => "equals" in it && it.equals.includes("*")))
  .map(({ publisher, offer, sku }) => ({ publisher, offer: withWildcards(offer), sku: withWildcards(sku) }));

/** Whether the policies would reach the image if the `*` they compare with `equals` were the wildcard it looks like. */
export function isMeantByPolicy(image: MarketplaceImage): boolean {
  return lostWildcards.some((rule) => satisfies(image, rule));
}
