import assert from "node:assert/strict";
import { designUpdateNetworkRules } from "../../../components/update-network-rules/design";
import type { Cloud } from "../../../facts/cloud";
import type { UpdateSourcesArgs } from "../../../index";

const from = { sourceAddresses: ["10.0.1.0/24"] };

function rules(sources: UpdateSourcesArgs, cloud?: Cloud) {
  const { firewall } = designUpdateNetworkRules("updates", { sources, cloud, ...from, azureFirewall: {} });
  return firewall?.rules;
}

const names = (sources: UpdateSourcesArgs, cloud?: Cloud) =>
  (rules(sources, cloud)?.applicationRules ?? []).flatMap(({ targetFqdns = [] }) => targetFqdns);

describe("the rules of a firewall", () => {
  it("let Windows Update and Microsoft Update through by the FQDN tag", () => {
    assert.deepEqual(rules({ windowsUpdate: true, microsoftUpdate: true }), {
      applicationRules: [
        {
          name: "windows-update",
          description: "Windows Update and Microsoft Update",
          ...from,
          protocols: [
            { protocolType: "Http", port: 80 },
            { protocolType: "Https", port: 443 },
          ],
          fqdnTags: ["WindowsUpdate"],
        },
      ],
      networkRules: [],
    });
  });

  it("let it through by names in other clouds, of which the tag is not documented", () => {
    assert.deepEqual(rules({ microsoftUpdate: true }, "usgovernment")?.applicationRules, [
      {
        name: "windows-update-http",
        description: "Microsoft Update: downloads of Windows updates",
        ...from,
        protocols: [{ protocolType: "Http", port: 80 }],
        targetFqdns: ["*.windowsupdate.com", "*.dl.delivery.mp.microsoft.com", "emdl.ws.microsoft.com"],
      },
      {
        name: "windows-update-https",
        description: "Microsoft Update: metadata of Windows updates",
        ...from,
        protocols: [{ protocolType: "Https", port: 443 }],
        targetFqdns: [
          "*.delivery.mp.microsoft.com",
          "*.prod.do.dsp.mp.microsoft.com",
          "*.update.microsoft.com",
          "tsfe.trafficshaping.dsp.mp.microsoft.com",
        ],
      },
    ]);
  });

  it("name the servers of RHUI, whose addresses may change", () => {
    assert.deepEqual(rules({ rhui: true }), {
      applicationRules: [
        {
          name: "rhui-https",
          description: "RHUI: Red Hat Update Infrastructure",
          ...from,
          protocols: [{ protocolType: "Https", port: 443 }],
          targetFqdns: [
            "rhui-1.microsoft.com",
            "rhui-2.microsoft.com",
            "rhui-3.microsoft.com",
            "rhui-4.microsoft.com",
            "rhui4-1.microsoft.com",
          ],
        },
      ],
      networkRules: [],
    });
  });

  it("have the addresses of SUSE's servers, which have no names, and of one's own", () => {
    const suse = { addresses: ["192.0.2.10", "192.0.2.11"], httpsOnly: true };
    const wsus = { fqdns: ["wsus.example.com"], addresses: ["10.0.3.4"], httpPort: 80, httpsPort: 443 };
    assert.deepEqual(rules({ suse, wsus }), {
      applicationRules: [],
      networkRules: [
        {
          name: "wsus-http",
          description: "WSUS: the WSUS server",
          ...from,
          protocols: ["TCP"],
          destinationAddresses: ["10.0.3.4"],
          destinationPorts: ["80"],
        },
        {
          name: "wsus-https",
          description: "WSUS: the WSUS server",
          ...from,
          protocols: ["TCP"],
          destinationAddresses: ["10.0.3.4"],
          destinationPorts: ["443"],
        },
        {
          name: "suse-https",
          description: "SUSE: the update infrastructure of SUSE",
          ...from,
          protocols: ["TCP"],
          destinationAddresses: ["192.0.2.10", "192.0.2.11"],
          destinationPorts: ["443"],
        },
      ],
    });
  });

  it("name servers of one's own that have no address, on their port and protocol", () => {
    const privateRepositories = [
      { name: "mirror", fqdns: ["*.mirror.example.com"], protocol: "HTTP", port: 8080 },
    ] as const;
    assert.deepEqual(rules({ privateRepositories: [{ ...privateRepositories[0], fqdns: ["*.mirror.example.com"] }] }), {
      applicationRules: [
        {
          name: "repository-mirror",
          description: "private repository mirror: a repository of one's own",
          ...from,
          protocols: [{ protocolType: "Http", port: 8080 }],
          targetFqdns: ["*.mirror.example.com"],
        },
      ],
      networkRules: [],
    });
  });

  it("write names as a firewall takes them: `*` at the left end alone, and no path", () => {
    assert.deepEqual(names({ arc: { extendedSecurityUpdates: true } }).slice(-5), [
      "*.guestnotificationservice.azure.com",
      "*.servicebus.windows.net",
      "*.blob.core.windows.net",
      "www.microsoft.com",
      "login.windows.net",
    ]);
    const { applicationRules = [] } = rules({ arc: { extendedSecurityUpdates: true } }) ?? {};
    assert.deepEqual(applicationRules.find(({ name }) => name === "arc-www-microsoft-com-pkiops-certs")?.protocols, [
      { protocolType: "Http", port: 80 },
      { protocolType: "Https", port: 443 },
    ]);
  });

  it("have the names of each cloud for Arc, and not those that a private link scope makes private", () => {
    assert.deepEqual(names({ arc: {} }, "usgovernment"), [
      "login.microsoftonline.us",
      "pasff.usgovcloudapi.net",
      "*.his.arc.azure.us",
      "*.guestconfiguration.azure.us",
      "*.blob.core.usgovcloudapi.net",
    ]);
    assert.deepEqual(names({ arc: { privateLinkScope: true, installation: true, connection: true } }), [
      "download.microsoft.com",
      "packages.microsoft.com",
      "login.microsoftonline.com",
      "*.login.microsoft.com",
      "pas.windows.net",
      "management.azure.com",
      "guestnotificationservice.azure.com",
      "*.guestnotificationservice.azure.com",
      "*.servicebus.windows.net",
      "*.blob.core.windows.net",
    ]);
  });

  it("take priorities that no other collection has", () => {
    const args = { sources: { rhui: true }, ...from };
    const design = designUpdateNetworkRules("updates", {
      ...args,
      resourceGroupName: "rg",
      azureFirewall: { existingPriorities: [1000, 1001] },
      firewallPolicy: { firewallPolicyName: "egress", existingPriorities: [100, 1000] },
    });
    assert.equal(design.firewall?.priority, 1002);
    assert.deepEqual(design.firewall?.group, { name: "updates", priority: 1001 });
  });
});
