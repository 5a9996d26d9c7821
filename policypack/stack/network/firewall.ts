import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import type { Decision, Flow, Resources } from "./flow";

/** An Azure Firewall of the stack, with the rules of its policy, or its own where it has none. */
export class Firewall {
  constructor(
    readonly resource: StackResource,
    protected readonly stack: Resources,
  ) {}

  /**
   * What it does with a connection that reaches it, and by which rule, or by the default, which denies. Throws
   * {@link NotKnown} where what is not known decides.
   */
  decide(_flow: Flow): Decision {
    throw new NotKnown("firewallPolicy", "is not judged yet");
  }
}
