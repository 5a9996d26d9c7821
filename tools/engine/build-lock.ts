import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";

const heartbeat = 5_000;
const silence = 60_000;

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/**
 * Keeps two runs from doing the same long work at once: a file that exists while its owner works. It saves work and is
 * not needed for correctness, because what is built is put in place by one atomic rename; so where two runs take over a
 * dead owner's lock in the same instant, both build and nothing breaks.
 */
export class BuildLock {
  private readonly beat: NodeJS.Timeout;

  private constructor(private readonly path: string) {
    this.beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), heartbeat);
    this.beat.unref();
  }

  /** Takes the lock, from a dead owner too. Undefined while a living process holds it. */
  static async tryTake(path: string): Promise<BuildLock | undefined> {
    const owner: Owner = { pid: process.pid, host: hostname() };
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        await writeFile(path, JSON.stringify(owner), { flag: "wx" });
        return new BuildLock(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      if (await isHeld(path)) return undefined;
      await rm(path, { force: true });
    }
    return undefined;
  }

  /** Gives the lock back. */
  async release(): Promise<void> {
    clearInterval(this.beat);
    await rm(this.path, { force: true });
  }
}

async function isHeld(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    const fresh = Date.now() - mtimeMs < silence;
    const owner = parseOwner(await readFile(path, "utf8"));
    // An owner that is just writing its name is alive.
    if (owner === undefined) return fresh;
    return owner.host === hostname() ? fresh && isAlive(owner.pid) : fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's cannot be signalled, but it lives.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
