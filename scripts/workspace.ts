// The packages of the workspace and the files in them, as the gates see them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the repository. */
export const top = fileURLToPath(new URL("..", import.meta.url));

/** An export of code, as all our packages write it; paths are relative to the package. */
interface ConditionalExport {
  readonly import: { readonly types: string; readonly default: string };
}

/** What the gates read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | ConditionalExport>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
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

/** Something of a package that can be imported. */
export interface EntryPoint {
  /** `.`, `./arbitraries`, … */
  readonly subpath: string;
  /** What is loaded, absolute. */
  readonly code: string;
  /** Its declarations, absolute. */
  readonly types: string;
}

/** The entry points of a package; those that are mere files, such as `./package.json`, are none. */
export const listEntryPoints = ({ path, manifest }: WorkspacePackage): readonly EntryPoint[] =>
  Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
    if (typeof target === "string") return [];
    const { types, default: code } = target.import;
    return [{ subpath, code: join(path, code), types: join(path, types) }];
  });

/** The TypeScript sources below a folder of the repository, without tests and what only they use, as paths from the top. */
export const listSources = (folder: string): readonly string[] =>
  listFiles(folder, { deep: true }).filter(
    (file) => file.endsWith(".ts") && !/\.(test|test-d|arbitrary)\.ts$/.test(file),
  );

/** The files in a folder of the repository, or with `deep` below it, as paths from the top, sorted. */
export function listFiles(folder: string, { deep }: { readonly deep: boolean }): readonly string[] {
  const absolute = join(top, folder);
  if (!existsSync(absolute)) return [];
  const files = readdirSync(absolute, { recursive: deep, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(top, join(parentPath, name)).replaceAll("\\", "/")).sort();
}
