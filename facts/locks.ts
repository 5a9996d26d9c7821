import { azureDocs } from "./documents";
import { source } from "./source";
import { type Statement, statement } from "./statement";

const article = azureDocs("azure-resource-manager/management/lock-resources");

/** What management locks (`Microsoft.Authorization/locks`) do to machines and their schedules. */
export const lockStatements = {
  inheritance: statement(
    "A lock holds for everything below it, and an extension resource inherits the lock of the resource it is applied to.",
    source(article),
  ),
  readOnly: statement(
    "A ReadOnly lock refuses writing, deleting and every POST: a machine below it can be neither started nor restarted, nor assessed or patched on demand, and its settings, extensions and schedules can't be written.",
    source(article),
  ),
  cannotDelete: statement(
    "A CanNotDelete lock on a machine keeps its extension resources, such as the assignments of schedules, from being deleted.",
    source(article),
  ),
} as const satisfies Record<string, Statement>;
