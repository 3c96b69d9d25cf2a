// Builds all packages in dependency order (`pnpm build`); with `--if-needed` only when a source has changed since the last
// build, so that commands which run built packages work right after an install and are quick the second time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { entryPoints, listPackages, listSources, top } from "./workspace.js";

const stamp = join(top, "node_modules", ".cache", "ostiary-build");

/** One text that changes whenever a build would. */
function fingerprint(): string {
  const folders = listPackages().map(({ folder }) => `packages/${folder}`);
  const settings = ["pnpm-lock.yaml", "tsconfig.base.json", "tsup.shared.ts"];
  const own = folders.flatMap((folder) => [`${folder}/package.json`, `${folder}/tsup.config.ts`]);
  const files = [...settings, ...own, ...folders.flatMap((folder) => listSources(`${folder}/src`))];
  const hash = createHash("sha256");
  for (const file of files.filter((name) => existsSync(join(top, name)))) {
    hash.update(file).update(readFileSync(join(top, file)));
  }
  return hash.digest("hex");
}

const isBuilt = (): boolean =>
  listPackages().every(
    ({ path, manifest }) => entryPoints(manifest).length === 0 || existsSync(join(path, "dist", "index.js")),
  );

const state = fingerprint();
const isCurrent = existsSync(stamp) && readFileSync(stamp, "utf8") === state && isBuilt();
if (process.argv.includes("--if-needed") && isCurrent) process.exit(0);

console.error("ostiary: building the packages");
const args = ["--recursive", "--workspace-concurrency=2", "--reporter=append-only", "run", "build"];
const { status } = spawnSync("pnpm", args, { cwd: top, stdio: "inherit", shell: process.platform === "win32" });
if (status !== 0) {
  console.error("\nThe build failed: the package named above does not compile.");
  process.exit(1);
}
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, state);
