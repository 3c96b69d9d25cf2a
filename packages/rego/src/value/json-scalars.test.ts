import { expect, test } from "vitest";
import { JsonCursor, readScalar, readString } from "./json-scalars.js";

test("a scalar is read up to its end", () => {
  const cursor = new JsonCursor(" -1.5e3,");
  cursor.skipSpace();
  expect(readScalar(cursor)).toStrictEqual(expect.objectContaining({ text: "-1.5e3" }));
  expect(cursor.peek()).toBe(",");
});

test("a string ends at its quote", () => {
  const cursor = new JsonCursor('"a\\"b" c');
  expect(readString(cursor)).toBe('a"b');
  expect(cursor.position).toBe(6);
});

test("a fault names the place", () => {
  expect(() => readScalar(new JsonCursor("truth"))).toThrow(
    expect.objectContaining({ message: "invalid character 't' in literal true (expecting 'e')" }),
  );
});
