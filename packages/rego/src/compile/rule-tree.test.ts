import { expect, test } from "vitest";
import { parseModule, parseQueryText } from "../syntax/parse-module.js";
import { printTerm } from "../syntax/print-term.js";
import { findNode, growRuleTree, rulesReachedBy } from "./rule-tree.js";

const module = parseModule("package a.b\n\np := 1\n\nq.r[x].s := 1 if { x := 1 }\n\nt[1] := 2\n", {
  file: "a",
  version: "v1",
});
const root = growRuleTree(module.ok ? [module.value] : []);

function reference(text: string) {
  const query = parseQueryText(text, { file: "", version: "v1" });
  const expression = query.ok ? query.value[0]?.expression : undefined;
  if (expression?.kind !== "reference") throw new Error("no reference");
  return expression;
}

test("rules stand at their constant beginnings", () => {
  expect(findNode(root, reference("data.a.b.q.r"))?.rules).toHaveLength(1);
  expect(findNode(root, reference("data.a.b.t[1]"))?.rules).toHaveLength(1);
  expect(findNode(root, reference("data.a.b"))?.hasChildren).toBe(true);
  expect(findNode(root, reference("data.a.c"))).toBeUndefined();
  expect(findNode(root, reference("data.a[x]"))).toBeUndefined();
  expect(findNode(root, reference("input.a"))).toBeUndefined();
});

test("children are in the order of their keys", () => {
  const backwards = parseModule("package a\n\nc := 1\n\na := 1\n\nb := 1\n", { file: "a", version: "v1" });
  const node = findNode(growRuleTree(backwards.ok ? [backwards.value] : []), reference("data.a"));
  expect(node?.children().map(({ path }) => path.at(-1))).toStrictEqual(["a", "b", "c"]);
});

test.each([
  ["data.a.b.p", "data.a.b.p"],
  ["data.a.b.q.r.x.y", "data.a.b.q.r[x].s"],
  ["data.a[k]", "data.a.b.p data.a.b.q.r[x].s data.a.b.t[1]"],
  ["data[k].b.p", "data.a.b.p"],
  ["data.a.b.t[k]", "data.a.b.t[1]"],
  ["data.z", ""],
  ["input.a", ""],
])("%s reaches %s", (text, expected) => {
  const reached = rulesReachedBy(root, reference(text)).map((defined) => printTerm(defined.reference));
  expect(reached.sort().join(" ")).toBe(expected);
});
