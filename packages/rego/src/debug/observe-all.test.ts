import { expect, test } from "vitest";
import { CoverageRecorder, compileRego, observeAll, TraceRecorder } from "../index.js";

test("all observers see what each would see alone", () => {
  const source = 'package a\n\np if { trace("note"); input.x }\n\nq if { not p }\n';
  const policy = compileRego([{ file: "a.rego", source }]);
  if (!policy.ok) throw new Error("not compiled");
  const { modules } = policy.value;
  const observe = (together: boolean) => {
    const trace = new TraceRecorder();
    const coverage = new CoverageRecorder();
    const watches = together ? [[observeAll([trace, coverage, {}])]] : [[trace], [coverage]];
    for (const [observer] of watches) {
      if (observer !== undefined) policy.value.evaluate("data.a.q", { input: {}, observer });
    }
    return { events: trace.events, report: coverage.report(modules) };
  };
  expect(observe(true)).toStrictEqual(observe(false));
});
