import { serveOfflineAzure } from ".";

/** Serves the offline Azure until its standard input closes or it is told to stop; its first line is the port. */
async function main(): Promise<void> {
  const azure = await serveOfflineAzure();
  const stop = () => void azure.close().then(() => process.exit(0));
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.stdin.on("close", stop).on("end", stop).resume();
  process.stdout.write(`${azure.port}\n`);
}

void main();
