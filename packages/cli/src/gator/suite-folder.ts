import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Outcome, SuiteFiles } from "@ostiary/gatekeeper";
import { decodeObject, decodeObjects } from "./decode-document.js";
import { withoutRoot } from "./find-suites.js";
import { describeFileError } from "./go-file-error.js";

/**
 * The files that a suite names, relative to its own.
 *
 * @param suiteFile - the absolute path of the suite
 */
export const suiteFolder = (suiteFile: string): SuiteFiles => {
  const locate = (path: string): string => join(dirname(suiteFile), path);
  const read = <Value>(path: string, decode: (text: string) => Outcome<Value>): Outcome<Value> => {
    let text: string;
    try {
      text = readFileSync(locate(path), "utf8");
    } catch (error) {
      const message = describeFileError("open", withoutRoot(locate(path)), error);
      return { ok: false, error: { code: "unreadable", message } };
    }
    return decode(text);
  };
  return {
    name: (path) => withoutRoot(locate(path)),
    readOne: (path) => read(path, decodeObject),
    readAll: (path) => read(path, decodeObjects),
  };
};
