import { expect, test } from "vitest";
import { compileRego, TraceRecorder } from "../index.js";

function traced(limit?: number): TraceRecorder {
  const policy = compileRego([{ file: "a.rego", source: "package a\n\np := x if { x := input.a; x > 1 }\n" }]);
  const observer = limit === undefined ? new TraceRecorder() : new TraceRecorder(limit);
  if (policy.ok) policy.value.evaluate("data.a.p = y", { input: { a: 2 }, observer });
  return observer;
}

test("steps are recorded with their nesting and bindings", () => {
  const { events } = traced();
  expect(events.map(({ kind, depth, text }) => `${depth} ${kind} ${text}`)).toStrictEqual([
    "0 eval data.a.p = y",
    "0 enter p",
    "1 eval x = input.a",
    "1 pass x = input.a",
    "1 eval x > 1",
    "1 pass x > 1",
    "1 fail x > 1",
    "1 fail x = input.a",
    "0 exit p = 2",
    "0 pass data.a.p = y",
    "0 fail data.a.p = y",
  ]);
  expect(events[4]?.bindings.get("x")).toBe("2");
});

test("lines show places and nesting", () => {
  expect(traced().lines().slice(0, 3)).toStrictEqual([
    "query                eval data.a.p = y",
    "a.rego:3             enter p",
    "a.rego:3             | eval x = input.a",
  ]);
});

test("recording ends at the limit", () => {
  expect(traced(2).events).toHaveLength(2);
});

test("notes are recorded without place", () => {
  const recorder = new TraceRecorder();
  recorder.note("here");
  expect(recorder.events).toMatchObject([{ kind: "note", text: "here", row: 0 }]);
});
