import assert from "node:assert/strict";
import { cloudOfRegion, normalizeLocation, publicArcRegions, regionSupport } from "../../facts/regions";
import { retrieved } from "../../facts/source";

const article = [{ document: "MicrosoftDocs/azure-docs articles/update-manager/supported-regions.md", retrieved }];
const aged = "The article lists regions as of 2025-05-13; Azure may have added some since.";

describe("normalizeLocation", () => {
  it("makes one of an id, a display name and the name the portal shows", () => {
    for (const location of ["westeurope", "WestEurope", "West Europe", " west europe ", "(Europe) West Europe"]) {
      assert.equal(normalizeLocation(location), "westeurope");
    }
  });
});

describe("cloudOfRegion", () => {
  it("tells the clouds apart", () => {
    assert.equal(cloudOfRegion("West Europe"), "public");
    assert.equal(cloudOfRegion("US Gov Virginia"), "usgovernment");
    assert.equal(cloudOfRegion("usdodeast"), "usgovernment");
    assert.equal(cloudOfRegion("China North 3"), "china");
  });
});

describe("regionSupport", () => {
  it("serves Azure VMs in every public region", () => {
    assert.deepEqual(regionSupport("Poland Central", "azure"), {
      supported: true,
      cloud: "public",
      because: "Update Manager serves Azure VMs in every public region.",
      source: article,
    });
  });

  it("serves Arc-enabled servers in the public regions it lists", () => {
    assert.equal(publicArcRegions.locations.length, 31);
    assert.deepEqual(regionSupport("South East Asia", "arc"), {
      supported: true,
      cloud: "public",
      because: "Update Manager's list of regions for Arc-enabled servers has southeastasia.",
      source: article,
    });
    assert.deepEqual(regionSupport("polandcentral", "arc"), {
      supported: false,
      cloud: "public",
      because: "Update Manager's list of regions for Arc-enabled servers does not have polandcentral.",
      source: article,
      unconfirmed: aged,
    });
  });

  it("serves some regions of the other clouds for Azure VMs only", () => {
    assert.deepEqual(regionSupport("US Gov Texas", "arc"), {
      supported: false,
      cloud: "usgovernment",
      because: "Update Manager does not serve Arc-enabled servers in usgovtexas.",
      source: article,
    });
    assert.equal(regionSupport("usgovtexas", "azure").supported, true);
    assert.equal(regionSupport("usgovvirginia", "arc").supported, true);
    const arc = ["chinaeast", "chinaeast2", "chinaeast3", "chinanorth", "chinanorth2", "chinanorth3"].filter(
      (location) => regionSupport(location, "arc").supported,
    );
    assert.deepEqual(arc, ["chinaeast2", "chinanorth2", "chinanorth3"]);
  });

  it("leaves regions of the other clouds open that the article does not name", () => {
    assert.deepEqual(regionSupport("usdodcentral", "azure"), {
      supported: false,
      cloud: "usgovernment",
      because: "Update Manager's list of regions does not have usdodcentral.",
      source: article,
      unconfirmed: aged,
    });
  });

  it("does not tell of what is no region", () => {
    assert.deepEqual(regionSupport("global", "arc"), {
      supported: undefined,
      cloud: "public",
      because: '"global" is not a region.',
      source: article,
    });
    assert.equal(regionSupport("", "azure").supported, undefined);
  });
});
