import fc from "fast-check";
import { expect, test } from "vitest";
import { equal } from "./equal.js";
import { anyValue } from "./value.arbitrary.js";
import { ValueTable } from "./value-table.js";

test("a key is found at the position where it was appended, in tables of any size", () => {
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 30 }), anyValue, (values, other) => {
      const table = new ValueTable();
      for (const value of values) if (table.find(value) < 0) table.append(value);
      for (const [position, key] of table.keys.entries()) expect(table.find(key)).toBe(position);
      expect(table.find(other)).toBe(table.keys.findIndex((key) => equal(key, other)));
    }),
  );
});

test("a table of 100,000 keys is still quick", () => {
  const table = new ValueTable();
  for (let index = 0; index < 100_000; index += 1) table.append(index);
  expect(table.find(99_999)).toBe(99_999);
  expect(table.find(-1)).toBe(-1);
});
