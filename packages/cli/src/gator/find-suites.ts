import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { type GatorSuite, isGatorSuite, type Outcome, readGatorSuite } from "@ostiary/gatekeeper";
import { decodeDocument } from "./decode-document.js";
import { describeFileError } from "./go-file-error.js";

/** A file with a suite. */
export interface SuiteFile {
  /** Its absolute path. */
  readonly file: string;
  /** As the report names it. */
  readonly title: string;
  readonly suite: GatorSuite;
}

const refuse = (message: string): Outcome<never> => ({ ok: false, error: { code: "unreadable", message } });

const isYaml = (name: string): boolean => [".yaml", ".yml"].includes(extname(name));

/** A path as gator's messages have it, which looks at everything from the root of the file system. */
export const withoutRoot = (path: string): string => path.replace(/^\/+/, "").replace(/\/+$/, "");

/**
 * Finds the suites that a path of `gator verify` stands for: of a file, of a folder, or with `/...` behind it of a folder and all
 * that is below. YAML files with something else in them are passed over.
 *
 * @returns the suites in the order of their paths; or what cannot be read, in gator's words
 * @source gatekeeper, pkg/gator/verify/read_suites.go
 */
export const findSuites = (path: string, workingDirectory: string): Outcome<readonly SuiteFile[]> => {
  const isRecursive = path.endsWith("/...");
  const original = isRecursive ? path.slice(0, -"...".length) : path;
  const files = listFiles(resolve(workingDirectory, original), isRecursive);
  if (!files.ok) return files;
  const suites: SuiteFile[] = [];
  for (const file of files.value.toSorted()) {
    const suite = readSuite(file);
    if (!suite.ok) return suite;
    if (suite.value === undefined) continue;
    const title = titleOf(file, original);
    if (!title.ok) return title;
    suites.push({ file, title: title.value, suite: suite.value });
  }
  return { ok: true, value: suites };
};

const listFiles = (target: string, isRecursive: boolean): Outcome<readonly string[]> => {
  let isFolder: boolean;
  try {
    isFolder = statSync(target).isDirectory();
  } catch (error) {
    return refuse(describeFileError("stat", withoutRoot(target), error));
  }
  if (isFolder) return { ok: true, value: isRecursive ? filesBelow(target) : filesIn(target) };
  if (isRecursive) {
    const quoted = JSON.stringify(withoutRoot(target));
    return refuse(`can only recursively traverse directories, not a directory: ${quoted}`);
  }
  if (isYaml(target)) return { ok: true, value: [target] };
  return refuse(`unsupported extension: ${JSON.stringify(extname(target))}`);
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && isYaml(entry.name))
    .map(({ name }) => join(folder, name));

/** Links to folders are not followed. */
const filesBelow = (folder: string): readonly string[] => [
  ...filesIn(folder),
  ...readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => filesBelow(join(folder, name))),
];

const readSuite = (file: string): Outcome<GatorSuite | undefined> => {
  const quoted = JSON.stringify(withoutRoot(file));
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    return refuse(`reading file ${quoted}: ${describeFileError("open", withoutRoot(file), error)}`);
  }
  const document = decodeDocument(text);
  if (!document.ok) return refuse(`invalid yaml: parsing yaml file ${quoted}: ${document.error.message}`);
  return isGatorSuite(document.value) ? readGatorSuite(document.value) : { ok: true, value: undefined };
};

/** What was given, and what follows it in the path of the file: gator looks for the first place where it occurs. */
const titleOf = (file: string, original: string): Outcome<string> => {
  const sought = original
    .replace(/^\//, "")
    .replace(/^\.\//, "")
    .replace(/^(?:\.\.\/)+/, "");
  const whole = withoutRoot(file);
  const at = whole.indexOf(sought);
  if (at < 0) return refuse(`could not find ${sought} in ${whole}`);
  return { ok: true, value: original + whole.slice(at + sought.length) };
};
