import type * as pulumi from "@pulumi/pulumi";
import type { UpdateProtocol } from "./destination";

/** The distributions of Linux whose repositories are public and need no subscription. */
export const LinuxDistribution = {
  /** Ubuntu. */
  Ubuntu: "Ubuntu",
  /** Debian. */
  Debian: "Debian",
  /** Oracle Linux. */
  OracleLinux: "Oracle Linux",
  /** AlmaLinux. */
  AlmaLinux: "AlmaLinux",
  /** Rocky Linux. */
  RockyLinux: "Rocky Linux",
  /** Azure Linux. */
  AzureLinux: "Azure Linux",
} as const;
export type LinuxDistribution = (typeof LinuxDistribution)[keyof typeof LinuxDistribution];

/** Servers of Windows Server Update Services (WSUS). */
export interface WsusServersArgs {
  /** Their host names. Default: none; a firewall needs names or addresses. */
  fqdns?: pulumi.Input<string>[];
  /** Their IPv4 addresses. Default: none; a network security group needs them. */
  addresses?: pulumi.Input<string>[];
  /** The port for HTTP, which carries the updates themselves even where HTTPS is on. Default: 8530. */
  httpPort?: number;
  /** The port for HTTPS. Default: 8531. */
  httpsPort?: number;
}

/** The update infrastructure of SUSE, for pay-as-you-go machines of SUSE Linux Enterprise Server. */
export interface SuseUpdateInfrastructureArgs {
  /**
   * The addresses of all region servers and update servers of the machines' region. Its servers can't be named, so that
   * no rule can be written without: `pint microsoft servers --json --region <region>` prints them, and
   * https://opensource.suse.com/premium-support/helper shows them. Default: none.
   */
  addresses?: pulumi.Input<string>[];
  /** Whether machines have `httpsOnly = true` in /etc/regionserverclnt.cfg, and so do without port 80. Default: false. */
  httpsOnly?: boolean;
}

/** A repository or subscription server of one's own: a mirror, Satellite, RMT, Landscape. */
export interface PrivateRepositoryArgs {
  /** What its rules are called: lower-case letters, digits and hyphens. */
  name: string;
  /** Its host names. Default: none; a firewall needs names or addresses. */
  fqdns?: pulumi.Input<string>[];
  /** Its IPv4 addresses or prefixes. Default: none; a network security group needs them. */
  addresses?: pulumi.Input<string>[];
  /** What is spoken. Default: `HTTPS`. */
  protocol?: UpdateProtocol;
  /** Its port. Default: 443, with `HTTP` 80. */
  port?: number;
}

/** What Arc-enabled servers need beyond being managed and patched once they are connected. */
export interface ArcEndpointsArgs {
  /** Whether the agent is downloaded, or upgrades itself. Default: false. */
  installation?: boolean;
  /** Whether servers connect themselves to Arc or leave it. Default: false. */
  connection?: boolean;
  /** Whether servers take hotpatches or are paid for by Azure, so that licences are validated. Default: false. */
  hotpatching?: boolean;
  /** Whether servers get Extended Security Updates through Arc. Default: false. */
  extendedSecurityUpdates?: boolean;
  /** Whether servers use a private link scope, so that two of the names become private. Default: false. */
  privateLinkScope?: boolean;
}

/** Where updates come from. At least one source is needed. */
export interface UpdateSourcesArgs {
  /** Windows Update. Default: false. */
  windowsUpdate?: boolean;
  /** Microsoft Update, for other products of Microsoft. It has the endpoints of Windows Update. Default: false. */
  microsoftUpdate?: boolean;
  /** Servers of WSUS. Windows machines that use them need no public endpoint. Default: none. */
  wsus?: WsusServersArgs;
  /** Red Hat Update Infrastructure, for pay-as-you-go machines of Red Hat Enterprise Linux. Default: false. */
  rhui?: boolean;
  /** The update infrastructure of SUSE, for pay-as-you-go machines; `{}` where no rule is made. Default: none. */
  suse?: SuseUpdateInfrastructureArgs;
  /** Distributions of Linux with public repositories. Default: none. */
  linuxDistributions?: LinuxDistribution[];
  /** Ubuntu Pro, beside Ubuntu. Default: false. */
  ubuntuPro?: boolean;
  /** Repositories and subscription servers of one's own, at most 32. Default: none. */
  privateRepositories?: PrivateRepositoryArgs[];
  /** The endpoints of Azure Arc-enabled servers; `{}` for servers that are connected. Default: none. */
  arc?: ArcEndpointsArgs;
}
