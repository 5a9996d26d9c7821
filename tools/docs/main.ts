import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policypack/rules";
import { catalogue } from "./rules";

const folder = join(__dirname, "..", "..", "docs", "rules");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of catalogue(rules)) writeFileSync(join(folder, name), text);
