import { patchSettingsPaths } from "../../facts/machine-settings";
import { OperatingSystem } from "../../facts/operating-system";
import { sameName } from "./arm-id";
import type { Machine } from "./machine";
import { NotKnown, type Properties } from "./properties";
import type { StackResource } from "./resource";
import { attempt, firstOf } from "./three-valued";

/** The type of the component of this project that connects a server, and takes up its resource. */
export const arcServerComponent = "pulumi-azure-update-manager:index:ArcServer";

/** The system that a server runs, and the property that tells it. */
export interface NamedSystem {
  readonly name: string;
  readonly property: string;
}

/** An Arc-enabled server of the stack. Every getter throws {@link NotKnown} where its value is not known yet. */
export class ArcServer implements Machine {
  readonly kind = "arc";

  constructor(
    readonly resource: StackResource,
    /** The component that declares the server; `undefined` where none of this project's does. */
    private readonly component?: StackResource,
  ) {}

  get settings(): Properties {
    return this.resource.settings;
  }

  /** The configuration block of the given system, whether or not it is the server's own. */
  configurationOf(operatingSystem: OperatingSystem): Properties {
    const path = patchSettingsPaths.find(
      (each) => each.machineKind === "arc" && each.operatingSystem === operatingSystem,
    );
    return (path?.pulumiPath ?? "").split(".").reduce((properties, name) => properties.object(name), this.settings);
  }

  /** The operating system: as the resource says, as the one configuration block that it has, or as its agent reports. */
  get operatingSystem(): OperatingSystem {
    const operatingSystem = firstOf(
      () => asOperatingSystem(this.settings.text("osType")),
      () => asOperatingSystem(this.component?.settings.text("operatingSystem")),
      () => asOperatingSystem(this.reported((outputs) => outputs.text("osType") ?? outputs.text("osName"))),
      () => {
        const [only, another] = Object.values(OperatingSystem).filter((each) => this.configurationOf(each).exist);
        return another === undefined ? only : undefined;
      },
    );
    if (operatingSystem !== undefined) return operatingSystem;
    throw new NotKnown("osType", "is not given, and the OS profile does not tell the system");
  }

  /** Whether the server asks for hotpatching, which exists on Windows only. */
  get asksForHotpatching(): boolean {
    return this.configurationOf(OperatingSystem.Windows).boolean("enableHotpatching") ?? false;
  }

  /** The system with its version: as the agent reports it, or as the component is told; `undefined` where neither is. */
  get system(): NamedSystem | undefined {
    const reported = this.reported((outputs) => outputs.text("osSku"));
    if (reported !== undefined && reported !== "") return { name: reported, property: "osSku" };
    return this.component === undefined ? undefined : systemOf(this.component);
  }

  /**
   * What only the agent on the server tells; `undefined` before it does. No deployment makes that known, so that it is
   * nothing that a preview waits for.
   */
  reported<T>(read: (outputs: Properties) => T | undefined): T | undefined {
    const value = attempt(() => read(this.resource.outputs));
    return value instanceof NotKnown ? undefined : value;
  }

  /** Whether a component is the one that declares the server. */
  static isDeclaredBy({ urn }: StackResource, component: StackResource): boolean {
    const [stack, project, type = "", ...name] = component.urn.split("::");
    const [ownStack, ownProject, ownType = "", ...ownName] = urn.split("::");
    return (
      stack === ownStack &&
      project === ownProject &&
      name.join("::") === ownName.join("::") &&
      ownType.startsWith(`${type}$`) &&
      !ownType.slice(type.length + 1).includes("$")
    );
  }
}

/** The system that a component is told its server runs; `undefined` where it is not. */
export function systemOf(component: StackResource): NamedSystem | undefined {
  const name = component.settings.text("system");
  return name === undefined ? undefined : { name, property: "system" };
}

function asOperatingSystem(value: string | undefined): OperatingSystem | undefined {
  return value === undefined ? undefined : Object.values(OperatingSystem).find((each) => sameName(each, value));
}
