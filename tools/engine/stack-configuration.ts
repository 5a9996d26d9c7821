import { isMap, isScalar, parseDocument, visit, type YAMLMap } from "yaml";

/**
 * Stands in for a secret that only the stack's own secrets provider can decrypt. It satisfies Azure's rules for
 * administrator passwords, so that it does not break a preview for its looks.
 */
export const secretPlaceholder = "Placeholder-0-for-a-secret";

/** A stack's configuration, made fit for another backend. */
export interface PortableConfiguration {
  /** The file's text without secrets, secrets provider and environments. */
  readonly text: string;
  /** The keys whose whole value was a secret: they are to be set, as secrets, again. */
  readonly secretKeys: readonly string[];
  /** What was set aside, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Takes from a stack's configuration file what cannot be used without the stack's own backend and secrets provider:
 * encrypted values, which it replaces by {@link secretPlaceholder}, and imported ESC environments.
 *
 * @param text A `Pulumi.<stack>.yaml`; empty for a stack without one.
 */
export function makePortable(text: string): PortableConfiguration {
  const document = parseDocument(text);
  const notes: string[] = [];
  const secretKeys: string[] = [];
  const placeholders: string[] = [];

  const configuration = document.get("config");
  if (isMap(configuration)) {
    for (const { key, value } of [...configuration.items]) {
      const name = isScalar(key) ? String(key.value) : String(key);
      if (isEncrypted(value)) {
        configuration.delete(key);
        secretKeys.push(name);
        placeholders.push(name);
      } else if (replaceEncrypted(value)) {
        placeholders.push(name);
      }
    }
  }
  if (placeholders.length > 0) {
    notes.push(`Secrets stay encrypted; a placeholder stands in for ${placeholders.join(", ")}.`);
  }
  if (isMap(document.contents)) {
    if (document.delete("environment")) {
      notes.push("Pulumi ESC environments are not read; give what the program needs from them with -c key=value.");
    }
    for (const setting of ["secretsprovider", "encryptedkey", "encryptionsalt"]) document.delete(setting);
  }
  return { text: document.contents === null ? "" : document.toString(), secretKeys, notes };
}

/** Adds a namespace to a configuration key that has none, as the CLI does. */
export function qualifyKey(project: string, key: string): string {
  return key.includes(":") ? key : `${project}:${key}`;
}

function isEncrypted(node: unknown): node is YAMLMap {
  return isMap(node) && node.items.length === 1 && node.has("secure");
}

/** Replaces the encrypted values inside a structured value; says whether there were any. */
function replaceEncrypted(value: unknown): boolean {
  let replaced = false;
  if (!isMap(value) && !Array.isArray((value as { items?: unknown } | null)?.items)) return false;
  visit(value as YAMLMap, {
    Map(_, node) {
      if (!isEncrypted(node)) return undefined;
      replaced = true;
      return parseDocument(JSON.stringify(secretPlaceholder)).contents ?? undefined;
    },
  });
  return replaced;
}
