import assert from "node:assert/strict";
import {
  type Asked,
  describeDestinations,
  describeServiceTags,
  statementsFor,
} from "../../../components/update-network-rules/description";
import { designUpdateNetworkRules } from "../../../components/update-network-rules/design";
import { Cloud } from "../../../facts/cloud";
import type { UpdateSourcesArgs } from "../../../index";
import { resolved } from "../program";

const designed = (sources: UpdateSourcesArgs, cloud?: Cloud) =>
  designUpdateNetworkRules("updates", { sources, cloud }).destinations;

const described = (sources: UpdateSourcesArgs, cloud?: Cloud) =>
  resolved(describeDestinations(designed(sources, cloud)));

const unconfirmed = async (sources: UpdateSourcesArgs, cloud?: Cloud) =>
  (await described(sources, cloud)).map(({ name, unconfirmed: mark }) => [name, mark]);

const alone: Asked = { cloud: Cloud.Public, firewall: false, natGateway: false, proxy: false, privateLinkScope: false };

describe("the description of the way to updates", () => {
  it("says what no document confirms", async () => {
    assert.deepEqual(await unconfirmed({ linuxDistributions: ["Ubuntu", "Rocky Linux"], windowsUpdate: true }), [
      ["windows-update-http", undefined],
      ["windows-update-https", undefined],
      ["ubuntu-http", undefined],
      ["ubuntu-http-2", "No document says when an image for Azure uses them."],
      ["rocky-linux-https", "The distribution's own host names; no document of Azure lists what its images use."],
    ]);
  });

  it("says what is documented for the public cloud alone", async () => {
    const elsewhere = "Documented for the public cloud; other clouds are not mentioned.";
    assert.deepEqual(await unconfirmed({ windowsUpdate: true, ubuntuPro: true, rhui: true }, Cloud.USGovernment), [
      ["windows-update-http", elsewhere],
      ["windows-update-https", elsewhere],
      ["rhui-https", "Stated by an earlier revision of the article, for images since January 2020."],
      ["ubuntu-pro-https", elsewhere],
    ]);
  });

  it("says where documents contradict each other", async () => {
    const storage = (await described({ arc: {} })).find(({ name }) => name === "arc-blob-core-windows-net");
    assert.equal(
      storage?.conflict,
      "The table of the public cloud no longer has it, since April 2026. (https://github.com/MicrosoftDocs/azure-management-docs/blob/HEAD/articles/azure-arc/servers/includes/network-requirements.md) The article on extensions asks for it, and the tables of the other clouds have it: it is kept. The storage accounts change and can't be named.",
    );
  });

  it("tells what is known of each service tag", () => {
    const overview = "https://learn.microsoft.com/azure/virtual-network/service-tags-overview";
    assert.deepEqual(describeServiceTags(designed({ windowsUpdate: true })), [
      { tag: "AzureFrontDoor.FirstParty", purpose: "downloads of Windows updates", documents: [overview] },
      {
        tag: "AzureUpdateDelivery",
        purpose: "metadata of Windows updates",
        documents: [overview],
        conflict: `Earlier revisions of the catalogue say that Azure Firewall can't use it. (${overview}) The present revision is followed: Azure Firewall can.`,
      },
    ]);
  });

  for (const cloud of Object.values(Cloud)) {
    it(`has names without placeholders in the cloud ${cloud}`, async () => {
      const linuxDistributions: UpdateSourcesArgs["linuxDistributions"] = [
        "Ubuntu",
        "Debian",
        "Oracle Linux",
        "AlmaLinux",
        "Rocky Linux",
        "Azure Linux",
      ];
      const arc = { installation: true, connection: true };
      const destinations = await described({ windowsUpdate: true, linuxDistributions, ubuntuPro: true, arc }, cloud);
      assert.deepEqual(
        destinations.flatMap(({ fqdns }) => fqdns).filter((fqdn) => /[<>]/.test(fqdn)),
        [],
      );
      const names = destinations.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
    });
  }

  it("states what matters for what is asked for, and no more", () => {
    const beginnings = (sources: UpdateSourcesArgs, asked: Partial<Asked>) =>
      statementsFor(designed(sources, asked.cloud), { ...alone, ...asked }).map(({ statement }) =>
        statement.split(" ").slice(0, 4).join(" "),
      );
    const always = ["Update Manager needs nothing", "An Azure VM needs"];
    assert.deepEqual(beginnings({ linuxDistributions: ["Debian"] }, {}), always);
    assert.deepEqual(beginnings({ linuxDistributions: ["Debian"] }, { proxy: true, natGateway: true }), [
      ...always,
      "A proxy lets the",
      "Existing virtual networks, and",
    ]);
    assert.deepEqual(beginnings({ windowsUpdate: true, wsus: { fqdns: ["wsus"] } }, { proxy: true, firewall: true }), [
      ...always,
      "HTTP and HTTPS are",
      "A proxy is set",
      "A proxy lets HTTP",
      "Application rules of Azure",
      "With WSUS as the",
    ]);
    assert.deepEqual(beginnings({ suse: {}, arc: {} }, { cloud: Cloud.USGovernment, firewall: true, proxy: true }), [
      ...always,
      "Registration of SUSE asks",
      "A proxy lets the",
      "All traffic of the",
      "Rules use the global",
      "Since 2025-10-28 Azure Government",
      "Where a pattern within",
      "A Log Analytics gateway",
      "TLS 1.2 and 1.3",
    ]);
    assert.deepEqual(
      beginnings({ arc: { privateLinkScope: true } }, { privateLinkScope: true }).at(-2),
      "With a private link",
    );
  });

  it("hands the marks of statements through", () => {
    assert.deepEqual(statementsFor(designed({ windowsUpdate: true }), alone)[0], {
      statement: "Update Manager needs nothing inbound.",
      documents: ["https://learn.microsoft.com/azure/update-manager/prerequisites"],
      unconfirmed: "Inferred from the lists of endpoints; no document states it as a rule.",
    });
  });
});
