import type { Fact } from "../source";

/** Something that a machine reaches by an outbound TCP connection. */
export interface Endpoint extends Fact {
  /**
   * Host names. A leading `*.` stands for any name below, `*` within a label for any characters, `<region>` for the
   * region of the machine.
   */
  readonly fqdns: readonly string[];
  /** IPv4 addresses, every one of which is needed, where they are documented. */
  readonly addresses?: readonly string[];
  readonly protocol: "HTTP" | "HTTPS";
  readonly ports: readonly number[];
  /** The service tags by which network rules can name it, where there are any. */
  readonly serviceTags?: readonly string[];
  /** The FQDN tags of Azure Firewall that are for other names, where its own are not documented to tell. */
  readonly otherFqdnTags?: readonly string[];
  readonly purpose: string;
}
