// Runs a script of package.json on a fresh clone that has nothing but Node and npm:
//   node scripts/bootstrap.mjs SCRIPT [ARGUMENT…]
// The pinned pnpm goes into .tools/, the locked dependencies into node_modules/; what is there already is not fetched again.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(top, "package.json"), "utf8"));

const say = (line) => console.error(`ostiary: ${line}`);

function stop(line) {
  say(line);
  process.exit(1);
}

function run(command, args, environment = process.env) {
  // On Windows npm and pnpm are scripts, which only a shell can start.
  const options = { cwd: top, stdio: "inherit", env: environment, shell: process.platform === "win32" };
  const { status, error } = spawnSync(command, args, options);
  if (error) say(`could not start \`${command}\`: ${error.message}`);
  return status ?? 1;
}

function checkNode() {
  const wanted = manifest.engines.node.replace(/^>=/, "");
  const [wantedMajor, wantedMinor] = wanted.split(".").map(Number);
  const [major, minor] = process.versions.node.split(".").map(Number);
  const isTooOld = major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
  if (isTooOld) stop(`this is Node ${process.versions.node}, but Node ${wanted} or newer is needed`);
}

/** The folder that holds the pinned pnpm's commands. */
function providePnpm() {
  const [name, version] = manifest.packageManager.split("@");
  const folder = `.tools/${name}-${version}`;
  const binaries = join(top, folder, "node_modules", ".bin");
  if (existsSync(join(binaries, "pnpm"))) return binaries;
  say(`fetching ${name} ${version} into .tools/ (once)`);
  const flags = ["--no-save", "--no-audit", "--no-fund", "--no-package-lock", "--global=false", "--loglevel=error"];
  const status = run("npm", ["install", "--prefix", folder, ...flags, `${name}@${version}`]);
  if (status !== 0) stop(`npm could not fetch ${name} ${version} (see above); is this machine offline?`);
  return binaries;
}

function installDependencies(environment) {
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(top, file)));
  const state = hash.digest("hex");
  const stamp = join(top, "node_modules", ".ostiary-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state) return;
  say("installing the locked dependencies");
  const status = run("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], environment);
  if (status !== 0) stop("pnpm could not install the dependencies (see above); is this machine offline?");
  writeFileSync(stamp, state);
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) stop("which script of package.json is to be run?");
checkNode();
const environment = { ...process.env, PATH: `${providePnpm()}${delimiter}${process.env.PATH}` };
installDependencies(environment);
say(`running \`${script}\``);
process.exit(run("pnpm", ["run", script, ...args], environment));
