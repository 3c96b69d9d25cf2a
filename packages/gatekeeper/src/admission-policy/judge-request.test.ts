import { describe, expect, it } from "vitest";
import { judge, makeBinding, makePolicy } from "../../test/admission-policies.js";

const messages = (spec: object) =>
  judge([makePolicy(spec), makeBinding()]).violations.map(({ rule, message }) => `${rule}: ${message}`);

describe("a policy", () => {
  it("tells of each validation that does not hold", () => {
    const validations = [
      { expression: "object.spec.replicas < 3", message: "too many" },
      { expression: "object.spec.replicas > 1" },
      { expression: "object.spec.replicas == 1", messageExpression: "'is ' + string(object.spec.replicas)" },
    ];
    expect(messages({ validations })).toEqual(["validations[0]: too many", "validations[2]: is 5"]);
  });

  it("has variables, that may name each other", () => {
    const variables = [
      { name: "replicas", expression: "object.spec.replicas" },
      { name: "isLarge", expression: "variables.replicas > 3" },
    ];
    expect(messages({ variables, validations: [{ expression: "!variables.isLarge" }] })).toEqual([
      "validations[0]: failed expression: !variables.isLarge",
    ]);
  });

  it("is lifted by a match condition that does not hold", () => {
    const matchConditions = [{ name: "small", expression: "object.spec.replicas < 3" }];
    expect(messages({ matchConditions })).toEqual([]);
  });

  it("shows its match conditions no Namespace", () => {
    const expression = "namespaceObject == null || !has(namespaceObject.metadata)";
    expect(messages({ matchConditions: [{ name: "none", expression }] })).toEqual(["validations[0]: no"]);
    expect(messages({ validations: [{ expression, message: "there is one" }] })).toEqual([
      "validations[0]: there is one",
    ]);
  });

  it("refuses on an error in an annotation", () => {
    const auditAnnotations = [{ key: "a", valueExpression: "string(object.zz)" }];
    expect(messages({ auditAnnotations, validations: [{ expression: "true" }] })).toEqual([
      "auditAnnotations: expression 'string(object.zz)' resulted in error: no such key: zz",
    ]);
  });

  it("fails closed on an error, of a match condition too, unless it ignores failures", () => {
    const error = "expression 'object.zz == 1' resulted in error: no such key: zz";
    const condition = { matchConditions: [{ name: "m", expression: "object.zz == 1" }] };
    const validation = { validations: [{ expression: "object.zz == 1" }] };
    expect(messages(condition)).toEqual([`matchConditions: ${error}`]);
    expect(messages(validation)).toEqual([`validations[0]: ${error}`]);
    expect(messages({ ...condition, failurePolicy: "Ignore" })).toEqual([]);
    expect(messages({ ...validation, failurePolicy: "Ignore" })).toEqual([]);
    expect(messages({ failurePolicy: "Ignore" })).toEqual(["validations[0]: no"]);
  });

  it("is judged once by each binding that concerns the request", () => {
    const decision = judge([
      makePolicy(),
      makeBinding({}, "one"),
      makeBinding({}, "two"),
      makeBinding({ matchResources: { objectSelector: { matchLabels: { app: "db" } } } }, "three"),
    ]);
    expect(decision.violations.map(({ constraint }) => constraint?.name)).toEqual(["one", "two"]);
  });
});
