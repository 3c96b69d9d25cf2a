// Packs the public packages as they would be published.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
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
export const packPublicPackages = (): readonly Packed[] =>
  listPublicPackages().map((item) => {
    const folder = makeTemporaryFolder();
    execFileSync("pnpm", ["pack", "--pack-destination", folder], { cwd: item.path, stdio: "pipe" });
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error(`packing ${item.manifest.name} made no file`);
    return { ...item, tarball: join(folder, file) };
  });
