import assert from "node:assert/strict";
import { describeImage, updateManagerImages } from "../../../facts/images";

describe("describeImage", () => {
  const cases: readonly (readonly [string, ...(string | boolean | undefined)[]])[] = [
    ["Canonical:ubuntu-24_04-lts:server", "Linux", "Ubuntu", "24.04", undefined],
    ["Canonical:ubuntu-24_04-lts:ubuntu-pro", "Linux", "Ubuntu", "24.04", undefined],
    ["Canonical:0001-com-ubuntu-server-jammy:22_04-lts-gen2", "Linux", "Ubuntu", "22.04", undefined],
    ["Canonical:0001-com-ubuntu-minimal-focal:minimal", "Linux", "Ubuntu", "20.04", undefined],
    ["Canonical:UbuntuServer:18.04-LTS", "Linux", "Ubuntu", "18.04", undefined],
    ["microsoft-dsvm:ubuntu-hpc:2204", "Linux", "Ubuntu", "22.04", undefined],
    ["RedHat:RHEL:9-lvm-gen2", "Linux", "Red Hat Enterprise Linux", "9", true],
    ["RedHat:RHEL:9_4", "Linux", "Red Hat Enterprise Linux", "9.4", true],
    ["RedHat:RHEL:94_gen2", "Linux", "Red Hat Enterprise Linux", "9.4", true],
    ["RedHat:RHEL:810-gen2", "Linux", "Red Hat Enterprise Linux", "8.10", true],
    ["RedHat:RHEL:8.2", "Linux", "Red Hat Enterprise Linux", "8.2", true],
    ["RedHat:RHEL:100-gen2", "Linux", "Red Hat Enterprise Linux", "10.0", true],
    ["RedHat:RHEL-SAP-HA:90sapha-gen2", "Linux", "Red Hat Enterprise Linux", "9.0", true],
    ["RedHat:rhel-byos:rhel-lvm-92-gen2", "Linux", "Red Hat Enterprise Linux", "9.2", false],
    ["RedHat:rhel-byos:rhel-raw76", "Linux", "Red Hat Enterprise Linux", "7.6", false],
    ["procomputers:rhel-8-8-gen2:rhel-8-8-gen2", "Linux", "Red Hat Enterprise Linux", "8", undefined],
    ["MicrosoftSQLServer:sql2022-rhel8:enterprise", "Linux", "Red Hat Enterprise Linux", "8", undefined],
    ["SUSE:sles-15-sp5:gen2", "Linux", "SUSE Linux Enterprise Server", "15 SP5", true],
    ["SUSE:sles-15-sp5-byos:gen2", "Linux", "SUSE Linux Enterprise Server", "15 SP5", false],
    ["SUSE:sles-sap:gen2-15", "Linux", "SUSE Linux Enterprise Server", "15", true],
    ["SUSE:sles:12-sp4-gen2", "Linux", "SUSE Linux Enterprise Server", "12 SP4", true],
    ["SUSE:opensuse-leap-15-4:gen2", "Linux", "openSUSE", "15.4", undefined],
    ["Debian:debian-12:12-gen2", "Linux", "Debian", "12", undefined],
    ["Oracle:Oracle-Linux:ol95-lvm-gen2", "Linux", "Oracle Linux", "9.5", undefined],
    ["Oracle:Oracle-Linux:79-gen2", "Linux", "Oracle Linux", "7.9", undefined],
    ["Oracle:oracle-database-19-3:oracle-database-19-0904", "Linux", "Oracle Linux", undefined, undefined],
    ["almalinux:almalinux-x86_64:8_7-gen2", "Linux", "AlmaLinux", "8.7", undefined],
    ["resf:rockylinux-x86_64:9-base", "Linux", "Rocky Linux", "9", undefined],
    ["OpenLogic:CentOS:7_9-gen2", "Linux", "CentOS", "7.9", undefined],
    ["MicrosoftCblMariner:cbl-mariner:cbl-mariner-2-gen2", "Linux", "Azure Linux", "2", undefined],
    ["MicrosoftCblMariner:azure-linux-3:azure-linux-3-gen2", "Linux", "Azure Linux", "3", undefined],
    ["kinvolk:flatcar-container-linux-free:stable-gen2", "Linux", "Flatcar Container Linux", undefined, undefined],
    ["MicrosoftWindowsServer:WindowsServer:2025-datacenter-g2", "Windows", "Windows Server", "2025", undefined],
    ["MicrosoftWindowsServer:WindowsServer:2012-R2-Datacenter", "Windows", "Windows Server", "2012 R2", undefined],
    ["MicrosoftSQLServer:sql2016sp2-ws2019:enterprise", "Windows", "Windows Server", "2019", undefined],
    ["MicrosoftVisualStudio:visualstudio2022:vs-2022-ent-ws2019", "Windows", "Windows Server", "2019", undefined],
    ["MicrosoftWindowsDesktop:windows-11:win11-24h2-pro", "Windows", "Windows client", "11", undefined],
    ["netapp:netapp-oncommand-cloud-manager:occm-byol", "Linux", undefined, undefined, undefined],
    [
      "cloud-infrastructure-services:servercore-2019:servercore-2019",
      "Windows",
      "Windows Server",
      undefined,
      undefined,
    ],
    ["MicrosoftSQLServer:an-offer:enterprise", undefined, undefined, undefined, undefined],
    ["contoso:an-offer:a-sku", undefined, undefined, undefined, undefined],
  ];

  for (const [urn, operatingSystem, distribution, version, payAsYouGo] of cases) {
    it(`reads ${urn}`, () => {
      const [publisher = "", offer = "", sku = ""] = urn.split(":");
      const { source, ...description } = describeImage({ publisher, offer, sku });
      assert.deepEqual(description, { operatingSystem, distribution, version, payAsYouGo });
      assert.ok(source.length > 0);
    });
  }

  it("tells the operating system of every image on Update Manager's list", () => {
    const wrong = updateManagerImages.rows
      .filter(({ publisher }) => publisher !== "microsoftsqlserver")
      .flatMap((row) => row.skus.map((sku) => ({ ...row, sku })))
      .filter((row) => describeImage(row).operatingSystem !== row.operatingSystem);
    assert.deepEqual(wrong, []);
  });
});
