import { expect, test } from "vitest";
import { describeReadError, errorCode, fileProblem } from "./problem.js";

const systemError = (code: unknown): Error => Object.assign(new Error("the system's words"), { code });

test.each<[error: unknown, text: string]>([
  [systemError("EACCES"), "permission denied"],
  [systemError("ENOENT"), "no such file or folder"],
  [systemError("ENOSPC"), "no space left on the device"],
  [systemError("ELOOP"), "the link leads in circles"],
  [systemError("EIO"), "the system's words"],
  [systemError("constructor"), "the system's words"],
  [systemError(13), "the system's words"],
  [new Error("something else"), "something else"],
  ["a text", "a text"],
  [undefined, "undefined"],
])("%s is described as: %s", (error, text) => {
  expect(describeReadError(error)).toBe(text);
});

test("only text is a code", () => {
  expect([errorCode(systemError("EIO")), errorCode(systemError(13)), errorCode({ code: "EIO" })]).toEqual([
    "EIO",
    undefined,
    undefined,
  ]);
});

test("a problem with a file is an error without a place", () => {
  expect(fileProblem("a.yaml", "permission denied")).toEqual({
    file: "a.yaml",
    message: "permission denied",
    severity: "error",
    code: "unreadable",
  });
});
