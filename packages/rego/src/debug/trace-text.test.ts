import { expect, test } from "vitest";
import { compileRego, renderTrace, TraceRecorder } from "../index.js";

test("a trace shows places and nesting", () => {
  const source = 'package a\n\np if {\n\ttrace("a \\"note\\"")\n\tinput.x\n}\n';
  const policy = compileRego([{ file: "policy/a.rego", source }]);
  const recorder = new TraceRecorder(policy.ok ? { modules: policy.value.modules } : {});
  if (policy.ok) policy.value.evaluate("data.a.p", { input: {}, observer: recorder });
  expect(renderTrace(recorder.events)).toBe(`query:1             Enter data.a.p
query:1             | Eval data.a.p
policy/a.rego:3     | Enter data.a.p
policy/a.rego:4     | | Eval trace("a \\"note\\"")
policy/a.rego:4     | | Note "a \\"note\\""
policy/a.rego:5     | | Eval input.x
policy/a.rego:5     | | Fail input.x
policy/a.rego:4     | | Redo trace("a \\"note\\"")
query:1             | Fail data.a.p
`);
});

test("no steps are no lines", () => {
  expect(renderTrace([])).toBe("");
});
