import { Language, type Node, Parser } from "web-tree-sitter";

/** A PowerShell script, as its grammar reads it. */
export interface ParsedScript {
  /** The lines that are no PowerShell; empty for a script that is. */
  readonly errors: readonly string[];
  /** The texts between single quotes, as PowerShell takes them. */
  readonly strings: readonly string[];
}

/**
 * Reads scripts by the grammar of PowerShell (tree-sitter-powershell). Only Windows has Windows PowerShell itself, so
 * that what a script does there is not tried.
 */
export async function powerShellParser(): Promise<(script: string) => ParsedScript> {
  await Parser.init();
  const grammar = require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm");
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return (script) => {
    const root = parser.parse(script)?.rootNode;
    if (!root) throw new Error("The parser was cancelled");
    const lines = script.split("\n");
    return {
      errors: nodes(root)
        .filter((node) => node.isError || node.isMissing)
        .map(({ startPosition }) => `${startPosition.row + 1}: ${lines[startPosition.row]}`),
      strings: nodes(root)
        .filter(({ type }) => type === "verbatim_string_characters")
        .map(({ text }) => text.slice(1, -1).replace(/(['\u2018-\u201b])\1/g, "$1")),
    };
  };
}

function nodes(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (child ? nodes(child) : []))];
}
