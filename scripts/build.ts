// Builds all packages in dependency order (`pnpm build`); with `--if-needed` only those whose sources, or those of a package
// they depend on, have changed, so that commands which run built packages work right after an install and are quick later.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listEntryPoints, listFiles, listPackages, top, type WorkspacePackage } from "./workspace.js";

const stamps = join(top, "node_modules", ".cache", "ostiary-builds");
const packages = listPackages().filter(({ manifest }) => manifest.scripts?.["build"] !== undefined);

/** One text that changes whenever the package would be built differently. */
function fingerprint({ folder, manifest }: WorkspacePackage): string {
  const settings = ["pnpm-lock.yaml", "tsconfig.base.json", "tsup.shared.ts", `packages/${folder}/package.json`];
  const configs = listFiles(`packages/${folder}`, { deep: false }).filter((file) =>
    /\/(tsup|tsconfig)[^/]*$/.test(file),
  );
  const hash = createHash("sha256");
  for (const file of [...settings, ...configs, ...listFiles(`packages/${folder}/src`, { deep: true })]) {
    hash.update(file).update(readFileSync(join(top, file)));
  }
  const needed = packages.filter(({ manifest: { name } }) => name in (manifest.dependencies ?? {}));
  for (const item of needed) hash.update(fingerprint(item));
  return hash.digest("hex");
}

function isCurrent(item: WorkspacePackage): boolean {
  const stamp = join(stamps, item.folder);
  const commands = Object.values(item.manifest.bin ?? {}).map((file) => join(item.path, file));
  const isBuilt = [...listEntryPoints(item).map(({ code }) => code), ...commands].every((file) => existsSync(file));
  return isBuilt && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(item);
}

const isForced = !process.argv.includes("--if-needed");
const stale = packages.filter((item) => isForced || !isCurrent(item));
if (stale.length === 0) process.exit(0);

console.error(`ostiary: building ${stale.map(({ manifest }) => manifest.name).join(", ")}`);
const prints = stale.map(fingerprint);
const filters = stale.map(({ manifest }) => `--filter=${manifest.name}`);
const args = [...filters, "--workspace-concurrency=2", "--reporter=append-only", "run", "build"];
const { status } = spawnSync("pnpm", args, { cwd: top, stdio: "inherit", shell: process.platform === "win32" });
if (status !== 0) {
  console.error("\nThe build failed: the package named above does not compile.");
  process.exit(1);
}
mkdirSync(stamps, { recursive: true });
for (const [index, { folder }] of stale.entries()) writeFileSync(join(stamps, folder), prints[index] ?? "");
