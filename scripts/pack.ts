// Packs the public packages as they would be published.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listPublicPackages, type WorkspacePackage } from "./workspace.js";

/** A public package and the file that would go to the registry. */
export interface Packed extends WorkspacePackage {
  readonly tarball: string;
}

/** Makes a folder for what is needed for a moment; it is gone when the process ends. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ostiary-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Packs every public package. */
export function packPublicPackages(): readonly Packed[] {
  const destination = makeTemporaryFolder();
  return listPublicPackages().map((item) => {
    const folder = join(destination, item.folder);
    mkdirSync(folder);
    execFileSync("pnpm", ["pack", "--pack-destination", folder], { cwd: item.path, stdio: "pipe" });
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error(`packing ${item.manifest.name} made no file`);
    return { ...item, tarball: join(folder, file) };
  });
}
