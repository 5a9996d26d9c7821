import assert from "node:assert/strict";
import { join } from "node:path";
import ts from "typescript";
import { associations } from "../../../../policypack/stack/classic/associations";
import { usesOf } from "../../../../policypack/stack/classic/field";
import { mappings } from "../../../../policypack/stack/classic/mappings";

/** What the adapter reads that the version of the SDK here does not have: the names that earlier versions had. */
const earlierNames = [
  "network:RouteTable.disableBgpRoutePropagation: no disableBgpRoutePropagation",
  "network:VirtualNetwork.subnets[].addressPrefix: no addressPrefix",
];

describe("the SDK of the classic provider", function () {
  this.timeout(60_000);
  const folder = join(require.resolve("@pulumi/azure/package.json"), "..");
  const uses = new Map<string, readonly string[]>([
    ...mappings.map(({ classic, fields }) => [classic, usesOf(fields)] as const),
    ...associations.map(({ classic, names, uses }) => [classic, [names, ...uses]] as const),
  ]);
  let checker: ts.TypeChecker;
  let exportsOf: (module: string) => ReadonlyMap<string, ts.Symbol>;

  before(() => {
    const modules = new Set([...uses.keys()].map((type) => type.split(":")[0] ?? ""));
    const files = new Map([...modules].map((module) => [module, join(folder, module, "index.d.ts")]));
    const program = ts.createProgram([...files.values()], {
      skipLibCheck: true,
      strict: true,
      noEmit: true,
      types: [],
    });
    checker = program.getTypeChecker();
    exportsOf = (module) => {
      const file = program.getSourceFile(files.get(module) ?? "");
      const symbol = file && checker.getSymbolAtLocation(file);
      assert.ok(symbol !== undefined, `no module ${module}`);
      return new Map(checker.getExportsOfModule(symbol).map((each) => [each.name, each]));
    };
  });

  it("has every property that the policy pack reads from its resources", () => {
    const missing = [...uses].flatMap(([type, paths]) => {
      const [module = "", resource = ""] = type.split(":");
      const symbol = exportsOf(module).get(resource);
      if (symbol === undefined) return [`${type}: no such resource`];
      const declared = checker.getDeclaredTypeOfSymbol(
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
      );
      return [...new Set(paths)].flatMap((path) => {
        const wrong = wrongIn(path, declared);
        return wrong === undefined ? [] : [`${type}.${path}: ${wrong}`];
      });
    });
    assert.deepEqual(missing.sort(), earlierNames);
  });

  /** What is wrong with a path in the properties of a resource's class; `undefined` if nothing is. */
  function wrongIn(path: string, resource: ts.Type): string | undefined {
    let type = resource;
    for (const [depth, step] of path
      .replaceAll(/\[0?\]/g, ".[]")
      .split(".")
      .entries()) {
      if (step === "[]") {
        if (!checker.isArrayType(type)) return "is no list";
      } else {
        if (checker.isArrayType(type)) return `is a list before ${step}`;
        // A map of texts, such as tags or the properties of a maintenance configuration.
        if (checker.getIndexInfoOfType(type, ts.IndexKind.String) !== undefined) return undefined;
      }
      const property = step === "[]" ? undefined : type.getProperty(step);
      const next = step === "[]" ? itemOf(type) : property && checker.getTypeOfSymbol(property);
      if (next === undefined) return `no ${step}`;
      // A resource has outputs of its properties, and a block has these themselves.
      type = checker.getNonNullableType(depth === 0 ? (itemOf(next) ?? next) : next);
    }
    return undefined;
  }

  function itemOf(generic: ts.Type): ts.Type | undefined {
    return generic.aliasTypeArguments?.[0] ?? checker.getTypeArguments(generic as ts.TypeReference)[0];
  }
});
