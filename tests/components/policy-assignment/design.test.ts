import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { designPeriodicAssessment, type PeriodicAssessmentArgs } from "../../../components/periodic-assessment/design";
import {
  designScheduledPatching,
  type ScheduledPatchingPolicyArgs,
} from "../../../components/scheduled-patching-policy/design";
import { problemsIn } from "../maintenance-schedule/arguments";
import { failure } from "../program";
import { identity, maintenanceConfigurationId, managementGroup, remediationPage, subscription } from "./arguments";

const assessment = (change: object) =>
  problemsIn(() => designPeriodicAssessment("all", { scope: subscription, location: "westeurope", ...change }));

const schedule = (change: object) =>
  problemsIn(() =>
    designScheduledPatching("all", {
      scope: subscription,
      location: "westeurope",
      maintenanceConfigurationId,
      ...change,
    }),
  );

describe("the arguments of PeriodicAssessment and ScheduledPatchingPolicy", () => {
  it("can be right", () => {
    assert.deepEqual(assessment({}), []);
    assert.deepEqual(schedule({}), []);
  });

  it("say where, and where identities are", () => {
    const missing = [
      "scope: give the id of a management group, a subscription or a resource group.",
      `location: give the region of the managed identities: Azure Policy needs one. See ${remediationPage}`,
    ];
    assert.deepEqual(
      problemsIn(() => designPeriodicAssessment("all", {} as PeriodicAssessmentArgs)),
      missing,
    );
    assert.deepEqual(
      problemsIn(() => designScheduledPatching("all", {} as ScheduledPatchingPolicyArgs)),
      [...missing, "maintenanceConfigurationId: give the resource id of the maintenance configuration."],
    );
  });

  it("hold ids of what they say", () => {
    assert.deepEqual(
      schedule({
        scope: "landing-zones",
        excludedScopes: ["sandbox"],
        userAssignedIdentity: { id: "policies", principalId: "policies" },
        roles: { additionalScopes: { gallery: "images" } },
        maintenanceConfigurationId: "weekly",
        resourceGroups: ["/subscriptions/web"],
      }),
      [
        'scope: "landing-zones" is not the id of a management group ("/providers/Microsoft.Management/managementGroups/..."), a subscription ("/subscriptions/...") or a resource group ("/subscriptions/.../resourceGroups/...").',
        'excludedScopes[0]: "sandbox" is not the id of a resource, a resource group, a subscription or a management group.',
        'userAssignedIdentity.id: "policies" is not the id of a user-assigned managed identity.',
        'userAssignedIdentity.principalId: "policies" is not a principal id, which is a GUID.',
        'roles.additionalScopes.gallery: "images" is not the id of a resource, a resource group, a subscription or a management group.',
        'maintenanceConfigurationId: "weekly" is not the resource id of a maintenance configuration.',
        'resourceGroups[0]: "/subscriptions/web" is not the name of a resource group.',
      ],
    );
  });

  it("have values that exist, and no empty lists", () => {
    assert.deepEqual(
      assessment({
        enforcementMode: "Off",
        excludedScopes: [],
        remediation: { resourceDiscoveryMode: "All", resourceCount: 0, parallelDeployments: 31, failureThreshold: 50 },
        resourceTypes: ["Machines"],
        osTypes: ["Linux", "Linux"],
        locations: [],
        tags: {},
        tagOperator: "None",
        assessmentMode: "Daily",
        audit: { effect: "Modify" },
      }),
      [
        'enforcementMode: "Off" is not one of "Default" or "DoNotEnforce".',
        "excludedScopes: is empty: leave it out where nothing is left out.",
        'remediation.resourceDiscoveryMode: "All" is not one of "ExistingNonCompliant" or "ReEvaluateCompliance".',
        `remediation.resourceCount: 0 is not a whole number from 1 to 50000. See ${remediationPage}`,
        `remediation.parallelDeployments: 31 is not a whole number from 1 to 30. See ${remediationPage}`,
        `remediation.failureThreshold: 50 is not from 0 to 1. See ${remediationPage}`,
        'resourceTypes[0]: "Machines" is not one of "Microsoft.Compute/virtualMachines" or "Microsoft.HybridCompute/machines".',
        'assessmentMode: "Daily" is not one of "AutomaticByPlatform" or "ImageDefault".',
        "osTypes[1]: is given twice.",
        "locations: is empty: leave it out for any.",
        "tags: is empty: leave it out for machines with any tags.",
        'tagOperator: "None" is not one of "All" or "Any".',
        'audit.effect: "Modify" is not one of "Audit" or "Deny".',
      ],
    );
  });

  it("have no effect where nothing changes machines", () => {
    assert.deepEqual(
      assessment({
        configure: false,
        userAssignedIdentity: identity,
        roles: { skip: true },
        remediation: { skip: true },
        resourceTypes: ["Microsoft.Compute/virtualMachines"],
        osTypes: ["Linux"],
        locations: ["westeurope"],
        tags: { ring: "canary" },
        tagOperator: "Any",
        assessmentMode: "ImageDefault",
        audit: {},
      }),
      [
        ...["location", "userAssignedIdentity", "roles", "remediation"].map(
          (name) => `${name}: has no effect where no policy changes machines: leave it out.`,
        ),
        ...["resourceTypes", "osTypes", "locations", "tags", "tagOperator", "assessmentMode"].map(
          (name) => `${name}: has no effect on the audit policy, which knows no filter: leave it out.`,
        ),
      ],
    );
    assert.deepEqual(assessment({ configure: false, location: undefined }), [
      "configure: false leaves nothing to be assigned: give audit, or leave it out.",
    ]);
  });

  it("have no effect with skip", () => {
    assert.deepEqual(
      assessment({
        roles: { skip: true, additionalScopes: {} },
        remediation: { skip: true, run: "2", resourceCount: 5 },
      }),
      [
        "roles.additionalScopes: has no effect with skip: leave it out.",
        "remediation.run: has no effect with skip: leave it out.",
        "remediation.resourceCount: has no effect with skip: leave it out.",
      ],
    );
  });

  it("name a scope of roles once", () => {
    assert.deepEqual(
      schedule({
        roles: {
          additionalScopes: {
            own: subscription.toUpperCase(),
            images: `${subscription}/resourceGroups/images`,
            "more images": `${subscription}/resourceGroups/Images`,
            "maintenance-configuration": maintenanceConfigurationId,
          },
        },
      }),
      [
        "roles.additionalScopes.own: is the same as scope: leave it out.",
        'roles.additionalScopes["more images"]: is the same as roles.additionalScopes.images: leave it out.',
        'roles.additionalScopes["maintenance-configuration"]: the identities have their roles at the maintenance configuration already: leave it out, or use another name.',
      ],
    );
  });

  it("evaluate nothing again at a management group", () => {
    assert.deepEqual(assessment({ scope: managementGroup }), []);
    assert.deepEqual(
      assessment({ scope: managementGroup, remediation: { resourceDiscoveryMode: "ReEvaluateCompliance" } }),
      [
        `remediation.resourceDiscoveryMode: "ReEvaluateCompliance" is not to be had at a management group: leave it out. See ${remediationPage}`,
      ],
    );
  });

  it("ask for no machine with two values of a tag", () => {
    assert.deepEqual(schedule({ tags: { ring: ["canary", "early"] }, tagOperator: "Any" }), []);
    assert.deepEqual(schedule({ tags: { ring: ["canary", "early"], team: [] } }), [
      'tags.ring: has 2 values, and with tagOperator "All" the policy wants a machine to have each: no machine does. Give one, or tagOperator "Any". See https://github.com/Azure/azure-policy/blob/HEAD/built-in-policies/policyDefinitions/Azure%20Update%20Manager/AzUpdateMgmtCenter_ScheduledPatching_DINE.json',
      "tags.team: give the values of the tag.",
    ]);
    assert.deepEqual(schedule({ tagOperator: "All" }), ["tagOperator: has no effect without tags: leave it out."]);
  });

  it("are checked when they resolve", async () => {
    const { settings } = designPeriodicAssessment("all", {
      scope: pulumi.output(managementGroup),
      location: "westeurope",
      excludedScopes: [pulumi.output("sandbox")],
      remediation: { resourceDiscoveryMode: "ReEvaluateCompliance" },
    });
    const messageOf = async (input: pulumi.Input<unknown> | undefined) =>
      ((await failure(pulumi.output(input))) as Error | undefined)?.message;
    assert.equal(
      await messageOf(settings.scope),
      `PeriodicAssessment "all" cannot be created:\n  remediation.resourceDiscoveryMode: "ReEvaluateCompliance" is not to be had at a management group: leave it out. See ${remediationPage}`,
    );
    assert.equal(
      await messageOf(settings.excludedScopes?.[0]),
      'PeriodicAssessment "all" cannot be created:\n  excludedScopes[0]: "sandbox" is not the id of a resource, a resource group, a subscription or a management group.',
    );
  });
});
