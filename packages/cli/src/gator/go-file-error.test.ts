import { expect, it } from "vitest";
import { describeFileError } from "./go-file-error.js";

const systemError = (code: string): Error => Object.assign(new Error("something"), { code });

it.each([
  ["ENOENT", "open a.yaml: no such file or directory"],
  ["EACCES", "open a.yaml: permission denied"],
  ["EISDIR", "open a.yaml: is a directory"],
  ["ENOTDIR", "open a.yaml: not a directory"],
  ["EOTHER", "open a.yaml: something"],
])("%s is told as Go tells it", (code, expected) => {
  expect(describeFileError("open", "a.yaml", systemError(code))).toBe(expected);
});

it("what is thrown and is no error is told as it is", () => {
  expect(describeFileError("stat", "a", "odd")).toBe("stat a: odd");
});
