import assert from "node:assert/strict";
import { problemsOf } from "./problems-of";

const arcPage = "https://learn.microsoft.com/azure/azure-arc/servers/network-requirements";

describe("sources of updates that are refused:", () => {
  for (const [what, args, problems] of [
    [
      "distributions that it does not know or has already",
      { sources: { linuxDistributions: ["Ubuntu", "CentOS", "Ubuntu"] } },
      [
        'sources.linuxDistributions[1]: "CentOS" is not one of "Ubuntu", "Debian", "Oracle Linux", "AlmaLinux", "Rocky Linux" or "Azure Linux".',
        'sources.linuxDistributions[2]: "Ubuntu" is there already: leave it out.',
      ],
    ],
    [
      "WSUS that is nowhere, with ports that are none or one",
      { sources: { wsus: { httpPort: 0, httpsPort: 70000 } } },
      [
        "sources.wsus: give its fqdns, its addresses or both: rules need to know where it is.",
        "sources.wsus.httpPort: 0 is not a port: a whole number from 1 to 65535.",
        "sources.wsus.httpsPort: 70000 is not a port: a whole number from 1 to 65535.",
      ],
    ],
    [
      "one port for both of WSUS's",
      { sources: { wsus: { fqdns: ["wsus"], httpPort: 8531 } } },
      ["sources.wsus.httpsPort: 8531 is the port for HTTP already: give another."],
    ],
    [
      "private repositories without names, twice or of another protocol",
      {
        sources: {
          privateRepositories: [
            { name: "Mirror!", fqdns: ["not a host"], addresses: ["::1"] },
            { name: "a", fqdns: ["a.example.com"], protocol: "FTP" },
            { name: "a", fqdns: ["*.example.com"], port: 1.5 },
          ],
        },
      },
      [
        'sources.privateRepositories[0].name: "Mirror!" is not a name of at most 40 lower-case letters, digits and hyphens between those.',
        'sources.privateRepositories[0].fqdns[0]: "not a host" is not a host name, such as "updates.example.com".',
        'sources.privateRepositories[0].addresses[0]: "::1" is not an IPv4 address, such as "10.0.1.4", or a prefix, such as "10.0.1.0/24".',
        'sources.privateRepositories[1].protocol: "FTP" is not one of "HTTP" or "HTTPS".',
        'sources.privateRepositories[2].name: "a" is the name of another one: give each its own.',
        "sources.privateRepositories[2].port: 1.5 is not a port: a whole number from 1 to 65535.",
      ],
    ],
    [
      "too many private repositories",
      {
        sources: {
          privateRepositories: Array.from({ length: 33 }, (_, index) => ({ name: `r${index}`, fqdns: ["r"] })),
        },
      },
      ["sources.privateRepositories: there are 33 of them: one set of rules has at most 32."],
    ],
    [
      "RHUI where no server of it is documented",
      { cloud: "china", sources: { rhui: true } },
      [
        'sources.rhui: no names or addresses of its servers are documented for the cloud "china": list the servers that the machines use in sources.privateRepositories.',
      ],
    ],
    [
      "what Arc is not documented to have in a cloud",
      {
        cloud: "china",
        sources: { arc: { hotpatching: true, extendedSecurityUpdates: true, privateLinkScope: true } },
      },
      [
        `sources.arc.hotpatching: no endpoint of it is documented for the cloud "china": leave it out. See ${arcPage}`,
        `sources.arc.extendedSecurityUpdates: no endpoint of it is documented for the cloud "china": leave it out. See ${arcPage}`,
        `sources.arc.privateLinkScope: what it makes private is not documented for the cloud "china": leave it out. See ${arcPage}`,
      ],
    ],
  ] as const) {
    it(what, () => assert.deepEqual(problemsOf(args), problems));
  }
});
