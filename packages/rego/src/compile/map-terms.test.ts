import { expect, test } from "vitest";
import { scalar } from "../syntax/ast.js";
import { parseModule, parseQueryText } from "../syntax/parse-module.js";
import { printBody, printTerm } from "../syntax/print-term.js";
import {
  branchesOf,
  headTerms,
  mapBranches,
  mapHead,
  mapLiteral,
  outerReferences,
  visitLiterals,
  visitLiteralTerms,
} from "./map-terms.js";

const text =
  'x = [f(a), {b}, {"k": c}, {d: e | g}, $"{h}", i[j]] with input as k; some l in m; every n in o { p }; some q';

function body(source: string) {
  const query = parseQueryText(source, { file: "a", version: "v1" });
  return query.ok ? query.value : [];
}

test("every variable of a literal can be replaced, closures included", () => {
  const replaced = body(text).map((literal) =>
    mapLiteral(literal, { term: (term) => (term.kind === "variable" ? scalar(1, term.location) : undefined) }),
  );
  expect(printBody(replaced)).toBe(
    '1 = [f(1), {1}, {"k": 1}, {1: 1 | 1}, $"{1}", 1[1]] with 1 as 1; some 1 in 1; every n in 1 { 1 }; some q',
  );
});

test("without changes a literal stays as it is", () => {
  expect(printBody(body(text).map((literal) => mapLiteral(literal, {})))).toBe(printBody(body(text)));
});

test("visitors meet outer terms first, and literals of closures after their own", () => {
  const terms: string[] = [];
  for (const literal of body("[x | y]")) visitLiteralTerms(literal, (term) => terms.push(printTerm(term)));
  expect(terms).toStrictEqual(["[x | y]", "y", "x"]);
  const literals: string[] = [];
  visitLiterals(body("a = [x | y = [1 | z]]"), (literal) => literals.push(printBody([literal])));
  expect(literals).toStrictEqual(["a = [x | y = [1 | z]]", "y = [1 | z]", "z"]);
});

test("heads and branches are rebuilt part by part", () => {
  const module = parseModule("package a\n\nf(x) := y if x\nelse := z if x\n\np[k] contains v if k\n", {
    file: "a",
    version: "v1",
  });
  const [chain, set] = module.ok ? module.value.rules : [];
  if (chain === undefined || set === undefined) throw new Error("not parsed");
  expect([...branchesOf(mapBranches(chain, (rule) => rule))]).toHaveLength(2);
  expect(headTerms(chain.head).map(printTerm)).toStrictEqual(["x", "y"]);
  expect(headTerms(mapHead(set.head, (term) => scalar(1, term.location))).map(printTerm)).toStrictEqual(["1", "1"]);
});

test("the outer references of a rule are those outside of brackets, in the order of OPA's visitor", () => {
  const source =
    'package a\n\np[{"k": data.a}] { f.g(data.b[data.c]); x := {data.d: data.e | data.f}; x with input as data.h; [data.i | data.j] }\n';
  const module = parseModule(source, { file: "a", version: "v0" });
  const [rule] = module.ok ? module.value.rules : [];
  expect(rule === undefined ? [] : outerReferences(rule).map(printTerm)).toStrictEqual([
    "data.a",
    "f.g",
    "data.b[data.c]",
    "assign",
    "data.d",
    "data.e",
    "data.f",
    "input",
    "data.h",
    "data.i",
    "data.j",
  ]);
});
