import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { readPattern } from "../check/file-pattern.js";
import { describeReadError } from "../check/problem.js";

/** A file on the way through a folder. */
export interface WalkedFile {
  /** As messages show it: what was asked for, and the path below it. */
  readonly name: string;
  /** Its absolute path. */
  readonly path: string;
  /** The names of the folders between what was asked for and the file. */
  readonly folders: readonly string[];
  /** Whether the file itself was asked for. */
  readonly isNamed: boolean;
}

/** Where and what to look for. */
export interface WalkOptions {
  readonly workingDirectory: string;
  /** Patterns of names of files and folders to leave out below what was asked for. */
  readonly ignore: readonly string[];
  /** Takes what cannot be read. */
  readonly report: (name: string, message: string) => void;
}

interface Place extends WalkedFile {
  readonly ancestors: ReadonlySet<string>;
}

/** Every file at or below a path, each folder in the order of its names. */
export function* walkFiles(path: string, options: WalkOptions): Generator<WalkedFile> {
  if (path === "") {
    // An unset variable leaves it, and it would mean everything here.
    options.report('""', "the path is empty: the working directory is `.`");
    return;
  }
  const patterns = options.ignore.map(readPattern);
  const isIgnored = (name: string): boolean => patterns.some((pattern) => pattern.matches(name));
  const start = { name: path, path: resolve(options.workingDirectory, path), folders: [], isNamed: true };
  yield* walk({ ...start, ancestors: new Set() }, isIgnored, options.report);
}

function* walk(
  place: Place,
  isIgnored: (name: string) => boolean,
  report: WalkOptions["report"],
): Generator<WalkedFile> {
  const folder = look(place, report);
  if (folder === undefined) return;
  const { ancestors, ...file } = place;
  if (folder === "file") {
    yield file;
    return;
  }
  for (const name of folder.names) {
    if (isIgnored(name)) continue;
    const below = { name: join(place.name, name), path: join(place.path, name), isNamed: false };
    const folders = place.isNamed ? [] : [...place.folders, lastOf(place.name)];
    yield* walk({ ...below, folders, ancestors: folder.within }, isIgnored, report);
  }
}

const lastOf = (name: string): string => name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);

interface Folder {
  readonly names: readonly string[];
  readonly within: ReadonlySet<string>;
}

/** What stands at a place; `undefined` where nothing can be read, which is reported, and for pipes and devices that nobody asked for. */
const look = (
  { name, path, ancestors, isNamed }: Place,
  report: WalkOptions["report"],
): Folder | "file" | undefined => {
  try {
    const stats = statSync(path);
    if (!stats.isDirectory()) return stats.isFile() || isNamed ? "file" : undefined;
    const real = realpathSync.native(path);
    if (!ancestors.has(real)) return { names: readdirSync(path).sort(), within: new Set(ancestors).add(real) };
    report(name, "the link leads back to a folder that it lies in");
  } catch (error) {
    report(name, describeReadError(error));
  }
  return undefined;
};
