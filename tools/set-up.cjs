// Takes a clone from nothing to a running command: `node tools/set-up.cjs [docs|preview|test [arguments]]`, or to a clone
// that is ready for any command when none is given. It is what `npm run docs`, `npm run preview` and `npm test` start, so
// it depends on nothing that is not in the clone. Each step is left out when its result is already there.
"use strict";

const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");
const modules = path.join(root, "node_modules");
const buildStamp = path.join(modules, ".cache", "pulumi-azure-update-manager", "built");

const say = (line) => process.stderr.write(`${line}\n`);

/** Ends the process with a paragraph that says what to do. */
function fail(message) {
  say(`error: ${message}`);
  process.exit(1);
}

function checkNode() {
  const minimum = 20;
  if (Number.parseInt(process.versions.node, 10) >= minimum) return;
  fail(
    `This needs Node.js ${minimum} or newer; this is ${process.versions.node}. Install one from https://nodejs.org.`,
  );
}

/** Runs npm as it was run itself, so that the same npm installs. */
function npm(...args) {
  const program = process.env.npm_execpath;
  const [command, prefix] = program?.endsWith("js") ? [process.execPath, [program]] : ["npm", []];
  const shell = command === "npm" && process.platform === "win32";
  return spawnSync(command, [...prefix, ...args], { cwd: root, stdio: ["ignore", 2, 2], shell }).status === 0;
}

/** Whether node_modules holds what package-lock.json locks, by npm's own record of what it installed. */
function isInstalled() {
  const read = (file) => JSON.parse(fs.readFileSync(file, "utf8")).packages;
  try {
    const locked = read(path.join(root, "package-lock.json"));
    const installed = read(path.join(modules, ".package-lock.json"));
    return Object.entries(locked).every(([name, { version, integrity, optional }]) => {
      if (name === "") return true;
      const found = installed[name];
      // Optional packages are for other platforms.
      if (found === undefined) return optional === true;
      return found.version === version && found.integrity === integrity && fs.existsSync(path.join(root, name));
    });
  } catch {
    return false;
  }
}

function install() {
  if (isInstalled()) return;
  say("Installing the packages that package-lock.json locks (npm ci).");
  if (!npm("ci", "--no-audit", "--no-fund")) {
    fail("npm ci failed: see above. It needs the npm registry; put that right and run the same command again.");
  }
}

/** Lets the examples import this package by its name, as its users do. */
function link() {
  const { name } = require(path.join(root, "package.json"));
  const place = path.join(modules, name);
  const isLink = fs.lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink && fs.existsSync(place) && fs.realpathSync(place) === fs.realpathSync(root)) return;
  fs.rmSync(place, { recursive: true, force: true });
  fs.symlinkSync(process.platform === "win32" ? root : "..", place, "junction");
}

/** A hash of all that the compiled package and policy pack are made from. */
function hashSources() {
  const hash = createHash("sha256");
  const add = (name) => hash.update(`${name}\0`).update(fs.readFileSync(path.join(root, name)));
  const walk = (name) => {
    const file = path.join(root, name);
    if (!fs.statSync(file).isDirectory()) return add(name);
    const inner = fs.readdirSync(file).filter((entry) => entry !== "bin" && entry !== "node_modules");
    for (const entry of inner.sort()) walk(path.join(name, entry));
  };
  const projects = ["tsconfig.build.json", "tsconfig.policypack.json"];
  const read = (name) => JSON.parse(fs.readFileSync(path.join(root, name), "utf8"));
  const compiled = new Set(projects.flatMap((name) => read(name).include));
  for (const name of ["package-lock.json", "tsconfig.json", ...projects, ...compiled]) walk(name);
  return hash.digest("hex");
}

function build() {
  const hash = hashSources();
  const isBuilt = ["bin", "policypack/bin"].every((folder) => fs.existsSync(path.join(root, folder)));
  if (isBuilt && fs.existsSync(buildStamp) && fs.readFileSync(buildStamp, "utf8") === hash) return;
  say("Compiling the components and the policy pack (npm run build).");
  if (!npm("run", "--silent", "build")) fail("Compiling failed: see the errors above.");
  fs.mkdirSync(path.dirname(buildStamp), { recursive: true });
  fs.writeFileSync(buildStamp, hash);
}

/** Runs a file in this process, as if Node.js had been started with it. */
function become(file, args) {
  process.argv = [process.argv[0], file, ...args];
  require(file);
}

async function test(args) {
  // Before mocha starts, because a test's time limit is no place to build an engine in.
  const { describeError, findEngine } = require("./engine");
  try {
    await findEngine();
  } catch (error) {
    say(describeError(error));
    process.exit(1);
  }
  const named = args.some((arg) => arg.startsWith("tests"));
  become(require.resolve("mocha/bin/mocha.js"), named ? args : [...args, "tests/**/*.test.ts"]);
}

const commands = {
  docs: (args) => become(path.join(__dirname, "docs", "main.ts"), args),
  preview: (args) => become(path.join(__dirname, "preview", "main.ts"), args),
  test,
};

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (name !== undefined && command === undefined) {
  fail(`usage: node tools/set-up.cjs [${Object.keys(commands).join("|")} [arguments]]`);
}

checkNode();
install();
link();
build();
if (command !== undefined) {
  process.env.TS_NODE_PROJECT = path.join(root, "tsconfig.json");
  require("ts-node/register/transpile-only");
  command(args);
}
