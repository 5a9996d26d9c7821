import { scriptExtensions } from "../../facts/scripts";
import { sameName } from "./arm-id";
import type { StackResource } from "./resource";
import { decodeScript, Script, scriptsIn } from "./scripts";
import { attempt } from "./three-valued";

/** How a property has its script: as it is, or in base64. */
type Encoding = "text" | "base64";

/** Where resources of other providers have scripts that run on servers outside Azure: property paths by type token. */
const scriptsElsewhere: Readonly<Record<string, Readonly<Record<string, Encoding>>>> = {
  "command:local:Command": { create: "text", update: "text" },
  "command:remote:Command": { create: "text", update: "text" },
  "aws:ec2/instance:Instance": { userData: "text", userDataBase64: "base64" },
  "aws:ec2/launchTemplate:LaunchTemplate": { userData: "base64" },
  "aws-native:ec2:Instance": { userData: "base64" },
  "gcp:compute/instance:Instance": {
    metadataStartupScript: "text",
    "metadata.startup-script": "text",
    "metadata.windows-startup-script-ps1": "text",
    "metadata.user-data": "text",
  },
};

/** The resource types of azure-native that run scripts on an Arc-enabled server. */
const onArcServers = ["hybridcompute:MachineExtension", "hybridcompute:MachineRunCommand"];

/** Whether it runs scripts, or may: an extension of another kind does not, whatever its settings are. */
function runsScripts({ type, settings }: StackResource): boolean {
  if (type !== "hybridcompute:MachineExtension") return true;
  const runs = attempt(() => {
    const properties = settings.object("properties");
    const name = `${properties.text("publisher")}/${properties.text("type")}`;
    return scriptExtensions.names.some((each) => sameName(each, name));
  });
  return runs !== false;
}

/** A resource with scripts that run on servers outside Azure. */
export interface AgentScripts {
  readonly resource: StackResource;
  readonly scripts: readonly Script[];
}

/** What of a stack has scripts. */
interface Resources {
  ofType(...types: readonly string[]): readonly StackResource[];
  readonly others: readonly StackResource[];
}

/**
 * The scripts by which a stack may set up the agents of Arc-enabled servers: those that run on connected servers, and those
 * of other providers that say that they are about the agent. One that is not known before deployment is taken for none of
 * these: most commands have nothing to do with Azure.
 */
export function agentScriptsIn(stack: Resources): readonly AgentScripts[] {
  const azure = stack
    .ofType(...onArcServers)
    .filter(runsScripts)
    .map((resource) => ({ resource, scripts: scriptsIn(resource) }));
  const elsewhere = stack.others.map((resource) => ({
    resource,
    scripts: scriptsOfOther(resource).filter((script) => attempt(() => isAboutAgent(script)) === true),
  }));
  return [...azure, ...elsewhere.filter(({ scripts }) => scripts.length > 0)];
}

function isAboutAgent({ text }: Script): boolean {
  return /azcmagent|AzureConnectedMachineAgent/i.test(text);
}

function scriptsOfOther(resource: StackResource): readonly Script[] {
  return Object.entries(scriptsElsewhere[resource.type] ?? {}).map(([path, encoding]) => {
    const [first = "", ...rest] = path.split(".");
    const read = () => {
      const [block, name] =
        rest.length === 0 ? [resource.settings, first] : [resource.settings.object(first), rest.join(".")];
      const given = block.text(name) ?? "";
      return encoding === "base64" ? decodeScript(given, path) : given;
    };
    return new Script(resource, path, read);
  });
}
