import { describe, expect, it } from "vitest";
import { runFile } from "./run-file.js";
import type { ConformanceCase, Outcome } from "./suite.js";

const place = { suite: "pss", file: "random.jsonl" };
const passed: Outcome = { kind: "passed" };
const failed: Outcome = { kind: "failed", difference: "allowed: …" };
const oneCase = (id: string, outcome: Outcome): ConformanceCase => ({ id, judge: () => outcome });
const run = (outcome: Outcome, known: readonly string[] = []) =>
  runFile(place, () => [oneCase("one", outcome)], new Map(known.map((id) => [id, "for now"])));
const NONE = { passed: 0, failed: 0, known: 0, deviations: 0, skipped: 0 };

describe("runFile", () => {
  it.each<[Outcome, object]>([
    [passed, { passed: 1 }],
    [failed, { failed: 1, failures: [{ id: "one", text: "allowed: …" }] }],
    [
      { kind: "deviation", reason: "why" },
      { deviations: 1, remarks: [{ id: "one", text: "why" }] },
    ],
    [
      { kind: "skipped", reason: "why" },
      { skipped: 1, remarks: [{ id: "one", text: "why" }] },
    ],
  ])("counts %j", async (outcome, expected) => {
    expect(await run(outcome)).toEqual({ ...place, ...NONE, failures: [], remarks: [], ...expected });
  });

  it("counts a failure that is known apart", async () => {
    expect(await run(failed, ["one"])).toMatchObject({ ...NONE, known: 1, failures: [] });
  });

  it.each<Outcome>([passed, { kind: "deviation", reason: "why" }])(
    "lets a known failure fail that has become %j",
    async (outcome) => {
      const report = await run(outcome, ["one"]);
      expect(report).toMatchObject({ ...NONE, failed: 1 });
      expect(report.failures[0]?.text).toContain("known failures");
    },
  );

  it("does not mind known failures that are not among the cases, or are skipped", async () => {
    expect(await run(passed, ["another"])).toMatchObject({ ...NONE, passed: 1 });
    expect(await run({ kind: "skipped", reason: "why" }, ["one"])).toMatchObject({ ...NONE, skipped: 1 });
  });

  it("counts a case that throws as a failure, and goes on", async () => {
    const bomb: ConformanceCase = {
      id: "bomb",
      judge: () => {
        throw new TypeError("boom");
      },
    };
    const rejecting: ConformanceCase = { id: "rejecting", judge: () => Promise.reject("no error") };
    const report = await runFile(place, () => [bomb, rejecting, oneCase("one", passed)], new Map());
    expect(report).toMatchObject({ ...NONE, passed: 1, failed: 2 });
    expect(report.failures.map(({ text }) => text)).toEqual([
      expect.stringContaining("TypeError: boom"),
      "threw no error",
    ]);
  });

  it("counts a file whose cases cannot be listed as a failure", async () => {
    const list = () => {
      throw new SyntaxError("not JSON");
    };
    const report = await runFile(place, list, new Map());
    expect(report).toMatchObject({ ...NONE, failed: 1 });
    expect(report.failures).toEqual([
      { id: "the file itself", text: expect.stringContaining("SyntaxError: not JSON") },
    ]);
  });
});
