import { expect, it } from "vitest";
import { CelUint } from "./cel-value.js";
import { formatKey } from "./format-key.js";

it.each([
  ["a", "a"],
  [1n, "1"],
  [1.5, "1.5"],
  [true, "true"],
  [null, "null"],
  [new CelUint(7n), "7"],
  [new Uint8Array(), "value"],
])("a key is named: %#", (key, text) => {
  expect(formatKey(key)).toBe(text);
});
