import { getClientConfigOutput } from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { machineResourceType } from "../facts/machine-kind";
import type { OperatingSystem } from "../facts/operating-system";
import type { ArcAgentArgs } from "./arc-server/agent";
import { designArcServer } from "./arc-server/design";
import type { ArcMachineArgs } from "./arc-server/machine";
import type { ArcOnboardingArgs } from "./arc-server/onboarding";
import { assignOnboardingRole, scriptOf, takeUpMachine } from "./arc-server/resources";
import type { SystemArgs } from "./arc-server/system";

/** The arguments of {@link ArcServer}. */
export interface ArcServerArgs extends SystemArgs {
  /** The resource group of the server. The service principal that connects it gets its role there. */
  resourceGroupName: pulumi.Input<string>;
  /** The region of the server's resource; that of `privateLinkScopeId`, where there is one. */
  location: pulumi.Input<string>;
  /** The name of the server's resource. Default: the host's name (on AWS the instance's id), so that one script does for many. */
  machineName?: pulumi.Input<string>;
  /** How the server gets connected. Default: not by this component; `machine` is needed then. */
  onboarding?: ArcOnboardingArgs;
  /** How the agent is set up, by the script of `onboarding`. Default: everything that Update Manager needs is on. */
  agent?: ArcAgentArgs;
  /** The private link scope of Azure Arc through which the server reaches Azure. Default: none, public endpoints. */
  privateLinkScopeId?: pulumi.Input<string>;
  /** The settings of the server's resource, once the agent has created it. Default: no resource is touched. */
  machine?: ArcMachineArgs;
  /**
   * The resource providers that the subscription is registered for, as `az provider list --query
   * "[?registrationState=='Registered'].namespace"` lists them. One that Update Manager needs for Arc-enabled servers
   * and that is missing is an error. Default: not checked; the output `resourceProviders` says which they are.
   */
  registeredResourceProviders?: pulumi.Input<string[]>;
  /** Tags of the server's resource. Default: none, or those that it has. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * An Arc-enabled server that Azure Update Manager can assess and patch. A server becomes one in two steps, and the
 * component has its part in each.
 *
 * First it is connected, from within: the component gives a service principal the role Azure Connected Machine
 * Onboarding and writes the script that installs the Connected Machine agent, sets it up so that Update Manager's
 * extensions are let in, and connects it.
 *
 * ```typescript
 * const files = new ArcServer("files", {
 *   resourceGroupName: resourceGroup.name,
 *   location: "westeurope",
 *   operatingSystem: "Linux",
 *   onboarding: { servicePrincipalId: applicationId, servicePrincipalObjectId: objectId },
 * });
 * export const script = files.onboardingScript;
 * ```
 *
 * Then, with `machine`, the component takes up the resource that the agent created, and turns daily assessment on. The
 * agent must be first: it refuses to connect where the resource exists, and only the agent knows what Azure asks for to
 * create one. The engine imports it and changes it in the same update. Destroying the stack leaves the resource:
 * `azcmagent disconnect` on the server removes it.
 *
 * An argument that can't be had, or that has no effect beside the others, is an error: the constructor throws
 * `pulumi.InputPropertiesError` with every such argument, its value and what is allowed. A value that is an output is
 * checked when it resolves.
 */
export class ArcServer extends pulumi.ComponentResource {
  /**
   * The script to run on the server: for bash as root, for Windows PowerShell as an administrator. `undefined` without
   * `onboarding`. A secret where `onboarding.servicePrincipalSecret` is given.
   */
  public readonly onboardingScript: pulumi.Output<string | undefined>;
  /** The resource id that the server has, or will have; `undefined` with neither `machineName` nor `machine`. */
  public readonly machineId: pulumi.Output<string | undefined>;
  /** The name of the server's resource; `undefined` with neither `machineName` nor `machine`. */
  public readonly machineName: pulumi.Output<string | undefined>;
  /** The ids of the role assignments of the service principal. */
  public readonly roleAssignmentIds: pulumi.Output<string[]>;
  /** The resource providers that the subscription must be registered for. */
  public readonly resourceProviders: pulumi.Output<string[]>;
  /** The operating system. */
  public readonly operatingSystem: pulumi.Output<OperatingSystem>;

  /**
   * @param name the component's name, which its resources get too
   * @param args the server's arguments
   * @param opts the usual options; `provider` and `protect` reach every resource of the component
   * @throws pulumi.InputPropertiesError with every argument that is wrong
   */
  constructor(name: string, args: ArcServerArgs, opts?: pulumi.ComponentResourceOptions) {
    const design = designArcServer(name, args);
    // The arguments go to the state as they are, and the secret must not.
    super("pulumi-azure-update-manager:index:ArcServer", name, recorded(args), opts);
    for (const advice of design.advice) pulumi.log.warn(advice, this);

    const { resourceGroupName } = args;
    const { onboarding, machine } = design;
    const client = onboarding && getClientConfigOutput({ parent: this });
    const subscriptionId = onboarding?.subscriptionId ?? client?.subscriptionId ?? machine?.subscriptionId ?? "";
    const tenantId = onboarding?.tenantId ?? client?.tenantId ?? "";

    const resourceGroupId = pulumi.interpolate`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`;
    const roleAssignmentIds =
      onboarding?.servicePrincipalObjectId === undefined
        ? []
        : assignOnboardingRole(
            this,
            name,
            onboarding.servicePrincipalObjectId,
            resourceGroupId,
            design.privateLinkScopeId,
          );

    this.onboardingScript =
      onboarding === undefined
        ? pulumi.output(undefined)
        : scriptOf(design, onboarding, { resourceGroupName, subscriptionId, tenantId });

    const taken = machine && takeUpMachine(this, name, machine, design);
    this.machineName = taken ? taken.name : pulumi.output(design.machineName);
    this.machineId = taken
      ? taken.id
      : pulumi
          .output({ resourceGroupId, machineName: design.machineName })
          .apply((known) =>
            known.machineName === undefined
              ? undefined
              : `${known.resourceGroupId}/providers/${machineResourceType.arc}/${known.machineName}`,
          );
    this.roleAssignmentIds = pulumi.output(roleAssignmentIds);
    this.resourceProviders = pulumi.output(design.resourceProviders);
    this.operatingSystem = pulumi.output(design.system.operatingSystem);
    this.registerOutputs({
      onboardingScript: this.onboardingScript,
      machineId: this.machineId,
      machineName: this.machineName,
      roleAssignmentIds: this.roleAssignmentIds,
      resourceProviders: this.resourceProviders,
      operatingSystem: this.operatingSystem,
    });
  }
}

/** The arguments with the service principal's secret as one, whatever was passed. */
function recorded(args: ArcServerArgs): ArcServerArgs {
  const { onboarding } = args;
  if (onboarding?.servicePrincipalSecret === undefined) return args;
  return {
    ...args,
    onboarding: { ...onboarding, servicePrincipalSecret: pulumi.secret(onboarding.servicePrincipalSecret) },
  };
}
