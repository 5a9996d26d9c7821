import assert from "node:assert/strict";
import { Cloud } from "../../../facts/cloud";
import { arcEndpoints } from "../../../facts/network";

describe("arcEndpoints", () => {
  it("are those to be managed and patched, unless others are asked for", () => {
    assert.deepEqual(
      arcEndpoints(Cloud.Public).flatMap(({ fqdns }) => fqdns),
      [
        "login.microsoftonline.com",
        "*.login.microsoft.com",
        "pas.windows.net",
        "*.his.arc.azure.com",
        "*.guestconfiguration.azure.com",
        "guestnotificationservice.azure.com",
        "*.guestnotificationservice.azure.com",
        "azgn*.servicebus.windows.net",
        "*.blob.core.windows.net",
      ],
    );
    assert.deepEqual(
      arcEndpoints(Cloud.Public, ["connection"]).flatMap(({ fqdns }) => fqdns),
      ["management.azure.com"],
    );
    assert.deepEqual(
      arcEndpoints(Cloud.Public, ["extended-security-updates"]).map(({ fqdns, ports }) => [fqdns[0], ports]),
      [
        ["www.microsoft.com/pkiops/certs", [80, 443]],
        ["login.windows.net", [443]],
      ],
    );
  });

  it("have the suffixes of their cloud", () => {
    assert.deepEqual(
      arcEndpoints(Cloud.USGovernment).flatMap(({ fqdns }) => fqdns),
      [
        "login.microsoftonline.us",
        "pasff.usgovcloudapi.net",
        "*.his.arc.azure.us",
        "*.guestconfiguration.azure.us",
        "*.blob.core.usgovcloudapi.net",
      ],
    );
    assert.ok(arcEndpoints(Cloud.China).every(({ fqdns }) => fqdns.every((fqdn) => fqdn.endsWith(".cn"))));
  });

  it("are private with a private link scope for two of them alone", () => {
    assert.deepEqual(
      arcEndpoints(Cloud.Public)
        .filter(({ privateLink }) => privateLink)
        .flatMap(({ fqdns }) => fqdns),
      ["*.his.arc.azure.com", "*.guestconfiguration.azure.com"],
    );
  });
});
