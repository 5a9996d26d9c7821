import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { designVirtualMachine } from "../../../components/virtual-machine/design";
import { osProfile } from "../../../components/virtual-machine/guest";
import { imageSupport, shortImages } from "../../../facts/images";
import { patchModes } from "../../../facts/machine-settings";
import { Operation } from "../../../facts/operations";
import {
  AssessmentMode,
  DiskCaching,
  OperatingSystem,
  PatchOrchestration,
  RebootSetting,
  StorageAccountType,
  type UpdateReadyVirtualMachineArgs,
} from "../../../index";
import { adminPassword, customImageId, sshPublicKey, subnetId } from "../arguments";
import { resolved } from "../program";

const oneOf = <T extends string>(enumeration: Record<string, T>) => fc.constantFrom(...Object.values(enumeration));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const image = fc.oneof(
  { weight: 4, arbitrary: fc.record({ image: fc.constantFrom(...Object.keys(shortImages)) }) },
  fc.record({ customImageId: fc.constant(customImageId), operatingSystem: optional(oneOf(OperatingSystem)) }),
  fc.record({
    imageReference: fc.constantFrom(
      { publisher: "Canonical", offer: "0001-com-ubuntu-server-focal", sku: "20_04-lts-gen2" },
      { publisher: "OpenLogic", offer: "CentOS", sku: "8_5-gen2" },
      { publisher: "acme", offer: "appliance", sku: "one" },
    ),
  }),
);

const rest = fc.record(
  {
    adminPassword: fc.constantFrom(adminPassword, adminPassword, adminPassword, "short", undefined),
    sshPublicKeys: optional(fc.array(fc.constant(sshPublicKey), { maxLength: 1 })),
    patchOrchestration: optional(oneOf(PatchOrchestration)),
    patchSettings: optional(
      fc.record(
        {
          assessmentMode: optional(oneOf(AssessmentMode)),
          rebootSetting: optional(oneOf(RebootSetting)),
          enableHotpatching: optional(fc.boolean()),
        },
        { requiredKeys: [] },
      ),
    ),
    dataDisks: optional(
      fc.array(
        fc.record({
          lun: fc.integer({ min: 0, max: 3 }),
          diskSizeGB: optional(fc.constant(4)),
          storageAccountType: optional(oneOf(StorageAccountType)),
          caching: optional(oneOf(DiskCaching)),
        }),
        { maxLength: 3 },
      ),
    ),
    customData: optional(fc.constantFrom("#cloud-config\n", "hello")),
    installPython: optional(fc.boolean()),
    zone: optional(fc.constantFrom("1", "1", "1", "7")),
    timeZone: optional(fc.constant("UTC")),
    computerName: optional(fc.constantFrom("web", "web", "a-name-of-more-than-15-characters", "web_1")),
  },
  { requiredKeys: ["adminPassword"] },
);

const machines = fc.tuple(image, rest).map(([first, second]): UpdateReadyVirtualMachineArgs => {
  return { resourceGroupName: "patching", subnetId, ...first, ...second };
});

describe("the design of a machine", () => {
  it("is ready for updates whatever is asked for, or refused with the arguments that are wrong", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(machines, async (args) => {
        let design: ReturnType<typeof designVirtualMachine>;
        try {
          design = designVirtualMachine("web", args);
        } catch (error) {
          assert.ok(pulumi.InputPropertiesError.isInstance(error));
          assert.ok(error.errors.length > 0);
          for (const { propertyPath, reason } of error.errors) {
            const argument = propertyPath.replace(/[[.].*/, "");
            assert.ok(argument in args || mayBeMissing.includes(argument), propertyPath);
            assert.ok(!reason.includes(adminPassword) && !reason.includes("short"), reason);
          }
          return;
        }
        accepted += 1;
        const profile = await resolved(pulumi.output(osProfile(design.guest, [])));
        assertReady(profile, args, design.image);
      }),
      { numRuns: 1500, seed: 20261123 },
    );
    assert.ok(accepted > 100, `${accepted} accepted`);
  });
});

const mayBeMissing = ["image", "operatingSystem", "adminPassword", "sshPublicKeys"];

function assertReady(
  profile: pulumi.Unwrap<ReturnType<typeof osProfile>>,
  args: UpdateReadyVirtualMachineArgs,
  { operatingSystem, marketplace }: ReturnType<typeof designVirtualMachine>["image"],
): void {
  const linux = "linuxConfiguration" in profile ? profile.linuxConfiguration : undefined;
  const windows = "windowsConfiguration" in profile ? profile.windowsConfiguration : undefined;
  const configuration = linux ?? windows;
  assert.ok(configuration);
  assert.equal(linux === undefined, operatingSystem === "Windows");
  assert.equal(profile.allowExtensionOperations, true);
  assert.equal(configuration.provisionVMAgent, true);
  const { patchMode, assessmentMode, automaticByPlatformSettings } = configuration.patchSettings;
  assert.ok(patchModes[operatingSystem].includes(patchMode));
  assert.equal(assessmentMode, args.patchSettings?.assessmentMode ?? "AutomaticByPlatform");
  assert.equal(automaticByPlatformSettings?.rebootSetting, args.patchSettings?.rebootSetting);
  const orchestration = args.patchOrchestration ?? "CustomerManagedSchedules";
  assert.equal(
    automaticByPlatformSettings?.bypassPlatformSafetyChecksOnUserSchedule === true,
    orchestration === "CustomerManagedSchedules",
  );
  if (windows) {
    assert.equal(windows.enableAutomaticUpdates, orchestration !== "Manual");
    assert.notEqual(profile.adminPassword, undefined);
  }
  if (marketplace) {
    const operation =
      orchestration === "AzureManagedSafeDeployment" ? Operation.AutomaticGuestPatching : Operation.Schedule;
    assert.equal(imageSupport(marketplace, operation).supported, true);
  }
}
