import { expect, test } from "vitest";
import { literalOf, scalar } from "../syntax/ast.js";
import { nowhere } from "../syntax/location.js";
import { parseQueryText } from "../syntax/parse-module.js";
import { printBody } from "../syntax/print-term.js";
import { appendSupport, flattenBody } from "./flatten.js";
import { NameSource } from "./name-source.js";

function flat(text: string, negatesWhole = false): string {
  const query = parseQueryText(text, { file: "a", version: "v1" });
  const context = { names: new NameSource(), negatesWhole };
  return query.ok ? printBody(flattenBody(query.value, context)).replaceAll(/__local(\d+)__/g, "t$1") : "not parsed";
}

test.each([
  ["f(g(x))", "g(x, t0); f(t0)"],
  ["x = 1 + 2", "plus(1, 2, t0); x = t0"],
  ["f(x).a == 1", "f(x, t0); t0.a == 1"],
  ["[g(1), {h(2)}]", "g(1, t0); h(2, t1); [t0, {t1}]"],
  ["a[f(1)]", "f(1, t0); a[t0]"],
  ["[1, 2][i]", "t0 = [1, 2]; t0[i]"],
  ["x = [f(y) | y = g(1)]", "x = [t0 | g(1, t1); y = t1; f(y, t0)]"],
  ["every x in f(1) { g(h(x)) }", "f(1, t1); t0 = t1; every x in t0 { h(x, t2); g(t2) }"],
  ["f(1) with input as g(2)", "g(2, t0); f(1) with input as t0"],
  ["not f(g(1))", "g(1, t0); not f(t0)"],
])("%s becomes %s", (text, expected) => {
  expect(flat(text)).toBe(expected);
});

test("what is moved out stays negated where the module wants it", () => {
  expect(flat("not f(g(1))", true)).toBe("not { g(1, t0); f(t0) }");
});

test("a body that is only true gives way to what the head needs", () => {
  const place = nowhere("");
  const [always, support] = [literalOf(scalar(true, place), place), literalOf(scalar(1, place), place)];
  const body = [always];
  appendSupport(body, []);
  expect(body).toStrictEqual([always]);
  appendSupport(body, [support]);
  expect(body).toStrictEqual([support]);
  appendSupport(body, [always]);
  expect(body).toStrictEqual([support, always]);
});
