import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import type { Flow, Resources } from "./flow";

/** Where a route sends what it matches. */
export const NextHop = {
  VirtualNetworkGateway: "VirtualNetworkGateway",
  VnetLocal: "VnetLocal",
  Internet: "Internet",
  VirtualAppliance: "VirtualAppliance",
  None: "None",
} as const;
export type NextHop = (typeof NextHop)[keyof typeof NextHop];

/** A route that a connection takes. */
export interface Route {
  /** Its name, as Azure has it, or that of its resource in the program. */
  readonly name: string;
  readonly nextHopType: NextHop;
  /** The address of the appliance, for the next hop `VirtualAppliance`; throws {@link NotKnown} where it is not known. */
  readonly nextHopIpAddress: () => string | undefined;
  /** The resource that it is part of; `undefined` for a route of Azure's own. */
  readonly resource: StackResource | undefined;
  /** Path of the route in this resource; `undefined` for one of Azure's own and for one that is a resource of its own. */
  readonly property: string | undefined;
  /** The route in words for a message, for example `route "default" of route table spokes`. */
  readonly description: string;
}

/** The routes of a subnet: those of its route table, where it has one, and those that Azure gives every subnet. */
export class RouteTable {
  constructor(
    /** The route table; `undefined` for a subnet without one, which has Azure's own routes alone. */
    readonly resource: StackResource | undefined,
    protected readonly stack: Resources,
  ) {}

  /**
   * The route that a connection takes. Routes that a gateway learns over BGP are not among them. Throws {@link NotKnown}
   * where what is not known decides.
   */
  routeTo(_flow: Flow): Route {
    throw new NotKnown("routes", "is not judged yet");
  }

  /** The prefixes of the routes of one's own, which the service tag `VirtualNetwork` may have; those not known are left out. */
  get prefixes(): readonly string[] {
    return [];
  }
}
