// Builds packages in dependency order: all of them, or those named and what they depend on.
//   tsx scripts/build.ts [--if-needed] [NAME…]
// With `--if-needed` only those are built whose sources, or those of a package they depend on, have changed since their last
// build, so that commands which run built packages work right after an install and are quick later.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { listEntryPoints, listFiles, listPackages, top, type WorkspacePackage } from "./workspace.js";

const stamps = join(top, "node_modules", ".cache", "ostiary-builds");
const packages = listPackages().filter(({ manifest }) => manifest.scripts?.["build"] !== undefined);

const listNeeded = ({ manifest: { dependencies = {} } }: WorkspacePackage): readonly WorkspacePackage[] =>
  packages.filter(({ manifest: { name } }) => name in dependencies);

/** One text that changes whenever the package would be built differently. */
function fingerprint(item: WorkspacePackage): string {
  const folder = `packages/${item.folder}`;
  const settings = ["pnpm-lock.yaml", "tsconfig.base.json", "tsup.shared.ts", `${folder}/package.json`];
  const configs = listFiles(folder, { deep: false }).filter((file) => /\/(tsup|tsconfig)[^/]*$/.test(file));
  const hash = createHash("sha256");
  for (const file of [...settings, ...configs, ...listFiles(`${folder}/src`, { deep: true })]) {
    hash.update(file).update(readFileSync(join(top, file)));
  }
  for (const needed of listNeeded(item)) hash.update(fingerprint(needed));
  return hash.digest("hex");
}

function isCurrent(item: WorkspacePackage): boolean {
  const stamp = join(stamps, item.folder);
  const commands = Object.values(item.manifest.bin ?? {}).map((file) => join(item.path, file));
  const isBuilt = [...listEntryPoints(item).map(({ code }) => code), ...commands].every((file) => existsSync(file));
  return isBuilt && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(item);
}

/** The packages of these names and all that they depend on. */
function selectPackages(names: readonly string[]): readonly WorkspacePackage[] {
  const selected = new Set(packages.filter(({ manifest }) => names.includes(manifest.name)));
  // A set also visits what is added while it is walked.
  for (const item of selected) for (const needed of listNeeded(item)) selected.add(needed);
  return packages.filter((item) => selected.has(item));
}

const { values, positionals } = parseArgs({ options: { "if-needed": { type: "boolean" } }, allowPositionals: true });
const wanted = positionals.length === 0 ? packages : selectPackages(positionals);
const stale = wanted.filter((item) => !values["if-needed"] || !isCurrent(item));
if (stale.length === 0) process.exit(0);

console.error(`ostiary: building ${stale.map(({ manifest }) => manifest.name).join(", ")}`);
const prints = stale.map(fingerprint);
const filters = stale.map(({ manifest }) => `--filter=${manifest.name}`);
const args = [
  "--recursive",
  ...filters,
  "--no-bail",
  "--workspace-concurrency=2",
  "--reporter=append-only",
  "run",
  "build",
];
const { status, error } = spawnSync("pnpm", args, { cwd: top, stdio: "inherit", shell: process.platform === "win32" });
if (status !== 0) {
  console.error(`\nThe build failed: ${error?.message ?? "a package named above does not compile"}.`);
  process.exit(1);
}
mkdirSync(stamps, { recursive: true });
for (const [index, { folder }] of stale.entries()) writeFileSync(join(stamps, folder), prints[index] ?? "");
