import assert from "node:assert/strict";
import { customImageSupport, type DeclaredSystem } from "../../../facts/images";
import { Operation } from "../../../facts/operations";

const supported = (distribution: DeclaredSystem["distribution"], version: string) =>
  customImageSupport({ distribution, version }, Operation.Schedule).supported;

describe("customImageSupport", () => {
  it("takes the systems on the list, at any minor version", () => {
    assert.equal(supported("Ubuntu", "22.04"), true);
    assert.equal(supported("Ubuntu", "22.04 LTS"), true);
    assert.equal(supported("Red Hat Enterprise Linux", "9.4"), true);
    assert.equal(supported("Oracle Linux", "8.10"), true);
    assert.equal(supported("Windows Server", "2012 r2"), true);
  });

  it("reads the service packs of SUSE Linux Enterprise Server however they are written", () => {
    for (const version of ["15 SP4", "15-sp4", "15.4", "15", "15.0", "15 SP0", "12 SP5", "12.5"]) {
      assert.equal(supported("SUSE Linux Enterprise Server", version), true, version);
    }
    for (const version of ["15 SP5", "15.5", "11 SP4"]) {
      assert.equal(supported("SUSE Linux Enterprise Server", version), false, version);
    }
  });

  it("leaves other systems to the first run", () => {
    const { source, ...support } = customImageSupport({ distribution: "Ubuntu", version: "24.04" }, Operation.Schedule);
    assert.deepEqual(support, {
      supported: false,
      because: "Ubuntu 24.04 is not on Update Manager's list of systems for custom images.",
      unconfirmed:
        "Update Manager does not check custom images beforehand: the first operation shows whether one works.",
    });
    assert.equal(source.length, 3);
  });

  it("leaves undeclared systems to the first run", () => {
    const { supported, because, unconfirmed } = customImageSupport(undefined, Operation.PeriodicAssessment);
    assert.deepEqual(
      { supported, because, unconfirmed },
      {
        supported: false,
        because: "The system of the custom image is not declared.",
        unconfirmed:
          "Update Manager does not check custom images beforehand: the first operation shows whether one works.",
      },
    );
  });

  it("never takes a custom image for automatic guest patching", () => {
    const support = customImageSupport({ distribution: "Ubuntu", version: "22.04" }, Operation.AutomaticGuestPatching);
    assert.equal(support.supported, false);
    assert.equal(support.because, "Automatic guest patching takes marketplace images only, never a custom image.");
    assert.equal(support.unconfirmed, undefined);
  });

  it("takes none for hotpatch, without a document that says so", () => {
    const support = customImageSupport({ distribution: "Windows Server", version: "2025" }, Operation.Hotpatch);
    assert.equal(support.supported, false);
    assert.equal(
      support.unconfirmed,
      "No document says that a custom image made from a hotpatchable one cannot be hotpatched.",
    );
  });
});
