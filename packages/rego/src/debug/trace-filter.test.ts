import { expect, test } from "vitest";
import { compileRego, selectTrace, TraceRecorder, type TraceSelection } from "../index.js";

const source = `package a

p if { q }

q if { trace("first"); input.x }

q if { trace("second"); input.y }
`;

function selected(selection: TraceSelection): readonly string[] {
  const policy = compileRego([{ file: "a.rego", source }]);
  const recorder = new TraceRecorder();
  if (policy.ok) policy.value.evaluate("data.a.p", { input: {}, observer: recorder });
  return selectTrace(recorder.events, selection).map(({ kind, text }) => `${kind} ${text}`);
}

test("notes come with the runs that they happened in, each told once", () => {
  expect(selected("notes")).toStrictEqual([
    "enter data.a.p",
    "enter p",
    "enter q",
    "note first",
    "enter q",
    "note second",
  ]);
});

test("so do failures", () => {
  expect(selected("fails")).toStrictEqual([
    "enter data.a.p",
    "enter p",
    "enter q",
    "fail input.x",
    "enter q",
    "fail input.y",
    "fail data.a.q",
    "fail data.a.p",
  ]);
});

test("a full trace has every step", () => {
  expect(selected("full")).toEqual(expect.arrayContaining([...selected("notes"), ...selected("fails")]));
});
