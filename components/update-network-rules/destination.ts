import type * as pulumi from "@pulumi/pulumi";
import { type Conflict, documentUrl, type Fact } from "../../facts/source";

/** The protocol that a machine speaks to a source of updates. */
export const UpdateProtocol = {
  /** HTTP. */
  HTTP: "HTTP",
  /** HTTPS. */
  HTTPS: "HTTPS",
} as const;
export type UpdateProtocol = (typeof UpdateProtocol)[keyof typeof UpdateProtocol];

/** Something that machines reach for their updates, by outbound TCP. */
export interface UpdateDestination {
  /** A name that is stable from one version of the program to the next, such as `windows-update-http`. */
  name: string;
  /** The source of updates that it belongs to, such as `Windows Update`. */
  source: string;
  /** What it is there for. */
  purpose: string;
  /** Host names; a leading `*.` stands for any name below, `*` within a label for any characters. */
  fqdns: string[];
  /** IPv4 addresses and prefixes, every one of which is needed. */
  addresses: string[];
  /** The service tags that cover it, all of them together; none: no tag does. */
  serviceTags: string[];
  /** What is spoken. A port 80 beside 443 is HTTP. */
  protocol: UpdateProtocol;
  /** TCP ports. */
  ports: number[];
  /** Whether machines reach it through the proxy of `proxy` alone. */
  viaProxy: boolean;
  /** Where that is documented. */
  documents: string[];
  /** What no document confirms, where that is so. */
  unconfirmed?: string;
  /** What another document says against it, and why this is followed. */
  conflict?: string;
}

/** An {@link UpdateDestination} some of whose names and addresses may be outputs, with what rules need to know of it. */
export interface Destination extends Omit<UpdateDestination, "fqdns" | "addresses" | "documents" | "conflict"> {
  readonly fqdns: readonly pulumi.Input<string>[];
  readonly addresses: readonly pulumi.Input<string>[];
  readonly fact: Fact;
  /** What rules by address are called: all destinations of one group have the same addresses. */
  readonly group: string;
  /** The place of the group's rule among priorities, see `placeOf`. */
  readonly place: number;
  /** Whether it is a server of one's own: reached directly, and by its addresses where those are given. */
  readonly own: boolean;
  /** The argument that says where it is, or that asks for it. */
  readonly path: string;
}

/** What a destination or statement rests on, as data. */
export function evidence({ source, unconfirmed, conflict }: Fact) {
  return {
    documents: source.map(documentUrl),
    ...(unconfirmed !== undefined && { unconfirmed }),
    ...(conflict !== undefined && { conflict: conflictText(conflict) }),
  };
}

function conflictText({ says, source, resolution }: Conflict): string {
  return `${says} (${documentUrl(source)}) ${resolution}`;
}
