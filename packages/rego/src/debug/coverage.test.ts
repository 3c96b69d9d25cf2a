import { expect, test } from "vitest";
import { CoverageRecorder, compileRego } from "../index.js";

const source = "package a\n\np if {\n\tinput.x\n\tinput.y\n}\n\nq := 1\n";

test("lines that were evaluated are covered, over several evaluations", () => {
  const policy = compileRego([{ file: "a.rego", source }]);
  if (!policy.ok) throw new Error("not compiled");
  const observer = new CoverageRecorder();
  policy.value.evaluate("data.a.p", { input: {}, observer });
  expect(observer.report(policy.value.modules)).toStrictEqual({
    files: [{ file: "a.rego", covered: [4], uncovered: [3, 5, 8] }],
    percent: 25,
  });
  policy.value.evaluate("data.a", { input: { x: 1, y: 1 }, observer });
  expect(observer.report(policy.value.modules).percent).toBe(100);
});

test("without modules everything is covered", () => {
  expect(new CoverageRecorder().report([])).toStrictEqual({ files: [], percent: 100 });
});

test("heads of partial rules are covered when they give something", () => {
  const partial = "package a\n\np contains x if {\n\tx := input.x\n}\n\no[k] := 1 if {\n\tk := input.k\n}\n";
  const policy = compileRego([{ file: "a.rego", source: partial }]);
  if (!policy.ok) throw new Error("not compiled");
  const observer = new CoverageRecorder();
  policy.value.evaluate("data.a", { input: { x: 1 }, observer });
  expect(observer.report(policy.value.modules).files).toMatchObject([{ covered: [3, 4, 8], uncovered: [7] }]);
});
