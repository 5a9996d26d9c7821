import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policypack/rules";
import { catalogue, pagesFolder } from "./rules";

const root = join(__dirname, "..", "..");

async function main(): Promise<void> {
  const files = await catalogue(rules);
  rmSync(join(root, pagesFolder), { recursive: true, force: true });
  mkdirSync(join(root, pagesFolder), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(root, name), text);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
