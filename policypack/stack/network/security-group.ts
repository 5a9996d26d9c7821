import { NotKnown } from "../properties";
import type { StackResource } from "../resource";
import type { Decision, Flow, Resources } from "./flow";

/** A network security group of the stack, with the rules that it has itself and those that are resources of their own. */
export class SecurityGroup {
  constructor(
    readonly resource: StackResource,
    protected readonly stack: Resources,
  ) {}

  /**
   * What it does with an outbound connection, and by which rule: a rule of its own or one of Azure's default rules.
   * Throws {@link NotKnown} where what is not known decides.
   */
  decide(_flow: Flow): Decision {
    throw new NotKnown("securityRules", "is not judged yet");
  }
}
