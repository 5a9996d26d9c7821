import assert from "node:assert/strict";
import { agentSystems, arcSupportOf, arcSystemSupport, isWithoutArm64 } from "../../facts/arc-operating-systems";

describe("arcSystemSupport", () => {
  it("takes a listed system at any minor version or service pack", () => {
    assert.equal(arcSystemSupport("Red Hat Enterprise Linux", "9.4").supported, true);
    assert.equal(arcSystemSupport("SUSE Linux Enterprise Server", "15 SP5").supported, true);
    assert.equal(
      arcSystemSupport("Ubuntu", "22.04").because,
      "Ubuntu 22.04 is on Update Manager's list of systems for Arc-enabled servers.",
    );
  });

  it("does not take one version for the beginning of another", () => {
    assert.equal(arcSystemSupport("Windows Server", "2012").supported, false);
    assert.equal(arcSystemSupport("Windows Server", "2012 R2").supported, true);
    assert.equal(arcSystemSupport("Amazon Linux", "20").supported, false);
    assert.equal(arcSystemSupport("Debian", "100").supported, false);
  });

  it("takes the systems that came with the extension", () => {
    assert.equal(
      arcSystemSupport("Ubuntu", "24.04").because,
      "Ubuntu 24.04 is supported from LinuxOsUpdateExtension 1.0.55.0 on.",
    );
    assert.equal(arcSystemSupport("Debian", "12").supported, true);
  });

  it("leaves open what the article does not name", () => {
    assert.equal(
      arcSystemSupport("Windows Server", "2025").unconfirmed,
      "The article says Windows Server 2012 R2 and higher and does not name 2025.",
    );
    const { supported, because, unconfirmed } = arcSystemSupport("Red Hat Enterprise Linux", "10");
    assert.deepEqual(
      { supported, because, unconfirmed },
      {
        supported: false,
        because: "Red Hat Enterprise Linux 10 is not on Update Manager's list of systems for Arc-enabled servers.",
        unconfirmed: "The list is older than that of the agent and may lack systems that are patched by now.",
      },
    );
  });
});

describe("agentSystems", () => {
  it("are whole", () => {
    assert.equal(agentSystems.rows.length, 41);
    assert.deepEqual(
      agentSystems.rows.find(
        ({ system, version }) => system === "SUSE Linux Enterprise Server" && version === "15 SP3",
      ),
      {
        system: "SUSE Linux Enterprise Server",
        version: "15 SP3",
        x64: "limited",
        arm64: "limited",
        note: "last agent 1.58, ends 2026-07-03",
      },
    );
  });
});

describe("arcSupportOf", () => {
  it("reads systems as agents report them, whatever follows the version", () => {
    for (const system of ["Ubuntu 22.04.4 LTS", "Oracle Linux Server 8.9", "AlmaLinux 9.3 (Shamrock Pampas Cat)"]) {
      assert.equal(arcSupportOf(system)?.supported, true, system);
    }
    assert.equal(arcSupportOf("Windows 11 IoT Enterprise LTSC 2024")?.supported, true);
  });

  it("tells a version that is not listed from a distribution that is not", () => {
    assert.equal(arcSupportOf("Ubuntu 14.04.6 LTS")?.supported, false);
    assert.equal(arcSupportOf("CentOS Linux 7 (Core)"), undefined);
    assert.equal(arcSupportOf(""), undefined);
  });
});

describe("isWithoutArm64", () => {
  it("is so of systems that the agent has on x64 alone", () => {
    assert.equal(isWithoutArm64("Windows Server 2022 Datacenter"), true);
    assert.equal(isWithoutArm64("Red Hat Enterprise Linux 9.4 (Plow)"), true);
  });

  it("is not told of others", () => {
    for (const system of ["Ubuntu 22.04.4 LTS", "Amazon Linux 2023", "Debian GNU/Linux 13", ""]) {
      assert.equal(isWithoutArm64(system), undefined, system);
    }
  });
});
