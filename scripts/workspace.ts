// The packages of the workspace and the files in them, as the gates see them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the repository. */
export const top = fileURLToPath(new URL("..", import.meta.url));

/** What the gates read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** The name of its folder in packages/. */
  readonly folder: string;
  /** Its folder, absolute. */
  readonly path: string;
  readonly manifest: Manifest;
}

/** All packages in packages/, by folder name. */
export function listPackages(): readonly WorkspacePackage[] {
  const folders = readdirSync(join(top, "packages")).sort();
  return folders.flatMap((folder) => {
    const path = join(top, "packages", folder);
    const file = join(path, "package.json");
    return existsSync(file) ? [{ folder, path, manifest: JSON.parse(readFileSync(file, "utf8")) }] : [];
  });
}

/** The packages that are published. */
export const listPublicPackages = (): readonly WorkspacePackage[] =>
  listPackages().filter(({ manifest }) => manifest.private !== true);

/** The sub-paths that a package exports code under: `.`, `./schema`, … */
export const entryPoints = (manifest: Manifest): readonly string[] =>
  Object.entries(manifest.exports ?? {})
    .filter(([, target]) => typeof target === "object")
    .map(([subpath]) => subpath);

/** The TypeScript sources below a folder of the repository, without tests, as paths from the top. */
export function listSources(folder: string): readonly string[] {
  const absolute = join(top, folder);
  if (!existsSync(absolute)) return [];
  const files = readdirSync(absolute, { recursive: true, encoding: "utf8" }).sort();
  return files
    .filter((file) => /\.ts$/.test(file) && !isTest(file))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
}

const isTest = (file: string): boolean => /\.test(-d)?\.ts$/.test(file);
