import { describe, expect, it } from "vitest";
import { Activation } from "./activation.js";
import { kubernetesEnvironment } from "./environment.js";
import { compilePolicy, type NamedExpression } from "./policy-program.js";

const INPUT = { object: { n: 1 }, oldObject: null, request: {}, namespaceObject: null, params: null };

const activate = (
  variables: readonly NamedExpression[],
  expressions: readonly string[],
  budget = 1_000_000,
  input = INPUT,
) => {
  const validations = expressions.map((expression) => ({ expression, message: "", messageExpression: "" }));
  const source = { variables, matchConditions: [], validations, auditAnnotations: [], params: "all" as const };
  const program = compilePolicy(source, kubernetesEnvironment());
  const activation = new Activation(program, input, budget);
  return { activation, results: program.validations.map((validation) => activation.evaluate(validation)) };
};

describe("Activation", () => {
  it("variables are evaluated when they are asked for", () => {
    const variables = [{ name: "v", expression: "object.zz == 1" }];
    expect(activate(variables, ["true || variables.v"]).results[0]?.value).toBe(true);
    expect(activate(variables, ["variables.v"]).results[0]?.value).toMatchObject({
      message:
        "expression 'variables.v' resulted in error: composited variable \"v\" fails to evaluate: no such key: zz",
    });
  });

  it("a variable that does not compile fails where it is asked for", () => {
    expect(activate([{ name: "v", expression: "zz" }], ["variables.v == 1"]).results[0]?.value).toMatchObject({
      message: expect.stringContaining('composited variable "v" fails to compile: compilation failed: ERROR'),
    });
  });

  it("an expression that does not compile fails as well", () => {
    expect(activate([], ["1"]).results[0]?.value).toMatchObject({
      message: "compilation error: must evaluate to bool but got int",
    });
  });

  it("what variables read counts for every expression that asks for them", () => {
    const { results } = activate([{ name: "v", expression: "object.n == 1" }], ["variables.v", "variables.v"]);
    expect(results.map(({ reads }) => reads.map((read) => read.path()))).toEqual([[["n"]], [["n"]]]);
  });

  it("the budget is spent by all expressions together", () => {
    expect(activate([], ["object.n == 1"], 3).activation.exhausted).toBeUndefined();
    expect(activate([], ["object.n == 1", "object.n == 1"], 5).activation.exhausted).toBe(
      "validation failed due to running out of cost budget, no further validation rules will be run",
    );
  });

  it("a variable that costs too much is an error that can be absorbed", () => {
    const bomb = "[1,2,3,4,5,6,7,8].all(a, lists.range(1000).all(b, lists.range(1000).all(c, c >= 0)))";
    const { results } = activate([{ name: "v", expression: bomb }], ["variables.v || object.n == 1"], 1e9);
    expect(results[0]?.value).toBe(true);
  });

  it("on deletion it is the old object whose fields are told", () => {
    const input = { ...INPUT, object: null as never, oldObject: { n: 1 } as never };
    expect(activate([], ["oldObject.n == 2"], 1_000, input).results[0]?.reads.map((read) => read.path())).toEqual([
      ["n"],
    ]);
  });
});
