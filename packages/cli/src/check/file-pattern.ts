import { Minimatch } from "minimatch";

/** A glob for files and folders. */
export interface FilePattern {
  /** The folder in front of the first part that is a pattern; `.` when there is none. */
  readonly base: string;
  /** Whether a path, with forward slashes, is meant. A pattern without a slash matches names in any folder. */
  matches(name: string): boolean;
  /** Whether a path is meant, or lies in a folder that is. */
  matchesBelow(name: string): boolean;
}

const OPTIONS = { dot: true, nocomment: true, nonegate: true } as const;

/** Whether a text is a glob and not a plain path. */
export const isGlob = (text: string): boolean => new Minimatch(text, { ...OPTIONS, magicalBraces: true }).hasMagic();

/**
 * Reads a glob: `*` and `?` within one part of a path, `**` across parts, `[a-c]`, `{a,b}`.
 *
 * @param glob - relative paths are meant from the working directory
 */
export const readPattern = (glob: string): FilePattern => {
  const written = glob.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "");
  const [anywhere, exact, below] = [
    new Minimatch(written, { ...OPTIONS, matchBase: true }),
    new Minimatch(written, OPTIONS),
    new Minimatch(`${written}/**`, OPTIONS),
  ];
  return {
    base: baseOf(glob),
    matches: (name) => anywhere.match(name),
    matchesBelow: (name) => exact.match(name) || below.match(name),
  };
};

const baseOf = (glob: string): string => {
  const parts = glob.split("/");
  const firstPattern = parts.findIndex((part) => isGlob(part));
  const fixed = parts.slice(0, firstPattern < 0 ? parts.length - 1 : firstPattern);
  if (fixed.length === 1 && fixed[0] === "") return "/";
  return fixed.join("/") || ".";
};
