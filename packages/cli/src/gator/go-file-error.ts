import { errorCode } from "../check/problem.js";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "is a directory",
  ELOOP: "too many levels of symbolic links",
  EMFILE: "too many open files",
  ENAMETOOLONG: "file name too long",
  ENOENT: "no such file or directory",
  ENOTDIR: "not a directory",
};

/**
 * Says in the words of Go's library what the file system refused.
 *
 * @param operation - `open`, `stat`, `read`
 * @param path - as it was given
 */
export const describeFileError = (operation: string, path: string, error: unknown): string => {
  const code = errorCode(error) ?? "";
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return `${operation} ${path}: ${reason ?? (error instanceof Error ? error.message : String(error))}`;
};
