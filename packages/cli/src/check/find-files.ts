import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { FileProblem } from "@ostiary/report";
import { type FilePattern, isGlob, readPattern } from "./file-pattern.js";
import { describeReadError, fileProblem } from "./problem.js";

/** The input that stands for standard input; also its name in reports. */
export const STANDARD_INPUT = "-";

/** A file to be checked. */
export interface InputFile {
  /** Its path as reports show it: relative to the working directory, with forward slashes; `-` for standard input. */
  readonly name: string;
  /** Its absolute path; `-` for standard input. */
  readonly path: string;
  /** In bytes; `undefined` for what can only be read to its end: standard input, pipes. */
  readonly size: number | undefined;
}

/** What inputs come to. */
export interface FoundFiles {
  /** In the order of the inputs, within a folder by name; each file once. */
  readonly files: readonly InputFile[];
  /** Inputs that lead nowhere or are to be left out, and links that lead nowhere or in circles. */
  readonly problems: readonly FileProblem[];
}

/** Where and what to look for. */
export interface FindOptions {
  /** The folder that relative paths and patterns start from. */
  readonly workingDirectory: string;
  /** Patterns of files and folders to leave out, by path from the working directory or from the input's folder. */
  readonly exclude?: readonly string[];
}

const MANIFEST = /\.(?:ya?ml|json)$/i;
const SKIPPED_FOLDER = /^(?:\..+|node_modules)$/;
const DOTS = /(?:^|\/)\.\.?$/;
const NO_MANIFEST = "no .yaml, .yml or .json file";
const EXCLUDED = "the path is named, but a pattern to leave out matches it";

/**
 * Finds the files that inputs stand for: a file itself, whatever its name; of a folder or a glob every `.yaml`, `.yml` and
 * `.json` file in it, at any depth, hidden folders and `node_modules` left out; `-` is standard input.
 */
export const findFiles = (inputs: readonly string[], options: FindOptions): FoundFiles => {
  const search = new Search(options);
  for (const input of inputs) search.add(input);
  return search;
};

/** A folder on the way, with the real paths of those it lies in. */
interface Folder {
  readonly path: string;
  readonly ancestors: ReadonlySet<string>;
}

class Search implements FoundFiles {
  readonly files: InputFile[] = [];
  readonly problems: FileProblem[] = [];
  readonly #workingDirectory: string;
  readonly #exclude: readonly FilePattern[];
  readonly #known = new Set<string>();

  constructor({ workingDirectory, exclude = [] }: FindOptions) {
    this.#workingDirectory = resolve(workingDirectory);
    this.#exclude = exclude.map(readPattern);
  }

  add(input: string): void {
    if (input === STANDARD_INPUT) {
      this.#addFile({ name: STANDARD_INPUT, path: STANDARD_INPUT, size: undefined }, STANDARD_INPUT);
      return;
    }
    const path = resolve(this.#workingDirectory, input);
    this.#attempt(path, () => {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats === undefined && isGlob(input)) this.#addGlob(input);
      else this.#addPath(path, stats ?? statSync(path));
    });
  }

  #addPath(path: string, stats: Stats): void {
    const name = this.#name(path);
    // By their absolute paths, patterns would leave out `.` and `..` for what these folders happen to be called.
    if (this.#isExcludedByName(...(DOTS.test(name) ? [name] : [name, slashed(path)]))) {
      this.problems.push(fileProblem(name, EXCLUDED));
      return;
    }
    if (stats.isDirectory()) {
      this.#addFolder(path, () => true, name, `the folder holds ${NO_MANIFEST}`);
      return;
    }
    const size = stats.isFile() ? stats.size : undefined;
    this.#addFile({ name, path, size }, size === undefined ? path : realpathSync.native(path));
  }

  #addGlob(glob: string): void {
    const pattern = readPattern(glob);
    const nameOf = (path: string): string => (isAbsolute(glob) ? slashed(path) : this.#name(path));
    const isWanted = (path: string): boolean => pattern.matchesBelow(nameOf(path));
    const root = resolve(this.#workingDirectory, pattern.base);
    const emptiness = `the pattern matches ${NO_MANIFEST}`;
    if (isFolder(root)) this.#addFolder(root, isWanted, glob, emptiness);
    else this.problems.push(fileProblem(glob, emptiness));
  }

  #addFolder(root: string, isWanted: (path: string) => boolean, name: string, emptiness: string): void {
    const before = this.problems.length;
    let found = 0;
    for (const path of this.#walk(root, { path: root, ancestors: new Set() })) {
      if (!isWanted(path)) continue;
      found += 1;
      this.#attempt(path, () => this.#addFound(path));
    }
    if (found === 0 && this.problems.length === before) this.problems.push(fileProblem(name, emptiness));
  }

  #addFound(path: string): void {
    const stats = statSync(path);
    if (!stats.isFile()) return;
    this.#addFile({ name: this.#name(path), path, size: stats.size }, realpathSync.native(path));
  }

  #addFile(file: InputFile, identity: string): void {
    if (this.#known.has(identity)) return;
    this.#known.add(identity);
    this.files.push(file);
  }

  /** The manifests below a folder, each folder in the order of its names. */
  *#walk(root: string, { path, ancestors }: Folder): Generator<string> {
    const real = this.#attempt(path, () => realpathSync.native(path));
    if (real === undefined) return;
    if (ancestors.has(real)) {
      this.problems.push(fileProblem(this.#name(path), "the link leads back to a folder that it lies in"));
      return;
    }
    const within = new Set(ancestors).add(real);
    for (const entry of this.#attempt(path, () => sortedEntries(path)) ?? []) {
      const child = join(path, entry.name);
      if (this.#isExcluded(root, child)) continue;
      if (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(child))) {
        if (!SKIPPED_FOLDER.test(entry.name)) yield* this.#walk(root, { path: child, ancestors: within });
      } else if (MANIFEST.test(entry.name)) yield child;
    }
  }

  #isExcluded(root: string, path: string): boolean {
    if (this.#exclude.length === 0) return false;
    return this.#isExcludedByName(this.#name(path), slashed(relative(root, path)), slashed(path));
  }

  #isExcludedByName(...names: readonly string[]): boolean {
    return this.#exclude.some((pattern) => names.some((name) => pattern.matches(name)));
  }

  #name(path: string): string {
    return slashed(relative(this.#workingDirectory, path)) || ".";
  }

  /** What a look at the file system gives; `undefined`, and a problem, where it fails. */
  #attempt<Result>(path: string, look: () => Result): Result | undefined {
    try {
      return look();
    } catch (error) {
      this.problems.push(fileProblem(this.#name(path), describeReadError(error)));
      return undefined;
    }
  }
}

const slashed = (path: string): string => path.replaceAll("\\", "/");

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads nowhere, or in circles, is reported as the file that it would be.
    return false;
  }
};

const sortedEntries = (path: string): readonly Dirent[] =>
  readdirSync(path, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
