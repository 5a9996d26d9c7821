import assert from "node:assert/strict";
import { pythonInterpreters, pythonOnImage, pythonRequirement } from "../../facts/python";

const on = (publisher: string, offer: string, sku: string) => pythonOnImage({ publisher, offer, sku });

describe("pythonOnImage", () => {
  it("is shipped with the images of the endorsed distributions, which have the Linux agent", () => {
    const { presence, because, unconfirmed, source } = on("RedHat", "RHEL", "8-lvm-gen2");
    assert.deepEqual(
      { presence, because, unconfirmed },
      {
        presence: "shipped",
        because:
          "Red Hat Enterprise Linux images of RedHat have the Azure Linux agent built in, which is a Python program.",
        unconfirmed: undefined,
      },
    );
    assert.deepEqual(
      source.map(({ document }) => document),
      [
        "MicrosoftDocs/azure-compute-docs articles/virtual-machines/extensions/agent-linux.md",
        "MicrosoftDocs/azure-compute-docs articles/virtual-machines/extensions/agent-linux.md",
        "MicrosoftDocs/azure-compute-docs articles/virtual-machines/linux/endorsed-distros.md",
        "Azure/LinuxPatchExtension src/extension/src/MsftLinuxPatchExtShim.sh",
        "Azure/LinuxPatchExtension pull/179",
      ],
    );
  });

  it("is unconfirmed with images of other publishers, whatever they contain", () => {
    const support = on("procomputers", "rhel-8-8-gen2", "rhel-8-8-gen2");
    assert.equal(support.presence, "unconfirmed");
    assert.equal(support.because, "No document tells whether procomputers:rhel-8-8-gen2:rhel-8-8-gen2 ships Python.");
    assert.equal(on("github", "github-enterprise", "github-enterprise").presence, "unconfirmed");
    assert.equal(on("contoso", "an-offer", "a-sku").presence, "unconfirmed");
    assert.equal(on("OpenLogic", "CentOS", "7_9").presence, "unconfirmed");
  });

  it("is absent, and not needed, on Windows", () => {
    const support = on("MicrosoftWindowsServer", "WindowsServer", "2025-datacenter-g2");
    assert.equal(support.presence, "absent");
    assert.equal(support.because, "Update Manager needs no Python on Windows, and Windows images bring none.");
  });
});

describe("pythonRequirement", () => {
  it("is Python 2.7 on Linux, which the patch extension also finds outside the path", () => {
    assert.equal(pythonRequirement.minimum, "2.7");
    assert.equal(pythonRequirement.operatingSystem, "Linux");
    assert.ok(pythonInterpreters.paths.includes("/usr/libexec/platform-python"));
  });
});
