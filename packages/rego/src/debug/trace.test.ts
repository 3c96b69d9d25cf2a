import { describe, expect, test } from "vitest";
import { compileRego, parseModule, type TraceOptions, TraceRecorder } from "../index.js";

function traced(body: string, input: unknown, options: TraceOptions = {}): TraceRecorder {
  const policy = compileRego([{ file: "a.rego", source: `package a\n\n${body}\n` }]);
  if (!policy.ok) throw new Error(policy.errors[0]?.message);
  const recorder = new TraceRecorder({ modules: policy.value.modules, ...options });
  policy.value.evaluate("data.a.p = y", { input, observer: recorder });
  return recorder;
}

const told = ({ events }: TraceRecorder): readonly string[] =>
  events.map(({ kind, frame, text }) => `${frame.depth} ${kind} ${text}`);

describe("steps are told as OPA tells them", () => {
  test("a rule is entered, has a solution, and is asked for another one", () => {
    expect(told(traced("p := x if { x := input.a; x > 1 }", { a: 2 }))).toStrictEqual([
      "1 enter data.a.p = y",
      "1 eval data.a.p = y",
      "2 enter data.a.p",
      "2 eval x = input.a",
      "2 eval x > 1",
      "2 exit data.a.p",
      "2 redo data.a.p",
      "2 redo x > 1",
      "2 redo x = input.a",
      "1 exit data.a.p = y",
      "1 redo data.a.p = y",
      "1 redo data.a.p = y",
    ]);
  });

  test("a literal without a solution fails", () => {
    expect(told(traced("p if { input.a; input.b }", { a: 1 })).slice(2)).toStrictEqual([
      "2 enter data.a.p",
      "2 eval input.a",
      "2 eval input.b",
      "2 fail input.b",
      "2 redo input.a",
      "1 fail data.a.p = y",
    ]);
  });

  test("the body of a comprehension is a run of its own", () => {
    expect(told(traced("p := [x | some x in input.xs; x > 1]", { xs: [1, 2] }))).toStrictEqual([
      "1 enter data.a.p = y",
      "1 eval data.a.p = y",
      "2 enter data.a.p",
      "2 eval [x | x = input.xs[_]; x > 1]",
      "3 enter x = input.xs[_]; x > 1",
      "3 eval x = input.xs[_]",
      "3 eval x > 1",
      "3 fail x > 1",
      "3 redo x = input.xs[_]",
      "3 eval x > 1",
      "3 exit x = input.xs[_]; x > 1",
      "3 redo x = input.xs[_]; x > 1",
      "3 redo x > 1",
      "3 redo x = input.xs[_]",
      "2 exit data.a.p",
      "2 redo data.a.p",
      "2 redo [x | x = input.xs[_]; x > 1]",
      "1 exit data.a.p = y",
      "1 redo data.a.p = y",
      "1 redo data.a.p = y",
    ]);
  });

  test("the body of `every` runs once for each member, and ends at its first solution", () => {
    const steps = told(traced("p if { every x in input.xs { x > 1 } }", { xs: [2, 3, 1] }));
    expect(steps.filter((step) => step.startsWith("3"))).toStrictEqual([
      "3 enter x > 1",
      "3 eval x > 1",
      "3 exit x > 1",
      "3 enter x > 1",
      "3 eval x > 1",
      "3 exit x > 1",
      "3 enter x > 1",
      "3 eval x > 1",
      "3 fail x > 1",
    ]);
    expect(steps.at(-3)).toMatch(/^2 fail every x/);
  });
});

test("a condition of a query takes its value in one step and, as one of several, must not be false in another", () => {
  const policy = compileRego([]);
  const recorder = new TraceRecorder();
  if (policy.ok) policy.value.evaluate("x := 1; x == 2", { observer: recorder });
  expect(told(recorder)).toStrictEqual([
    "1 enter x = 1; x == 2",
    "1 eval x = 1",
    "1 eval x == 2",
    "1 eval x == 2",
    "1 fail x == 2",
    "1 redo x == 2",
    "1 redo x = 1",
  ]);
});

test("variables have the names and values of the source, and those of the compiler none", () => {
  const { events } = traced("p := x if { x := count(input.a) + 1; x > 1 }", { a: [1] });
  const last = events.find(({ text }) => text === "x > 1");
  expect([...(last?.bindings ?? [])]).toStrictEqual([["x", 2]]);
});

test("places are those of the literals, and of the rules that hold them", () => {
  const { events } = traced("p if {\n\tinput.a\n}", { a: 1 });
  expect(events.slice(2, 4)).toMatchObject([
    { kind: "enter", file: "a.rego", row: 3, column: 1 },
    { kind: "eval", file: "a.rego", row: 4, column: 2 },
  ]);
});

test("recording ends at the limit, and counts what came after", () => {
  const recorder = traced("p := 1", {}, { limit: 2 });
  expect([recorder.events.length, recorder.droppedEvents > 0]).toStrictEqual([2, true]);
});

test("notes stand at the literal that makes them", () => {
  const { events } = traced('p if {\n\ttrace("here")\n}', {});
  expect(events.find(({ kind }) => kind === "note")).toMatchObject({ text: "here", row: 4, subject: "literal" });
  const recorder = new TraceRecorder();
  recorder.note("outside of everything");
  expect(recorder.events).toStrictEqual([]);
});

test("without modules a rule is called by its own name", () => {
  expect(told(traced("p := 1", {}, { modules: [] }))).toContain("2 enter p");
});

test("a recorder can watch several queries, one after the other", () => {
  const policy = compileRego([{ file: "a.rego", source: "package a\n\np := 1\n" }]);
  const recorder = new TraceRecorder();
  for (const query of ["data.a.p", "data.a.p == 2"])
    if (policy.ok) policy.value.evaluate(query, { observer: recorder });
  expect(recorder.events.filter(({ frame }) => frame.depth === 1 && frame.kind !== "query")).toStrictEqual([]);
});

test("what belongs to no query that was begun is no step", () => {
  const parsed = parseModule("package a\n\np if input.a\n", { file: "a.rego", version: "v1" });
  const recorder = new TraceRecorder();
  const literal = parsed.ok ? parsed.value.rules[0]?.body[0] : undefined;
  if (literal === undefined) throw new Error("no literal");
  for (const step of ["enter", "pass", "fail"] as const) recorder[step](literal, () => new Map());
  recorder.enterQuery([]);
  expect(recorder.events).toStrictEqual([]);
});
