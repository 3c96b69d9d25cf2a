import { existsSync, type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { isGlob, readPattern } from "./file-pattern.js";

/** Waits for changes of files. */
export interface Watcher {
  /** Resolves when something has changed since the last call, and then nothing for a moment. */
  changed(): Promise<void>;
  close(): void;
}

/** Who saves a file, or many, makes a burst of events; in milliseconds. */
const QUIET = 100;

/**
 * Watches what inputs stand for: files, folders with all below, the folders in front of globs. What does not exist yet is
 * waited for in the folder that it would be in.
 *
 * @param ignored - absolute paths of files that may change without anything having changed: the output
 */
export const watchInputs = (
  inputs: readonly string[],
  workingDirectory: string,
  ignored: readonly string[] = [],
): Watcher => {
  const change = new ChangeSignal();
  const notice = (path: string): void => {
    if (!ignored.includes(path)) change.notice();
  };
  const watchers = inputs.map((input) => watchInput(input, workingDirectory, notice));
  return {
    changed: () => change.next(),
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
};

/** Remembers that something has changed until somebody asks. */
class ChangeSignal {
  #hasChanged = false;
  #tell: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  notice(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#hasChanged = true;
      this.#tell?.();
    }, QUIET);
  }

  async next(): Promise<void> {
    if (!this.#hasChanged) {
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
      });
    }
    this.#hasChanged = false;
    this.#tell = undefined;
  }
}

type Notice = (path: string) => void;

const watchInput = (input: string, workingDirectory: string, notice: Notice): FSWatcher => {
  const path = resolve(workingDirectory, input);
  if (isFolder(path)) return watchFolder(path, notice);
  if (isGlob(input) && !existsSync(path))
    return watchFolder(resolve(workingDirectory, readPattern(input).base), notice);
  // Editors replace files: the new one has another identity, and only its folder tells.
  return watch(dirname(path), (_event, name) => {
    if (name === null || name === basename(path)) notice(path);
  });
};

const watchFolder = (folder: string, notice: Notice): FSWatcher =>
  watch(folder, { recursive: true }, (_event, name) => notice(resolve(folder, name ?? "")));

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
