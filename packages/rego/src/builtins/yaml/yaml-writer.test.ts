import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { numberFromText } from "../../value/number.js";
import { RegoSet } from "../../value/set.js";
import { nested } from "../../value/value.arbitrary.js";
import type { Value } from "../../value/value.js";
import { writeYaml } from "./yaml-writer.js";

test.each<[Value, string]>([
  [1, "1\n"],
  [[], "[]\n"],
  [{}, "{}\n"],
  [[[1, [2]], { a: 1, b: 2 }], "- - 1\n  - - 2\n- a: 1\n  b: 2\n"],
  [{ a: [1], b: { c: new RegoSet() } }, "a:\n- 1\nb:\n  c: []\n"],
  [{ a10: 1, a9: 2 }, "a9: 2\na10: 1\n"],
  [
    [2n ** 63n, 2n ** 64n, -(2n ** 63n) - 1n],
    "- 9223372036854775808\n- 1.8446744073709552e+19\n- -9.223372036854776e+18\n",
  ],
  [[numberFromText("2e308"), numberFromText("1e3")], "- 2e308\n- 1000\n"],
  [["a\nb\n", 1], "- |\n  a\n  b\n- 1\n"],
])("value %#", (value, expected) => {
  expect(writeYaml(value)).toBe(expected);
});

test("what is written reads back", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "1", ":", " ", "#", "\n", "'", '"', "-", "é", "\t"),
    maxLength: 6,
  });
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.integer(),
      fc.constantFrom(null, true),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(text, tie("value"), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(json, (value) => {
      // JSON is a value.
      const written = writeYaml(value as Value) ?? "";
      expect(parse(written, { version: "1.1" })).toStrictEqual(value);
    }),
    { numRuns: 500 },
  );
});

test("a value nested too deeply is refused", () => {
  expect(writeYaml(nested(10_000, 1))).toBeUndefined();
});
