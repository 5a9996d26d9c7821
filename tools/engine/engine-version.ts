import { type Ended, run } from "./child-process";
import { isolate } from "./isolated-environment";

/** Asks an engine for its version. In isolation, because even this makes the engine write into its home. */
export async function askVersion(pulumi: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const environment = await isolate({ env });
  try {
    return await run(pulumi, ["version"], { env: environment.env });
  } finally {
    await environment.remove();
  }
}
