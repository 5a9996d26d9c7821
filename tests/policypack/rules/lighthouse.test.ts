import { lighthouse as rule } from "../../../policypack/rules/roles-policies-and-locks/lighthouse";
import { broken, met, notKnown } from "../../../policypack/rules/rule";
import { type Declared, unknown } from "../fixture";
import { expectVerdicts } from "./expect";

const scheduledPatchingContributor = "cd08ab90-6b14-449c-ad9a-8f8e549482c6";
const virtualMachineContributor = "9980e02c-c2be-4d73-94e8-173b1dc7cf3c";
const delegation = (properties: object): Declared => ({
  name: "msp",
  type: "azure-native:managedservices:RegistrationDefinition",
  inputs: { scope: "/subscriptions/0000", properties },
});
const delegated = (property: string) =>
  broken({
    property,
    found: '"Scheduled Patching Contributor"',
    mustBe: "a role for what Azure Lighthouse can delegate",
    fix: "take the authorization out, and author schedules as a user of the tenant that has the machines",
  });

describe("lighthouse", () => {
  it("is met by delegations of other roles", () => {
    const authorizations = [{ principalId: "a", roleDefinitionId: virtualMachineContributor }];
    expectVerdicts(rule, [delegation({ authorizations })], { msp: met });
  });

  it("is broken by the role for schedules, eligible or not, whatever is unknown beside it", () => {
    const authorizations = [{ roleDefinitionId: unknown }, { roleDefinitionId: scheduledPatchingContributor }];
    expectVerdicts(rule, [delegation({ authorizations })], {
      msp: delegated("properties.authorizations[1].roleDefinitionId"),
    });
    const eligibleAuthorizations = [{ roleDefinitionId: scheduledPatchingContributor.toUpperCase() }];
    expectVerdicts(rule, [delegation({ authorizations: [], eligibleAuthorizations })], {
      msp: delegated("properties.eligibleAuthorizations[0].roleDefinitionId"),
    });
  });

  it("is not known while a role is not", () => {
    expectVerdicts(rule, [delegation({ authorizations: [{ roleDefinitionId: unknown }] })], {
      msp: notKnown({
        property: "properties.authorizations[0].roleDefinitionId",
        because: "is known only after deployment",
      }),
    });
  });
});
