import assert from "node:assert/strict";
import { isReachedByPolicy, policyImageRules } from "../../../facts/images";

function reached(urn: string): boolean {
  const [publisher = "", offer = "", sku = ""] = urn.split(":");
  return isReachedByPolicy({ publisher, offer, sku });
}

describe("isReachedByPolicy", () => {
  it("has every rule of the definition", () => {
    assert.equal(policyImageRules.rules.length, 178);
    assert.equal(policyImageRules.version, "3.9.0");
  });

  it("takes any offer and sku where the policy names the publisher only", () => {
    assert.equal(reached("canonical:anything:at-all"), true);
    assert.equal(reached("microsoftpowerbi:anything:at-all"), true);
  });

  it("takes an image the support matrix lacks, and none of a publisher nobody names", () => {
    assert.equal(reached("Debian:debian-12:12-gen2"), true);
    assert.equal(reached("contoso:debian-12:12-gen2"), false);
  });

  it("needs all conditions of one rule", () => {
    assert.equal(reached("RedHat:RHEL:9_4"), true);
    assert.equal(reached("RedHat:RHEL:74-gen2"), false);
    assert.equal(reached("RedHat:RHEL:10-lvm-gen2"), false);
    assert.equal(reached("RedHat:rhel-sap-ha:7.5"), false);
    assert.equal(reached("RedHat:rhel-sap-ha:7.6"), true);
  });

  it("takes the * of equals for itself", () => {
    assert.equal(reached("SUSE:sles-15-sp6:gen2"), false);
    assert.equal(reached("SUSE:sles-15-sp6*:gen2"), true);
  });

  it("leaves out the offers that the policy excludes", () => {
    assert.equal(reached("MicrosoftSQLServer:sql2022-ws2022:enterprise"), true);
    assert.equal(reached("MicrosoftSQLServer:sql2019-sles15:enterprise"), false);
    assert.equal(reached("OpenLogic:centos-hpc:7_9"), false);
  });
});
