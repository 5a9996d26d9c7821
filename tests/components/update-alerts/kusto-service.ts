import "@kusto/language-service-next/bridge.min.js";
import "@kusto/language-service-next/Kusto.Language.Bridge.min.js";

/** As much of Microsoft's Kusto language service, which puts itself into the global scope, as tests use. */
interface KustoLanguage {
  readonly KustoCode: {
    Parse(query: string): Code;
    ParseAndAnalyze(query: string, globals: unknown): Code;
  };
  readonly KustoFacts: { GetStringLiteralValue(literal: string): string };
  readonly GlobalState: { readonly Default: { WithDatabase(database: unknown): unknown } };
  readonly Symbols: {
    readonly DatabaseSymbol: { readonly ctor: new (name: string, members: readonly unknown[]) => unknown };
    readonly TableSymbol: { readonly $ctor7: new (name: string, schema: string, description: null) => unknown };
  };
}

interface Code {
  GetDiagnostics(): { readonly Count: number; getItem(index: number): { readonly Message: string } };
}

const { Language } = (globalThis as unknown as { readonly Kusto: { readonly Language: KustoLanguage } }).Kusto;

/** The columns that the tables of Azure Resource Graph have in common. */
const columns =
  "(id: string, name: string, type: string, location: string, resourceGroup: string, subscriptionId: string, properties: dynamic)";

const tables = ["resources", "patchassessmentresources", "patchinstallationresources", "maintenanceresources"];

const { DatabaseSymbol, TableSymbol } = Language.Symbols;
const database = new DatabaseSymbol.ctor(
  "graph",
  tables.map((table) => new TableSymbol.$ctor7(table, columns, null)),
);
const globals = Language.GlobalState.Default.WithDatabase(database);

/** What is wrong with a query's syntax. */
export function syntaxErrors(query: string): string[] {
  return messages(Language.KustoCode.Parse(query));
}

/** What is wrong with a query over Azure Resource Graph, names and types included. */
export function errorsIn(query: string): string[] {
  return messages(Language.KustoCode.ParseAndAnalyze(query, globals));
}

/** The text that a string literal stands for. */
export function literalValue(literal: string): string {
  return Language.KustoFacts.GetStringLiteralValue(literal);
}

function messages(code: Code): string[] {
  const diagnostics = code.GetDiagnostics();
  return Array.from({ length: diagnostics.Count }, (_, index) => diagnostics.getItem(index).Message);
}
