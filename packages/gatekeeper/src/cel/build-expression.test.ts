import { expect, test } from "vitest";
import { ExpressionBuilder } from "./build-expression.js";
import { kubernetesEnvironment } from "./environment.js";
import type { Expression } from "./expression.js";

const builder = () => new ExpressionBuilder(kubernetesEnvironment());
const token = (text: string) => ({ kind: "identifier", text, start: 0 });

test("chains are as flat as can be, with the offsets of their operators in order", () => {
  const build = builder();
  const terms = ["a", "b", "c", "d", "e"].map((name) => build.identifier(token(name), ""));
  const show = (one: Expression): string => {
    if (one.kind === "identifier") return one.name;
    return one.kind === "call" ? `(${one.args.map(show).join(` ${one.offset} `)})` : one.kind;
  };
  expect(show(build.balanced("_||_", terms, [1, 2, 3, 4]))).toBe("(((a 1 b) 2 c) 3 (d 4 e))");
  expect(build.balanced("_||_", terms.slice(0, 1), [])).toBe(terms[0]);
});

test("reserved words are no names, but fields may be called like them", () => {
  const build = builder();
  build.identifier(token("for"), "");
  build.call(token("if"), [], 2, "");
  expect(build.issues.map(({ message }) => message)).toEqual(["reserved identifier: for", "reserved identifier: if"]);
  const operand = build.identifier(token("a"), "");
  expect(build.select(operand, token("for"), 1, "value")).toMatchObject({ kind: "select", field: "for" });
});

test("a name of the root keeps its dot, and a function that is known loses it", () => {
  const build = builder();
  expect(build.identifier(token("a"), ".")).toMatchObject({ name: ".a" });
  expect([build.call(token("size"), [], 0, "."), build.call(token("f"), [], 0, ".")]).toMatchObject([
    { name: "size" },
    { name: ".f" },
  ]);
});
