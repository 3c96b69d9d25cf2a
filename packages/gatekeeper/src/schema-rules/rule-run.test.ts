import type { Json } from "@ostiary/core";
import { expect, test } from "vitest";
import { kubernetesEnvironment } from "../cel/environment.js";
import { readSchema } from "../schema/read-schema.js";
import { compileNode } from "./rule-node.js";
import { RuleRun } from "./rule-run.js";

const judge = (schema: Json, value: Json): readonly string[] => {
  const read = readSchema(schema);
  const node = compileNode(read, read, kubernetesEnvironment);
  const run = new RuleRun();
  if (node !== undefined) run.judge(node, value, "p");
  return run.errors;
};

const rules = (...list: readonly (string | Record<string, Json>)[]) => ({
  "x-kubernetes-validations": list.map((one) => (typeof one === "string" ? { rule: one } : one)),
});

test("values, their parts and `allOf` are judged in this order; a null is not", () => {
  const schema = {
    type: "object",
    properties: {
      l: { type: "array", items: { type: "integer", ...rules("self > 1") } },
      n: { type: "string", nullable: true, ...rules("false") },
    },
    allOf: [rules("size(self) > 9")],
    ...rules("has(self.x)"),
  };
  // `x` is no field: the rule does not compile.
  expect(judge(schema, { l: [1, 2], n: null }).map((error) => error.slice(0, 40))).toEqual([
    'p: Invalid value: "object": rule compile',
    'p: Invalid value: "object": rule compile',
    "p.l[0]: Invalid value: 1: failed rule: s",
  ]);
});

test("a rule that looks at the past waits for one, unless it says otherwise", () => {
  expect(judge({ type: "integer", ...rules("self > oldSelf") }, 1)).toEqual([]);
  const optional = { rule: "oldSelf.hasValue()", optionalOldSelf: true };
  expect(judge({ type: "integer", ...rules(optional) }, 1)).toEqual([
    "p: Invalid value: 1: failed rule: oldSelf.hasValue()",
  ]);
});

test("a message may be an expression; one that has no text does not count", () => {
  const rule = { rule: "self > 5", messageExpression: "'at least ' + string(self)", message: "m" };
  expect(judge({ type: "integer", ...rules(rule) }, 1)).toEqual(["p: Invalid value: 1: at least 1"]);
  expect(judge({ type: "integer", ...rules({ ...rule, messageExpression: "string(1 / (self - 1))" }) }, 1)).toEqual([
    "p: Invalid value: 1: m",
  ]);
});

const HEAVY = "self.all(a, self.all(b, self.all(c, self.all(d, a + b + c + d > 0))))";
const list = Array.from({ length: 100 }, () => 1);

test("a rule that costs too much ends all", () => {
  const schema = { type: "array", items: { type: "integer" }, ...rules(HEAVY, "false") };
  const limit = "operation cancelled: actual cost limit exceeded";
  expect(judge(schema, list)).toEqual([
    `p: Invalid value: "array": '${limit}': no further validation rules will be run due to call cost exceeds limit for rule: ${HEAVY}`,
  ]);
  const message = { rule: "false", messageExpression: `${HEAVY} ? 'a' : 'b'` };
  expect(judge({ ...schema, ...rules(message, "false") }, list)).toEqual([
    `p: Invalid value: "array": no further validation rules will be run due to call cost exceeds limit for messageExpression: "${HEAVY} ? 'a' : 'b'"`,
  ]);
});

test("all rules of an object together may cost no more than an object may", () => {
  const cubic = "self.all(a, self.all(b, self.all(c, a + b + c > 0)))";
  const schema = { type: "array", items: { type: "integer" }, ...rules(...Array.from({ length: 30 }, () => cubic)) };
  const short = list.slice(0, 45);
  expect(judge(schema, short)).toEqual([
    'p: Invalid value: "array": validation failed due to running out of cost budget, no further validation rules will be run',
  ]);
});
