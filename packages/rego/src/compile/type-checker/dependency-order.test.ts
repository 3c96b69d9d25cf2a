import { expect, test } from "vitest";
import { parseModule } from "../../syntax/parse-module.js";
import { printTerm } from "../../syntax/print-term.js";
import { resolveModules } from "../resolve.js";
import { growRuleTree } from "../rule-tree.js";
import { rulesInDependencyOrder } from "./dependency-order.js";

test("a rule comes after those that it refers to, branches stay together", () => {
  const source = "package t\n\na := b\n\nb := c if c\nelse := 2\n\nc := 1\n\nd if data.t[_]\n";
  const module = parseModule(source, { file: "a", version: "v1" });
  const resolved = resolveModules(module.ok ? [module.value] : [], []);
  const order = rulesInDependencyOrder(growRuleTree(resolved)).map(({ rule }) => printTerm(rule.head.reference));
  expect(order).toStrictEqual(["c", "b", "b", "a", "d"]);
});
