import type { Json } from "@ostiary/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCel, runCel, SAMPLE } from "../../test/cel.js";

/** Whatever looks like an expression, and whatever does not. */
const expressions = () => {
  const atoms = fc.constantFrom(
    "object",
    "object.spec.l",
    "object.spec.s",
    "object.zz",
    "1",
    "1.5",
    "'a'",
    "null",
    "x",
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      atoms,
      fc
        .tuple(tie("tree"), fc.constantFrom("+", "-", "/", "==", "<", "&&", "||", "in"), tie("tree"))
        .map((parts) => `(${parts.join(" ")})`),
      fc
        .tuple(tie("tree"), fc.constantFrom("all", "exists", "map", "filter", "exists_one"), tie("tree"))
        .map(([range, macro, body]) => `${range}.${macro}(x, ${body})`),
      fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([condition, yes, no]) => `(${condition} ? ${yes} : ${no})`),
      tie("tree").map((inner) => `string(${inner})`),
      tie("tree").map((inner) => `(${inner}).?a`),
      tie("tree").map((inner) => `[${inner}]`),
      fc.string(),
    ),
  }));
  return tree;
};

describe("programs", () => {
  it("never throw, whatever the expression and the object are", () => {
    fc.assert(
      fc.property(expressions(), fc.jsonValue(), (expression, object) => {
        expect(typeof evaluateCel(expression, object as Json)).toBe("string");
      }),
      { numRuns: 500 },
    );
  });

  it("give the same result twice, and change no object", () => {
    const frozen = (value: unknown): unknown => {
      if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
      return Object.freeze(value);
    };
    frozen(SAMPLE);
    fc.assert(
      fc.property(expressions(), (expression) => {
        expect(runCel(expression)).toEqual(runCel(expression));
      }),
      { numRuns: 200 },
    );
  });

  it("tell the fields that decided", () => {
    const read = (expression: string) => runCel(expression).reads;
    expect(read("object.spec.n > 3 && object.spec.s == 'no'")).toEqual(["spec.s"]);
    expect(read("object.spec.zz == 1 || object.spec.n == 5")).toEqual(["spec.n"]);
    expect(read("object.spec.mixed.all(x, x == 1)")).toEqual([]);
    expect(read("has(object.spec.zz) && true")).toEqual(["spec.zz"]);
  });

  it("of elements tell those that decided", () => {
    const object = {
      list: [
        { a: 1, b: "x" },
        { a: 2, b: "y" },
        { a: 3, b: "z" },
      ],
    };
    const read = (expression: string) => runCel(expression, object).reads;
    expect(read("object.list.all(x, x.a != 2)")).toEqual(["list.1.a"]);
    expect(read("object.list.exists(x, x.a == 3)")).toEqual(["list.2.a"]);
    expect(read("object.list.filter(x, x.a > 1).map(x, x.b) == []")).toEqual(["list.1.a", "list.2.a"]);
    expect(read("object.list.map(x, x.b).size() == 0")).toEqual(["list.0.b", "list.1.b", "list.2.b"]);
  });
});
