import assert from "node:assert/strict";
import { serviceTag, serviceTagsFor } from "../../../facts/network";

describe("serviceTagsFor", () => {
  it("lists all that Arc-enabled servers need, and what is optional when asked", () => {
    const needed = [
      "AzureActiveDirectory",
      "AzureTrafficManager",
      "AzureResourceManager",
      "AzureArcInfrastructure",
      "Storage",
      "AzureFrontDoor.Frontend",
    ];
    assert.deepEqual(
      serviceTagsFor("arc").map(({ tag }) => tag),
      needed,
    );
    assert.deepEqual(
      serviceTagsFor("arc", { optional: true }).map(({ tag }) => tag),
      [...needed, "WindowsAdminCenter"],
    );
  });

  it("pairs the two tags of Windows Update with their ports", () => {
    assert.deepEqual(
      serviceTagsFor("windows-update").map(({ tag, ports }) => [tag, ports]),
      [
        ["AzureUpdateDelivery", [443]],
        ["AzureFrontDoor.FirstParty", [80]],
      ],
    );
  });
});

describe("serviceTag", () => {
  it("knows tags in any letter case, and regional variants", () => {
    assert.equal(serviceTag("azurearcinfrastructure")?.regionalVariantSuffices, false);
    assert.equal(serviceTag("AzureArcInfrastructure.AustraliaEast")?.tag, "AzureArcInfrastructure");
    assert.equal(serviceTag("Storage.WestEurope")?.regionalVariantSuffices, true);
  });

  it("takes no tag for a part of another", () => {
    assert.equal(serviceTag("AzureFrontDoor.Frontend")?.ports?.[0], 443);
    assert.equal(serviceTag("AzureFrontDoor.Backend"), undefined);
    assert.equal(serviceTag("StorageSyncService"), undefined);
  });
});
