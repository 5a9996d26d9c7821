import { gunzipSync } from "node:zlib";
import { NotKnown, type Properties } from "./properties";
import type { StackResource } from "./resource";

/** A text that a stack gives a machine to run or to configure itself by. It may hold secrets: match it, never show it. */
export class Script {
  constructor(
    readonly resource: StackResource,
    /** Path of the property below its resource. */
    readonly property: string,
    private readonly read: () => string,
  ) {}

  /** The text as the machine reads it; throws {@link NotKnown} where it is not known yet. */
  get text(): string {
    return this.read();
  }
}

/** The resource types that give an Azure VM scripts, besides the VM itself. */
export const scriptedTypes = ["compute:VirtualMachineExtension", "compute:VirtualMachineRunCommandByVirtualMachine"];

/**
 * The scripts in one resource: custom data and user data of a VM, command, script and file addresses of an extension on a
 * VM or an Arc-enabled server (Microsoft.Azure.Extensions CustomScript and its Windows and run command kin), the source of
 * a run command on either.
 */
export function scriptsIn(resource: StackResource): readonly Script[] {
  const { settings, type } = resource;
  if (type === "compute:VirtualMachine") {
    const osProfile = () => settings.object("osProfile");
    return [
      script(resource, "osProfile.customData", () => encoded(osProfile(), "customData")),
      script(resource, "userData", () => encoded(settings, "userData")),
    ];
  }
  if (type === "compute:VirtualMachineExtension") {
    return inExtension(resource, "", () => settings);
  }
  if (type === "hybridcompute:MachineExtension") {
    return inExtension(resource, "properties.", () => settings.object("properties"));
  }
  if (type === "compute:VirtualMachineRunCommandByVirtualMachine" || type === "hybridcompute:MachineRunCommand") {
    const source = () => settings.object("source");
    return [
      script(resource, "source.script", () => source().text("script")),
      script(resource, "source.scriptUri", () => source().text("scriptUri")),
    ];
  }
  return [];
}

function inExtension(resource: StackResource, path: string, properties: () => Properties): readonly Script[] {
  return ["settings", "protectedSettings"].flatMap((name) => {
    const block = () => properties().object(name);
    return [
      script(resource, `${path}${name}.commandToExecute`, () => block().text("commandToExecute")),
      script(resource, `${path}${name}.script`, () => encoded(block(), "script")),
      script(resource, `${path}${name}.fileUris`, () => block().texts("fileUris").join("\n")),
    ];
  });
}

function script(resource: StackResource, property: string, read: () => string | undefined): Script {
  return new Script(resource, property, () => read() ?? "");
}

function encoded(properties: Properties, name: string): string | undefined {
  const given = properties.text(name);
  return given === undefined ? undefined : decodeScript(given, properties.pathOf(name));
}

/** Azure takes 64 KB of custom data; what unpacks to more than this is no script. */
const maximumLength = 16 * 1024 * 1024;

/**
 * The text behind what ARM takes in base64: unpacked where it is gzip, as cloud-init and the script extension accept, and
 * with the base64 parts of a multipart message appended as text. A text that is no base64 is returned as it is.
 */
export function decodeScript(given: string, property: string): string {
  const compact = given.replaceAll(/\s/g, "");
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return given;
  return withDecodedParts(unpack(Buffer.from(compact, "base64"), property));
}

function unpack(bytes: Buffer, property: string): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes, { maxOutputLength: maximumLength }).toString("utf8");
  } catch {
    throw new NotKnown(property, "is gzip data that cannot be unpacked");
  }
}

const encodedPart = /^content-transfer-encoding:[ \t]*base64[ \t]*\r?\n(?:\S.*\r?\n)*\r?\n([A-Za-z0-9+/=\s]+)/gim;

function withDecodedParts(text: string): string {
  const parts = [...text.matchAll(encodedPart)].map(([, part = ""]) => Buffer.from(part, "base64").toString("utf8"));
  return [text, ...parts].join("\n");
}
