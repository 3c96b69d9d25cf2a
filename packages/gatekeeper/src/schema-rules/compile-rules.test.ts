import { expect, test } from "vitest";
import { INT } from "../cel/cel-type.js";
import { kubernetesEnvironment } from "../cel/environment.js";
import { readSchema } from "../schema/read-schema.js";
import { compileRules } from "./compile-rules.js";

const environment = kubernetesEnvironment();
const compile = (rule: object) =>
  compileRules(readSchema({ "x-kubernetes-validations": [rule as never] }), INT, environment)[0];

test.each<[object, string | undefined, string | undefined]>([
  [{ rule: "self > 1" }, undefined, undefined],
  [{ rule: "self" }, "cel expression must evaluate to a bool", undefined],
  [{ rule: "true", messageExpression: "self" }, undefined, "messageExpression must evaluate to a string"],
  [{ rule: " " }, undefined, undefined],
])("of %j is said %s %s", (rule, error, messageError) => {
  expect(compile(rule)).toMatchObject({ error, messageError });
});

test("what does not compile is told in the words of CEL", () => {
  expect(compile({ rule: "self > 'a'" })?.error).toMatch(/^compilation failed: ERROR: <input>:1:6: found no matching/);
  const { messageError } = compile({ rule: "true", messageExpression: "nothing" }) ?? {};
  expect(messageError).toMatch(/^messageExpression compilation failed: ERROR: <input>:1:1: undeclared reference/);
});

test("whether a rule compares with the past is known", () => {
  expect(compile({ rule: "self > oldSelf" })?.usesOldSelf).toBe(true);
  expect(compile({ rule: "self > 1" })?.usesOldSelf).toBe(false);
  expect(compile({ rule: "oldSelf.hasValue()", optionalOldSelf: true })).toMatchObject({ usesOldSelf: true });
  expect(compile({ rule: "oldSelf.hasValue()" })?.error).toContain("found no matching overload");
});
