import type { FileProblem } from "@ostiary/report";

/** An error about a whole file or folder. */
export const fileProblem = (file: string, message: string, code = "unreadable"): FileProblem => ({
  file,
  message,
  severity: "error",
  code,
});

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "is a folder",
  ELOOP: "the link leads in circles",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the path is too long",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "the file is too large",
  ENOENT: "no such file or folder",
  ENOSPC: "no space left on the device",
  ENOTDIR: "a part of the path is not a folder",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
};

/** Says in plain words why the file system refused. */
export const describeReadError = (error: unknown): string => {
  const code = errorCode(error);
  if (code !== undefined && Object.hasOwn(REASONS, code)) return REASONS[code] ?? code;
  return error instanceof Error ? error.message : String(error);
};

/** The code of a system error, e.g. `ENOENT`. */
export const errorCode = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
};
