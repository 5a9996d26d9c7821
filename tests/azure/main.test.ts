import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { Client } from "./client";

describe("the offline Azure as a process", () => {
  let server: ChildProcess;

  const start = async (): Promise<number> => {
    const root = path.join(__dirname, "..", "..");
    const args = ["-r", "ts-node/register/transpile-only", "tools/azure/main.ts"];
    server = spawn(process.execPath, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
    const [line] = await once(createInterface({ input: server.stdout ?? assert.fail() }), "line");
    return Number(line);
  };
  afterEach(() => server.kill("SIGKILL"));

  it("serves on the port that it prints, until its input ends", async () => {
    const client = new Client(await start());
    const { failures } = await client.check("resources:ResourceGroup", "rg", {});
    assert.equal(failures.length, 1);
    client.close();
    server.stdin?.end();
    assert.deepEqual(await once(server, "exit"), [0, null]);
  });

  it("ends when it is told to", async () => {
    await start();
    server.kill("SIGTERM");
    assert.deepEqual(await once(server, "exit"), [0, null]);
  });
});
