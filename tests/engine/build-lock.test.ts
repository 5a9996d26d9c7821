import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { BuildLock } from "../../tools/engine/build-lock";
import { useTemporaryFolder } from "./temporary-folder";

describe("BuildLock", () => {
  const folder = useTemporaryFolder();
  const path = () => join(folder(), "engine.lock");

  function writeOwner(pid: number, host: string, secondsAgo: number): void {
    writeFileSync(path(), JSON.stringify({ pid, host }));
    const then = Date.now() / 1000 - secondsAgo;
    utimesSync(path(), then, then);
  }

  async function canTake(): Promise<boolean> {
    const lock = await BuildLock.tryTake(path());
    await lock?.release();
    return lock !== undefined;
  }

  it("is held until it is given back", async () => {
    const lock = await BuildLock.tryTake(path());
    assert.ok(lock);
    assert.equal(await BuildLock.tryTake(path()), undefined);
    await lock.release();
    assert.equal(existsSync(path()), false);
    assert.equal(await canTake(), true);
  });

  it("is taken over from a process that died", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeOwner(pid, hostname(), 0);
    assert.equal(await canTake(), true);
  });

  it("is taken over from an owner that fell silent", async () => {
    writeOwner(process.pid, hostname(), 120);
    assert.equal(await canTake(), true);
  });

  it("is left to a living process on another machine", async () => {
    writeOwner(1, "elsewhere", 0);
    assert.equal(await canTake(), false);
  });

  it("is taken over from an owner that never wrote its name", async () => {
    writeFileSync(path(), "");
    assert.equal(await canTake(), false);
    const then = Date.now() / 1000 - 120;
    utimesSync(path(), then, then);
    assert.equal(await canTake(), true);
  });
});
