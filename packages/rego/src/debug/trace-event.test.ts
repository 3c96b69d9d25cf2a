import { expect, test } from "vitest";
import { compileRego, type TraceEvent, TraceRecorder } from "../index.js";

test("every step but those of the query has a run that it happened for, one level further out", () => {
  const policy = compileRego([{ file: "a.rego", source: "package a\n\np if { q(1) }\n\nq(x) if x > 0\n" }]);
  const recorder = new TraceRecorder();
  if (policy.ok) policy.value.evaluate("data.a.p", { observer: recorder });
  const depths = ({ frame }: TraceEvent): number => frame.depth - (frame.parent?.depth ?? 0);
  expect(new Set(recorder.events.map(depths))).toStrictEqual(new Set([1]));
  expect(new Set(recorder.events.map(({ frame }) => frame.kind))).toStrictEqual(new Set(["query", "rule"]));
});
