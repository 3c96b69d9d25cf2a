import { expect, test } from "vitest";
import { nowhere } from "./location.js";

test("what has no place has line and column 0", () => {
  expect(nowhere("a.rego")).toStrictEqual({ file: "a.rego", row: 0, column: 0, offset: 0, end: 0 });
});
