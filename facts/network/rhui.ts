import { computeDocs } from "../documents";
import { type Fact, source } from "../source";
import { type Statement, statement } from "../statement";
import type { Endpoint } from "./endpoint";

const article = computeDocs("virtual-machines/workloads/redhat/redhat-rhui");

/** A content server of Red Hat Update Infrastructure (RHUI) 4. */
export interface RhuiServer extends Fact {
  readonly region: string;
  readonly address: string;
}

/** The content servers of RHUI 4. A machine may be sent to any of them, so each one must be reachable. */
export const rhuiServers: readonly RhuiServer[] = [
  { region: "West Europe", address: "52.136.197.163", source: source(article) },
  { region: "South Central US", address: "20.225.226.182", source: source(article) },
  { region: "East US", address: "52.142.4.99", source: source(article) },
  { region: "Australia East", address: "20.248.180.252", source: source(article) },
  { region: "Southeast Asia", address: "20.24.186.80", source: source(article) },
];

/** What a pay-as-you-go machine of Red Hat Enterprise Linux reaches to get its updates. */
export const rhuiEndpoint: Endpoint = {
  fqdns: [
    "rhui-1.microsoft.com",
    "rhui-2.microsoft.com",
    "rhui-3.microsoft.com",
    "rhui-4.microsoft.com",
    "rhui4-1.microsoft.com",
  ],
  addresses: rhuiServers.map(({ address }) => address),
  protocol: "HTTPS",
  ports: [443],
  purpose: "Red Hat Update Infrastructure",
  source: source(article),
};

/** The same in Azure Government, whose images use the addresses of the public cloud. */
export const rhuiEndpointUSGovernment: Endpoint = {
  ...rhuiEndpoint,
  unconfirmed: "Stated by an earlier revision of the article, for images since January 2020.",
};

/** The same in Azure operated by 21Vianet. */
export const rhuiEndpointChina: Endpoint = {
  fqdns: [],
  protocol: "HTTPS",
  ports: [443],
  purpose: "Red Hat Update Infrastructure",
  source: source(article),
  unconfirmed: "No names or addresses are documented for China.",
};

/** Addresses that clients of RHUI no longer use: an allow list that holds these alone lets nothing through. */
export const retiredRhuiAddresses = {
  publicCloud: ["13.91.47.76", "40.85.190.91", "52.187.75.218", "52.174.163.213", "52.237.203.198"],
  usGovernment: ["13.72.186.193", "13.72.14.155", "52.244.249.194"],
  germany: ["51.5.243.77", "51.4.228.145"],
  /** When clients of RHUI 3 were sent to RHUI 4, and after which day the addresses of Azure Government were given up. */
  retired: { publicCloud: "2023-10-12", usGovernment: "2023-04-10" },
  source: source(article),
} as const satisfies Fact & Record<string, unknown>;

/** How RHUI serves its clients. */
export const rhuiStatements = {
  azureSourcesOnly: statement(
    "RHUI answers machines alone whose source address is one of an Azure datacenter: forced tunnelling through one's own network breaks it. Where the default route leads elsewhere, routes with next hop Internet take every RHUI address out directly.",
    source(article),
  ),
  payAsYouGoOnly: statement(
    "RHUI serves pay-as-you-go images alone; images with a subscription of one's own (rhel-byos) use Red Hat Subscription Manager or Satellite.",
    source(article),
  ),
  extendedUpdateSupport: statement(
    "A SKU with a minor version gets Extended Update Support and stays at that version; X-LVM and X-RAW do not.",
    source(article),
  ),
} as const satisfies Record<string, Statement>;
