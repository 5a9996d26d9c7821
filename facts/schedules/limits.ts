import { Cloud } from "../cloud";
import { computeDocs, updateManager } from "../documents";
import { type Fact, source } from "../source";

/** How much of something a schedule or subscription may have. Azure recommends these limits for the guest scope. */
export interface ScheduleLimits extends Fact {
  readonly schedulesPerSubscriptionAndRegion: number;
  readonly associationsPerSchedule: number;
  readonly associationsPerDynamicScope: number;
  /** Per resource group or subscription, and region. */
  readonly dynamicScopesPerRegion: number;
  readonly dynamicScopesPerSchedule: number;
  /** Subscriptions attached to all dynamic scopes of one schedule. */
  readonly subscriptionsPerSchedule: number;
  readonly tagFiltersPerDynamicScope: number;
  readonly resourceGroupFiltersPerDynamicScope: number;
}

const publicLimits: ScheduleLimits = {
  schedulesPerSubscriptionAndRegion: 250,
  associationsPerSchedule: 3000,
  associationsPerDynamicScope: 1000,
  dynamicScopesPerRegion: 250,
  dynamicScopesPerSchedule: 200,
  subscriptionsPerSchedule: 200,
  tagFiltersPerDynamicScope: 50,
  resourceGroupFiltersPerDynamicScope: 50,
  source: source(
    updateManager("scheduled-patching"),
    updateManager("dynamic-scope-overview"),
    computeDocs("virtual-machines/maintenance-configurations"),
  ),
};

const sovereignLimits: ScheduleLimits = {
  ...publicLimits,
  dynamicScopesPerSchedule: 100,
  subscriptionsPerSchedule: 100,
};

/** The limits in each cloud. */
export const limits: Readonly<Record<Cloud, ScheduleLimits>> = {
  [Cloud.Public]: publicLimits,
  [Cloud.USGovernment]: sovereignLimits,
  [Cloud.China]: sovereignLimits,
};

/** The limits of schedules in a cloud. */
export function scheduleLimits(cloud: Cloud): ScheduleLimits {
  return limits[cloud];
}
