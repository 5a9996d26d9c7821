import { agentSettings, configCommands } from "../../facts/arc-agent";
import { extensionLists } from "../../facts/extensions";
import { OperatingSystem } from "../../facts/operating-system";
import type { ArcServer } from "./arc-server";
import { sameName } from "./arm-id";
import { NotKnown, type Properties } from "./properties";
import type { Script } from "./scripts";

/** A list of extensions, as `publisher/type`. */
export interface ExtensionList {
  readonly names: readonly string[];
  /** Whether these are all: a script may add to a list that only the server has. */
  readonly isWhole: boolean;
}

/** The settings of an agent that decide which extensions it lets in; what is not set is left as it is. */
export interface AgentConfiguration {
  /** The operating system of the server; `undefined` where nothing tells it. */
  operatingSystem(): OperatingSystem | undefined;
  allowList(): ExtensionList | undefined;
  blockList(): ExtensionList | undefined;
  mode(): string | undefined;
  extensionsEnabled(): string | undefined;
  /** The property that has a setting: the script, or what the agent reports of it. */
  propertyOf(setting: string): string;
  /** Whether it is a script that sets it, which somebody can change here. */
  readonly isScript: boolean;
}

const settings: readonly string[] = [
  extensionLists.allowList,
  extensionLists.blockList,
  agentSettings.mode,
  agentSettings.extensionsEnabled,
];

/** The configuration that a script gives the agent. */
export function configurationInScript(script: Script, known?: () => OperatingSystem | undefined): AgentConfiguration {
  const commandsOn = (setting: string) => commandsIn(script.text).filter((each) => sameName(each.setting, setting));
  const lastValue = (setting: string) => {
    const last = commandsOn(setting).at(-1);
    return last === undefined || last.action === "clear" ? undefined : literal(last, script);
  };
  return {
    operatingSystem: () => systemOfScript(script.text) ?? known?.(),
    allowList: () => listAfter(commandsOn(extensionLists.allowList), script),
    blockList: () => listAfter(commandsOn(extensionLists.blockList), script),
    mode: () => lastValue(agentSettings.mode),
    extensionsEnabled: () => lastValue(agentSettings.extensionsEnabled),
    propertyOf: () => script.property,
    isScript: true,
  };
}

/** The configuration that the agent of a connected server reports. */
export function configurationReported(server: ArcServer): AgentConfiguration {
  const read = <T>(of: (configuration: Properties) => T | undefined) =>
    server.reported((outputs) => of(outputs.object("agentConfiguration")));
  const list = (name: string) => {
    const names = read((configuration) =>
      configuration.objects(name).map((each) => `${each.text("publisher")}/${each.text("type")}`),
    );
    return names === undefined || names.length === 0 ? undefined : { names, isWhole: true };
  };
  return {
    operatingSystem: () => server.operatingSystem,
    allowList: () => list("extensionsAllowList"),
    blockList: () => list("extensionsBlockList"),
    mode: () => read((configuration) => configuration.text("configMode")),
    extensionsEnabled: () => read((configuration) => configuration.text("extensionsEnabled")),
    propertyOf: (setting) => `agentConfiguration.${reportedAs[setting] ?? setting}`,
    isScript: false,
  };
}

const reportedAs: Readonly<Record<string, string>> = {
  [extensionLists.allowList]: "extensionsAllowList",
  [extensionLists.blockList]: "extensionsBlockList",
  [agentSettings.mode]: "configMode",
  [agentSettings.extensionsEnabled]: "extensionsEnabled",
};

/** One command that changes a setting of the agent. */
interface ConfigCommand {
  readonly setting: string;
  readonly action: "set" | "add" | "remove" | "clear";
  /** Its value; `undefined` where only the running script knows it. */
  readonly value: string | undefined;
}

function literal({ value, setting }: ConfigCommand, { property }: Script): string {
  if (value !== undefined) return value;
  throw new NotKnown(property, `sets ${setting} to what only the running script knows`);
}

function listAfter(commands: readonly ConfigCommand[], script: Script): ExtensionList | undefined {
  let list: ExtensionList | undefined;
  for (const command of commands) {
    if (command.action === "clear") {
      list = { names: [], isWhole: true };
      continue;
    }
    const names = literal(command, script)
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    const before = list ?? { names: [], isWhole: false };
    const others = before.names.filter((name) => !names.some((each) => sameName(each, name)));
    if (command.action === "set") list = { names, isWhole: true };
    else list = { names: command.action === "add" ? [...others, ...names] : others, isWhole: before.isWhole };
  }
  return list;
}

const separator = `["'\\s,]+`;
const command = new RegExp(
  `\\bconfig${separator}(${configCommands.commands.join("|")})${separator}(${settings.join("|").replaceAll(".", "\\.")})\\b`,
  "gi",
);

/** The commands of a shell script, a PowerShell script or a list of cloud-init that change what lets extensions in. */
function commandsIn(text: string): readonly ConfigCommand[] {
  // A backslash or a backtick before the end of a line continues it, and one before a quote is of a text around the command.
  const lines = text
    .replaceAll(/[\\`]\r?\n/g, " ")
    .replaceAll(/\\(["'])/g, "$1")
    .split(/\r?\n/);
  return lines
    .filter((line) => !/^\s*(?:#|::|rem\s)/i.test(line))
    .flatMap((line) =>
      [...line.matchAll(command)].map((match): ConfigCommand => {
        const [, verb = "", setting = ""] = match;
        const rest = line.slice(match.index + match[0].length);
        if (sameName(verb, "clear")) return { setting, action: "clear", value: undefined };
        const { words, values } = argumentsOf(rest);
        const has = (flags: readonly string[]) => words.some((word) => flags.includes(word.toLowerCase()));
        const action = has(configCommands.addFlags) ? "add" : has(configCommands.removeFlags) ? "remove" : "set";
        return { setting, action, value: values[0] };
      }),
    );
}

const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", "\u201c": "\u201d", "\u2018": "\u2019" };

/** The words up to the end of a command, and among them the values: `undefined` for one with a variable in it. */
function argumentsOf(rest: string): { words: readonly string[]; values: readonly (string | undefined)[] } {
  const words: string[] = [];
  const values: (string | undefined)[] = [];
  // What closes a quoted property name, and the comma of a list, come before the value.
  let at = /^["']?[\s,]*/.exec(rest)?.[0].length ?? 0;
  while (at < rest.length && !/[;|&)\]}]/.test(rest[at] ?? "")) {
    const closing = quotes[rest[at] ?? ""];
    const end = closing === undefined ? -1 : rest.indexOf(closing, at + 1);
    const word = end < 0 ? (/^[^\s;|&)\]}]+/.exec(rest.slice(at))?.[0] ?? "") : rest.slice(at + 1, end);
    at = end < 0 ? at + Math.max(word.length, 1) : end + 1;
    const text = end < 0 ? word.replace(/[,"']+$/, "") : word;
    words.push(text);
    if (!text.startsWith("-")) values.push(closing !== "'" && /[$%`]|\{\{/.test(text) ? undefined : text);
    at += /^[\s,]*/.exec(rest.slice(at))?.[0].length ?? 0;
  }
  return { words, values };
}

const signs: ReadonlyArray<readonly [OperatingSystem, RegExp]> = [
  [
    OperatingSystem.Windows,
    /azcmagent\.exe|azcmagent-windows|install_windows_azcmagent|AzureConnectedMachineAgent\.msi|\$env:|#Requires\b|Invoke-WebRequest|<powershell>/i,
  ],
  [
    OperatingSystem.Linux,
    /^#!.*\b(?:ba|da|z|k)?sh\b|azcmagent-linux|install_linux_azcmagent|\bsudo\b|^#cloud-config/im,
  ],
];

/** The operating system that a script is for, as its text shows it; `undefined` where it shows none, or both. */
function systemOfScript(text: string): OperatingSystem | undefined {
  const [only, another] = signs.filter(([, sign]) => sign.test(text)).map(([operatingSystem]) => operatingSystem);
  return another === undefined ? only : undefined;
}
