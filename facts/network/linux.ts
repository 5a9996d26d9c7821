import { Cloud } from "../cloud";
import { arcServers, azureDocs, updateManager } from "../documents";
import type { Distribution } from "../images/distributions";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";
import type { Endpoint } from "./endpoint";
import { fqdnTags } from "./fqdn-tags";
import { rhuiEndpoint, rhuiEndpointChina, rhuiEndpointUSGovernment } from "./rhui";

const susePages = [
  "https://opensource.suse.com/premium-support/helper",
  "https://www.suse.com/c/azure-public-cloud-update-infrastructure-101/",
] as const;
const suseServers =
  "The servers can't be named: `pint microsoft servers --json --region <region>` (package susepubliccloudinfo) prints their addresses, at least two region servers and three update servers a region, and all of them are needed.";

/** How many servers of SUSE's update infrastructure a region has at least; a machine needs all of its region's. */
export const suseServerCount = {
  regionServers: 2,
  updateServers: 3,
  source: source(...susePages),
  unconfirmed: "Counted in the answers of pint; no document of SUSE states a number for each region.",
} as const satisfies Fact & Record<string, unknown>;

/** The FQDN tags whose documented names are all of Microsoft: whatever names SUSE's servers have, they are none of these. */
const tagsOfMicrosoft = fqdnTags.map(({ tag }) => tag);

/** What a pay-as-you-go machine of SUSE Linux Enterprise Server reaches; the places are addresses of each region. */
export const suseEndpoints: readonly Endpoint[] = [
  {
    fqdns: [],
    protocol: "HTTPS",
    ports: [443],
    otherFqdnTags: tagsOfMicrosoft,
    purpose: `the update infrastructure of SUSE. ${suseServers}`,
    source: source(...susePages, azureDocs("sap/center-sap-solutions/prepare-network")),
  },
  {
    fqdns: [],
    protocol: "HTTP",
    ports: [80],
    otherFqdnTags: tagsOfMicrosoft,
    purpose: `the update infrastructure of SUSE, unless httpsOnly = true is set in /etc/regionserverclnt.cfg. ${suseServers}`,
    source: source(...susePages),
  },
];

/** What an Ubuntu machine reaches. */
export const ubuntuEndpoints: readonly Endpoint[] = [
  {
    fqdns: ["azure.archive.ubuntu.com", "security.ubuntu.com", "changelogs.ubuntu.com"],
    protocol: "HTTP",
    ports: [80],
    purpose: "packages of Ubuntu",
    source: source(azureDocs("aks/limit-egress-traffic")),
  },
  {
    fqdns: ["archive.ubuntu.com", "ports.ubuntu.com"],
    protocol: "HTTP",
    ports: [80],
    purpose: "packages of Ubuntu from its own mirrors; ports.ubuntu.com for Arm64",
    source: source(azureDocs("aks/limit-egress-traffic")),
    unconfirmed: "No document says when an image for Azure uses them.",
  },
];

/** What an Ubuntu machine reaches for Ubuntu Pro, beside {@link ubuntuEndpoints}. */
export const ubuntuProEndpoint: Endpoint = {
  fqdns: ["contracts.canonical.com", "esm.ubuntu.com"],
  protocol: "HTTPS",
  ports: [443],
  purpose: "Ubuntu Pro: the subscription, and packages of Expanded Security Maintenance",
  source: source("https://documentation.ubuntu.com/pro-client/en/docs/references/network_requirements/"),
};

/** What a Debian machine reaches. */
export const debianEndpoints: readonly Endpoint[] = [
  {
    fqdns: ["debian-archive.trafficmanager.net"],
    protocol: "HTTP",
    ports: [80],
    purpose: "packages of Debian",
    source: source(azureDocs("virtual-machines/linux/debian-create-upload-vhd")),
  },
  {
    fqdns: ["deb.debian.org", "security.debian.org"],
    protocol: "HTTP",
    ports: [80],
    purpose: "packages of Debian from its own mirrors",
    source: source(azureDocs("virtual-machines/linux/debian-create-upload-vhd")),
    unconfirmed: "No document says when an image for Azure uses them.",
  },
];

const undocumented = (purpose: string, site: string, ...fqdns: string[]): readonly Endpoint[] => [
  {
    fqdns,
    protocol: "HTTPS",
    ports: [443],
    purpose,
    source: source(site),
    unconfirmed: "The distribution's own host names; no document of Azure lists what its images use.",
  },
];

/** What a machine of each distribution of Linux reaches in the public cloud to get its updates, where that is known. */
export const linuxEndpoints: Readonly<Partial<Record<Distribution, readonly Endpoint[]>>> = {
  "Red Hat Enterprise Linux": [rhuiEndpoint],
  "SUSE Linux Enterprise Server": suseEndpoints,
  Ubuntu: ubuntuEndpoints,
  Debian: debianEndpoints,
  // yum-<region>.oracle.com serves machines of Oracle's own cloud alone.
  "Oracle Linux": undocumented("packages of Oracle Linux", "https://yum.oracle.com", "yum.oracle.com"),
  AlmaLinux: undocumented(
    "packages of AlmaLinux",
    "https://repo.almalinux.org",
    "repo.almalinux.org",
    "mirrors.almalinux.org",
  ),
  "Rocky Linux": undocumented(
    "packages of Rocky Linux",
    "https://dl.rockylinux.org",
    "dl.rockylinux.org",
    "mirrors.rockylinux.org",
  ),
  "Azure Linux": [
    {
      fqdns: ["packages.microsoft.com"],
      protocol: "HTTPS",
      ports: [443],
      purpose: "packages of Azure Linux",
      source: source(arcServers("includes/network-requirements")),
      unconfirmed:
        "The article has the host for packages of the agent; that it serves those of Azure Linux is not stated.",
    },
  ],
};

/** The endpoints of Red Hat Enterprise Linux in each cloud. */
export const rhuiEndpoints: Readonly<Record<Cloud, Endpoint>> = {
  [Cloud.Public]: rhuiEndpoint,
  [Cloud.USGovernment]: rhuiEndpointUSGovernment,
  [Cloud.China]: rhuiEndpointChina,
};

/** How Linux machines get their updates, beyond names and ports. */
export const linuxNetworkStatements = {
  privateRepository: statement(
    "A private or local repository is used where one is set up: then the machine reaches that.",
    source(updateManager("workflow-update-manager")),
  ),
  proxy: statement("A proxy lets the repositories of packages through.", source(updateManager("troubleshoot"))),
  suseMetadata: statement(
    "Registration of SUSE asks the instance metadata service at 169.254.169.254 for the region.",
    source(...susePages),
  ),
  suseHost: statement("Machines of SUSE have smt-azure.susecloud.net in /etc/hosts.", source(...susePages), {
    unconfirmed: "Seen on machines; no document states it.",
  }),
} as const satisfies Record<string, Statement>;
