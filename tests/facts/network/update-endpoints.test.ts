import assert from "node:assert/strict";
import { Cloud } from "../../../facts/cloud";
import {
  type Endpoint,
  retiredRhuiAddresses,
  rhuiServers,
  type UpdateClient,
  updateEndpoints,
} from "../../../facts/network";

const linux = (distribution: UpdateClient["distribution"], rest: Partial<UpdateClient> = {}) =>
  updateEndpoints({ operatingSystem: "Linux", updateSource: "public", cloud: Cloud.Public, distribution, ...rest });

const shape = (endpoints: readonly Endpoint[] | undefined) =>
  endpoints?.map(({ fqdns, protocol, ports }) => [fqdns.join(" "), protocol, ports.join(" ")]);

describe("updateEndpoints on Windows", () => {
  const windows = { operatingSystem: "Windows", cloud: Cloud.Public } as const;

  it("asks for port 80 for downloads and 443 for metadata, each with its own tag", () => {
    assert.deepEqual(
      updateEndpoints({ ...windows, updateSource: "public" })?.map(({ fqdns, protocol, ports, serviceTags }) => ({
        fqdns,
        protocol,
        ports,
        serviceTags,
      })),
      [
        {
          fqdns: ["*.windowsupdate.com", "*.dl.delivery.mp.microsoft.com", "emdl.ws.microsoft.com"],
          protocol: "HTTP",
          ports: [80],
          serviceTags: ["AzureFrontDoor.FirstParty"],
        },
        {
          fqdns: [
            "*.delivery.mp.microsoft.com",
            "*.prod.do.dsp.mp.microsoft.com",
            "*.update.microsoft.com",
            "tsfe.trafficshaping.dsp.mp.microsoft.com",
          ],
          protocol: "HTTPS",
          ports: [443],
          serviceTags: ["AzureUpdateDelivery"],
        },
      ],
    );
  });

  it("asks for nothing public with WSUS, whose place is one's own", () => {
    assert.deepEqual(shape(updateEndpoints({ ...windows, updateSource: "wsus" })), [
      ["", "HTTP", "8530"],
      ["", "HTTPS", "8531"],
    ]);
    assert.deepEqual(updateEndpoints({ ...windows, updateSource: "private" }), []);
  });

  it("is not confirmed for the sovereign clouds", () => {
    const rows = updateEndpoints({ ...windows, cloud: Cloud.China, updateSource: "public" });
    assert.deepEqual(
      rows?.map(({ unconfirmed }) => unconfirmed),
      Array(2).fill("Documented for the public cloud; other clouds are not mentioned."),
    );
  });
});

describe("updateEndpoints on Linux", () => {
  it("asks for every address of RHUI 4, and none that is retired", () => {
    const [rhui, ...others] = linux("Red Hat Enterprise Linux") ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(rhui?.addresses, [
      "52.136.197.163",
      "20.225.226.182",
      "52.142.4.99",
      "20.248.180.252",
      "20.24.186.80",
    ]);
    assert.deepEqual(rhui?.ports, [443]);
    assert.equal(rhui?.unconfirmed, undefined);
    const { publicCloud, usGovernment, germany } = retiredRhuiAddresses;
    const retired: readonly string[] = [...publicCloud, ...usGovernment, ...germany];
    assert.deepEqual(
      rhuiServers.filter(({ address }) => retired.includes(address)),
      [],
    );
  });

  it("knows RHUI of the other clouds as far as documents go", () => {
    const [government] = linux("Red Hat Enterprise Linux", { cloud: Cloud.USGovernment }) ?? [];
    assert.equal(government?.addresses?.length, 5);
    assert.equal(
      government?.unconfirmed,
      "Stated by an earlier revision of the article, for images since January 2020.",
    );
    const [china] = linux("Red Hat Enterprise Linux", { cloud: Cloud.China }) ?? [];
    assert.deepEqual(china?.fqdns, []);
    assert.equal(china?.addresses, undefined);
    assert.equal(china?.unconfirmed, "No names or addresses are documented for China.");
  });

  it("asks for nothing public with a subscription of one's own", () => {
    assert.deepEqual(linux("Red Hat Enterprise Linux", { payAsYouGo: false }), []);
    assert.deepEqual(linux("SUSE Linux Enterprise Server", { payAsYouGo: false }), []);
    assert.deepEqual(linux("Ubuntu", { payAsYouGo: false }), linux("Ubuntu"));
  });

  it("tells the ports of SUSE, whose places have no names", () => {
    assert.deepEqual(shape(linux("SUSE Linux Enterprise Server")), [
      ["", "HTTPS", "443"],
      ["", "HTTP", "80"],
    ]);
  });

  it("knows the repositories of Ubuntu on port 80, and which names are not confirmed", () => {
    assert.deepEqual(
      linux("Ubuntu")?.map(({ fqdns, ports, unconfirmed }) => [fqdns.join(" "), ports[0], unconfirmed !== undefined]),
      [
        ["azure.archive.ubuntu.com security.ubuntu.com changelogs.ubuntu.com", 80, false],
        ["archive.ubuntu.com ports.ubuntu.com", 80, true],
      ],
    );
  });

  it("keeps unconfirmed what no document of Azure lists", () => {
    for (const distribution of ["Oracle Linux", "AlmaLinux", "Rocky Linux", "Azure Linux"] as const) {
      assert.ok(linux(distribution)?.every(({ unconfirmed }) => unconfirmed !== undefined));
    }
  });

  it("knows nothing without a distribution, or of one without a document", () => {
    assert.equal(linux(undefined), undefined);
    assert.equal(linux("Kali Linux"), undefined);
    assert.equal(linux("Kali Linux", { cloud: Cloud.China }), undefined);
  });

  it("has no WSUS", () => {
    assert.deepEqual(linux("Ubuntu", { updateSource: "wsus" }), []);
  });
});
