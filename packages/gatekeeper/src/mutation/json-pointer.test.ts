import { expect, it } from "vitest";
import { formatPointer, parsePointer } from "./json-pointer.js";

it.each([
  [[], ""],
  [["a", 0, "b"], "/a/0/b"],
  [["a/b", "m~n", ""], "/a~1b/m~0n/"],
  [["~1"], "/~01"],
])("%j is %j", (path, pointer) => {
  expect(formatPointer(path)).toBe(pointer);
  expect(parsePointer(pointer)).toEqual(path.map(String));
});

it.each(["a", "/~", "/~2", "/a~"])("%j is no pointer", (text) => {
  expect(parsePointer(text)).toBeUndefined();
});
