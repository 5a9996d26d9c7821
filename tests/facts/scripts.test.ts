import assert from "node:assert/strict";
import { isNodeResourceGroup } from "../../facts/kubernetes";
import { arcOnboarding, does, packagekitSilenced, subscriptionRegistered } from "../../facts/scripts";

describe("does", () => {
  it("tells onboarding to Azure Arc from removing or naming its agent", () => {
    for (const text of [
      "azcmagent connect --tenant-id 1",
      '& "$env:ProgramFiles\\AzureConnectedMachineAgent\\azcmagent.exe" connect',
      "- ['azcmagent', 'connect']",
      "Invoke-WebRequest https://aka.ms/AzureConnectedMachineAgent -OutFile agent.msi",
    ]) {
      assert.equal(does(arcOnboarding, text), true, text);
    }
    for (const text of ["azcmagent disconnect", "dnf remove azcmagent", "azcmagent show", "echo connect"]) {
      assert.equal(does(arcOnboarding, text), false, text);
    }
  });

  it("asks for both acts on packagekit, in one or two commands", () => {
    assert.equal(does(packagekitSilenced, "systemctl mask --now packagekit"), true);
    assert.equal(does(packagekitSilenced, "systemctl mask packagekit && systemctl stop PackageKit"), true);
    assert.equal(does(packagekitSilenced, "systemctl mask firewalld; systemctl stop packagekit"), false);
    assert.equal(does(packagekitSilenced, "systemctl unmask packagekit --now"), false);
  });

  it("knows the ways to register with Red Hat and SUSE", () => {
    assert.equal(does(subscriptionRegistered, "subscription-manager --proxy=x register --org 1"), true);
    assert.equal(does(subscriptionRegistered, "SUSEConnect --regcode 1"), true);
    assert.equal(does(subscriptionRegistered, "subscription-manager repos --enable x"), false);
    assert.equal(does(subscriptionRegistered, "subscription-manager unregister"), false);
  });
});

describe("isNodeResourceGroup", () => {
  it("goes by the prefix, whatever its case", () => {
    assert.equal(isNodeResourceGroup("mc_shop_orders_westeurope"), true);
    assert.equal(isNodeResourceGroup("MCserver"), false);
  });
});
