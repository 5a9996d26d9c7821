import { nameOf } from "./classic/words";
import { NotKnown, Properties } from "./properties";
import { attempt } from "./three-valued";

/** What the engine tells of one resource, free of `@pulumi/policy` types, with links as URNs. */
export interface ResourceRecord {
  readonly urn: string;
  readonly name: string;
  /** Type token as the engine has it, for example `azure-native:compute/v20240301:VirtualMachine`. */
  readonly type: string;
  /** Type token of the resource in the classic provider, where it was made into one of azure-native. */
  readonly classicType?: string;
  /** The inputs the provider has checked; absent where the engine never showed them. */
  readonly inputs?: object;
  /** The outputs; on a first preview they hold what the provider expects, unknown wherever no input is given. */
  readonly outputs: object;
  /** URNs of the resources that a top-level input was computed from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** Properties whose changes the program has Pulumi ignore. Default: none. */
  readonly ignoreChanges?: readonly string[];
  /** The configuration of the resource's provider, such as `subscriptionId`; absent where the engine does not show it. */
  readonly provider?: object;
}

/** One Azure resource of the stack, as rules see it. */
export class StackResource {
  /**
   * The settings of the resource: its inputs, or its outputs where the engine shows no inputs. Only inputs tell an absent
   * setting from one that Azure fills in later, and only they have path parameters such as `resourceGroupName`
   * (azure-native, provider/pkg/convert/previewOutputs.go).
   */
  readonly settings: Properties;
  /** Whether the settings are inputs, and not what the service has made of them. */
  readonly hasInputs: boolean;
  /** What only the deployed resource has, such as `id`. */
  readonly outputs: Properties;
  /** Properties whose changes the program has Pulumi ignore. */
  readonly ignoreChanges: readonly string[];
  /** The configuration of the resource's provider, such as `subscriptionId`. */
  readonly provider: Properties;

  constructor(
    private readonly record: ResourceRecord,
    /** azure-native module and resource, for example `compute:VirtualMachine`, whatever API version the token names. */
    readonly type: string,
    private readonly resolve: (urn: string) => StackResource | undefined,
    /** The names of all resources of the stack, by which messages call them. */
    readonly namesInStack: ReadonlySet<string>,
  ) {
    const inputs = record.inputs !== undefined && Object.keys(record.inputs).length > 0 ? record.inputs : undefined;
    this.hasInputs = inputs !== undefined;
    this.settings = Properties.of(inputs ?? record.outputs);
    this.outputs = Properties.of(record.outputs);
    this.ignoreChanges = record.ignoreChanges ?? [];
    this.provider = Properties.of(record.provider ?? {});
  }

  get urn(): string {
    return this.record.urn;
  }

  /** Type token in the classic provider, `@pulumi/azure`; `undefined` for a resource of azure-native. */
  get classicType(): string | undefined {
    return this.record.classicType;
  }

  /**
   * The API version that the type token names, such as `2023-07-01`; `undefined` where the token leaves it to azure-native,
   * whose versions have defaults of their own.
   */
  get apiVersion(): string | undefined {
    const [, year, month, day, suffix] = /[/_]v(\d{4})(\d{2})(\d{2})([a-z]*):/.exec(this.record.type) ?? [];
    return year === undefined ? undefined : `${year}-${month}-${day}${suffix === "" ? "" : `-${suffix}`}`;
  }

  /** The resource's name in the Pulumi program. */
  get name(): string {
    return this.record.name;
  }

  /** A value of this resource, for a verdict on another one: what is not known of it names it. */
  quoted<T>(read: () => T): T {
    const value = attempt(read);
    if (!(value instanceof NotKnown)) return value;
    const property = this.classicType === undefined ? value.property : nameOf(this.classicType, value.property);
    throw new NotKnown(property, `of ${this.name} ${value.because}`);
  }

  /** The resources of a type that a top-level input of this one was computed from. */
  sourcesOf(property: string, ...types: readonly string[]): readonly StackResource[] {
    return this.allSourcesOf(property).filter(({ type }) => types.includes(type));
  }

  /** The Azure resources, of whatever type, that a top-level input of this one was computed from. */
  allSourcesOf(property: string): readonly StackResource[] {
    return (this.record.propertyDependencies[property] ?? [])
      .map(this.resolve)
      .filter((resource) => resource !== undefined);
  }
}

/** Whether the id of a resource is known only after deployment. */
export function hasNoIdYet({ outputs }: StackResource): boolean {
  return attempt(() => outputs.text("id")) instanceof NotKnown;
}

const token = /^azure-native(?:_\w+)?:(\w+)(?:\/v\w+)?:(\w+)$/;

/**
 * The azure-native module and resource that a type token names, as `module:Resource`, for the default API version
 * (`azure-native:compute:VirtualMachine`), for the explicit ones of azure-native 2 (`azure-native:compute/v20240301:VirtualMachine`)
 * and for the local packages of azure-native 3 (`azure-native_compute_v20240301:compute:VirtualMachine`);
 * `undefined` for other providers' tokens.
 */
export function azureNativeType(type: string): string | undefined {
  const match = token.exec(type);
  return match === null ? undefined : `${match[1]}:${match[2]}`;
}
