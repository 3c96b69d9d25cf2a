import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { kubernetesEnvironment } from "./environment.js";
import { judgeByPolicy } from "./judge-policy.js";
import { compilePolicy, type PolicySource } from "./policy-program.js";

const environment = kubernetesEnvironment();

const judge = (source: Partial<PolicySource>, object: Json = { n: 1 }) => {
  const nothing = {
    variables: [],
    matchConditions: [],
    validations: [],
    auditAnnotations: [],
    params: "none" as const,
  };
  const program = compilePolicy({ ...nothing, ...source }, environment);
  const input = { object, oldObject: null, request: {}, namespaceObject: null, params: null };
  return judgeByPolicy(program, input, 1_000_000);
};

const validation = (expression: string, message = "", messageExpression = "") => ({
  expression,
  message,
  messageExpression,
});

describe("judgeByPolicy", () => {
  it.each([
    [validation("object.n == 2"), "failed expression: object.n == 2"],
    [validation("\n object.n == 2\n", " \n"), "failed expression: object.n == 2"],
    [validation("object.n == 2", "  must be two "), "must be two"],
    [validation("object.n == 2", "m", '"is " + string(object.n)'), "is 1"],
    [validation("object.n == 2", "m", '"  "'), "m"],
    [validation("object.n == 2", "m", '"a\\nb"'), "m"],
    [validation("object.n == 2", "m", '"a\\n"'), "a"],
    [validation("object.n == 2", "m", "object.zz + ''"), "m"],
    [validation("object.n == 2", "m", "1"), "m"],
    [validation("object.n == 2", "m", `"${"é".repeat(2_560)}"`), "é".repeat(2_560)],
    [validation("object.n == 2", "m", `"${"é".repeat(2_561)}"`), "m"],
  ])("the message expression comes first, then the message, then the expression: %#", (source, message) => {
    expect(judge({ validations: [source] }).decisions).toMatchObject([{ validation: 0, outcome: "denied", message }]);
  });

  it("what holds is silent, an error is told as one", () => {
    const { decisions } = judge({ validations: [validation("object.n == 1"), validation("object.zz == 1", "m")] });
    expect(decisions).toMatchObject([
      { validation: 1, outcome: "error", message: "expression 'object.zz == 1' resulted in error: no such key: zz" },
    ]);
  });

  it("a match condition that does not hold wins over the error of another one", () => {
    const failing = { name: "a", expression: "object.zz == 1" };
    const validations = [validation("false")];
    expect(judge({ validations, matchConditions: [failing, { name: "b", expression: "false" }] })).toEqual({
      matches: false,
      decisions: [],
      annotations: [],
    });
    const { decisions } = judge({
      validations,
      matchConditions: [failing, failing, { name: "b", expression: "true" }],
    });
    expect(decisions).toMatchObject([
      { outcome: "error", message: "expression 'object.zz == 1' resulted in error: no such key: zz" },
    ]);
  });

  it("several errors of match conditions are told in one", () => {
    const conditions = ["object.y == 1", "object.z == 1"].map((expression) => ({ name: expression, expression }));
    expect(judge({ matchConditions: conditions }).decisions.map(({ message }) => message)).toEqual([
      "[expression 'object.y == 1' resulted in error: no such key: y, expression 'object.z == 1' resulted in error: no such key: z]",
    ]);
  });

  it("when the budget is gone, that is all that is told", () => {
    const costly = validation("lists.range(900000).size() == 1");
    const { decisions } = judge({ validations: [validation("false"), costly, costly] });
    expect(decisions).toMatchObject([
      {
        validation: undefined,
        outcome: "error",
        message: "validation failed due to running out of cost budget, no further validation rules will be run",
      },
    ]);
  });

  it("a cost bomb is an error of its expression", () => {
    const { decisions } = judge({
      validations: [validation("lists.range(2000).all(a, lists.range(2000).all(b, b >= 0))")],
    });
    expect(decisions[0]?.message).toMatch(/budget|cost limit exceeded/);
  });

  it("when the budget is gone over annotations, that is all that is told", () => {
    const costly = { name: "a", expression: "string(lists.range(900000).size())" };
    const judgement = judge({ validations: [validation("false")], auditAnnotations: [costly, costly, costly] });
    expect(judgement.annotations).toEqual([]);
    expect(judgement.decisions).toMatchObject([
      { outcome: "error", message: expect.stringContaining("running out of cost budget") },
    ]);
  });

  it("annotations are texts that are not empty", () => {
    const expressions = ["'a' + string(object.n)", "''", "null", "object.n == 1 ? null : 'x'", "string(object.zz)"];
    const judgement = judge({
      auditAnnotations: expressions.map((expression, index) => ({ name: `${index}`, expression })),
    });
    expect(judgement.annotations).toEqual([{ name: "0", value: "a1" }]);
    expect(judgement.decisions.every(({ outcome }) => outcome === "annotation-error")).toBe(true);
    expect(judgement.decisions.map(({ message }) => message.split("\n")[0])).toEqual([
      "compilation error: compilation failed: ERROR: <input>:1:15: found no matching overload for '_?_:_' applied to '(bool, null, string)'",
      "expression 'string(object.zz)' resulted in error: no such key: zz",
    ]);
  });
});
