import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compileRego,
  equal,
  jsonText,
  type Outcome,
  parseModule,
  type QueryResult,
  RegoSet,
  toText,
} from "../src/index.js";
import { decimalFrom, isNumber } from "../src/value/number.js";
import { anyValue } from "../src/value/value.arbitrary.js";
import { freezeDeep } from "./freeze-deep.js";

function prepared(source: string, query: string) {
  const policy = compileRego([{ file: "laws.rego", source: `package laws\n\n${source}\n` }]);
  const result = policy.ok ? policy.value.prepare(query) : policy;
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

const textOf = (results: Outcome<readonly QueryResult[]>): string =>
  results.ok
    ? results.value.map(({ expressions }) => expressions.map(toText).join()).join("\n")
    : results.errors.map(({ message }) => message).join("\n");

test("sort agrees with the order of iteration, of sets and of keys", () => {
  const query = prepared("s := {x | some x in input}\np if sort(s) == [x | some x in s]", "data.laws.p");
  const keys = prepared(
    "o := {x: 1 | some x in input}\np if sort(object.keys(o)) == [k | some k, _ in o]",
    "data.laws.p",
  );
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 12 }), (values) => {
      const options = { inputValue: new RegoSet(values) };
      expect([textOf(query.evaluate(options)), textOf(keys.evaluate(options))]).toStrictEqual(["true", "true"]);
    }),
  );
});

const reading = `
kept := [x | some x in input.list; x != input.one]
merged := object.union({"a": input.one}, {"b": input.list})
patched := json.patch(input, [{"op": "add", "path": "/list/-", "value": 1}])
removed := json.remove(input, ["list/0"])
changed := n if n := count(input.list) with input.list as array.concat(input.list, [1])
stored := x if x := data.base.x with data.base.x as input.one
walked := {p | walk(input, [p, _])}
text := sprintf("%v %v", [input, data.base])`;

test("an evaluation changes neither input nor data", () => {
  const query = prepared(reading, "data.laws");
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 4 }), fc.jsonValue(), (list, one) => {
      const documents = { input: freezeDeep({ list, one }), data: freezeDeep({ base: { x: list } }) };
      const before = JSON.stringify(documents);
      expect(query.evaluate(documents).ok).toBe(true);
      expect(JSON.stringify(documents)).toBe(before);
    }),
  );
});

const indexed = `
p contains "a" if input.kind == "Pod"
p contains "b" if { x := input.xs[_]; x == input.kind }
p contains "c" if input.kind in {"Pod", "Job"}
p contains "d" if "x" in input.xs
p contains "e" if { [y, 1] = input.xs; y == input.kind }
p contains "f" if glob.match("P.*", ["."], input.kind)
f("Pod", x) := 1 if x == input.xs
f("Job", x) := 2 if x == "x"
f(kind, x) := 3 if { kind == x; kind == "y" }
q := f(input.kind, input.xs)
r := 1 if input.kind == "Pod"
else := 2 if input.kind == "Job"
else := 3 if input.xs`;

test("an index changes no result: observed evaluations have none", () => {
  const query = prepared(indexed, "data.laws");
  const kinds = fc.constantFrom("Pod", "Job", "x", "y", "P.q", 1, null, ["Pod"], undefined);
  const lists = fc.oneof(kinds, fc.array(fc.constantFrom("x", "Pod", 1, null), { maxLength: 3 }));
  fc.assert(
    fc.property(kinds, lists, (kind, xs) => {
      const input = { kind, xs };
      expect(textOf(query.evaluate({ input }))).toBe(textOf(query.evaluate({ input, observer: {} })));
    }),
  );
});

/** A fraction with a positive denominator. */
interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const rationalOf = (digits: bigint, exponent: number): Rational =>
  exponent >= 0
    ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-exponent) };

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Are two fractions equal but for 2^-60 of the first? */
function areClose(exact: Rational, other: Rational): boolean {
  const difference = magnitude(exact.numerator * other.denominator - other.numerator * exact.denominator);
  return difference * 2n ** 60n <= magnitude(exact.numerator) * other.denominator;
}

describe("arithmetic agrees with exact fractions", () => {
  const query = prepared("p := [x + y, x - y, x * y, x / y] if { x := input[0]; y := input[1] }", "data.laws.p");
  const operands = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -6, max: 6 }));

  test("to 60 bits", () => {
    fc.assert(
      fc.property(operands, operands, (left, right) => {
        fc.pre(right[0] !== 0);
        const input = [left, right].map(([digits, exponent]) => Number(`${digits}e${exponent}`));
        const results = query.evaluate({ input });
        const values = results.ok ? results.value[0]?.expressions[0] : undefined;
        const [one, other] = input.map((number) => {
          const { digits, exponent } = decimalFrom(number);
          return rationalOf(digits, exponent);
        });
        if (!Array.isArray(values) || one === undefined || other === undefined) throw new Error(textOf(results));
        const [a, b, c, d] = [one.numerator, one.denominator, other.numerator, other.denominator];
        const sign = c < 0n ? -1n : 1n;
        const expected: readonly Rational[] = [
          { numerator: a * d + c * b, denominator: b * d },
          { numerator: a * d - c * b, denominator: b * d },
          { numerator: a * c, denominator: b * d },
          { numerator: sign * a * d, denominator: sign * b * c },
        ];
        const given = values.map((value) => {
          const { digits, exponent } = decimalFrom(isNumber(value) ? value : 0);
          return rationalOf(digits, exponent);
        });
        expect(expected.map((exact, index) => areNear(exact, given[index], one, other))).toStrictEqual([
          true,
          true,
          true,
          true,
        ]);
      }),
    );
  });
});

/** A difference loses what its operands have in common: there the operands are the measure. */
function areNear(exact: Rational, given: Rational | undefined, ...operands: readonly Rational[]): boolean {
  if (given === undefined) return false;
  if (areClose(exact, given)) return true;
  const error = {
    numerator: magnitude(exact.numerator * given.denominator - given.numerator * exact.denominator),
    denominator: exact.denominator * given.denominator,
  };
  return operands.some(
    ({ numerator, denominator }) =>
      error.numerator * denominator * 2n ** 60n <= magnitude(numerator) * error.denominator,
  );
}

test("the text of a result is the same each time, and as JSON too", () => {
  const query = prepared("p := {[x, y] | some x in input; some y in input}", "data.laws.p");
  fc.assert(
    // Of equal numbers that are spelled differently a set keeps one, and which depends on their order.
    fc.property(fc.uniqueArray(anyValue, { maxLength: 5, comparator: equal }), (values) => {
      const texts = [values, [...values].reverse()].map((inputValue) => {
        const results = query.evaluate({ inputValue });
        return results.ok ? results.value.map(({ expressions }) => jsonText(expressions[0] ?? null)) : results.errors;
      });
      expect(texts[0]).toStrictEqual(texts[1]);
    }),
  );
});

test("a source of any characters is parsed or refused", () => {
  const pieces = fc.constantFrom(
    "package a\n",
    "p",
    " := ",
    "{",
    "}",
    "[",
    "|",
    "x",
    "in",
    " some ",
    "not ",
    '"',
    "`",
    "$",
    "\n",
    "\u2028",
    "#",
    "1e",
    ".",
    "(",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      expect(typeof parseModule(`package a\n${parts.join("")}`, { file: "a", version: "v1" }).ok).toBe("boolean");
    }),
  );
});
