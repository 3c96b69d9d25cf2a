import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeCollection } from "../test/write-collection.js";
import { type ExitCode, runConformance } from "./conformance.js";
import { caseEachLine, type Outcome, type Suite } from "./suite.js";

/** A suite whose lines say what becomes of them. */
const suiteOf = (name: string): Suite => ({
  name,
  files: () => [
    {
      names: /^cases/,
      list: caseEachLine<Outcome & { id: string }>(
        ({ id }) => id,
        ({ id: _, ...outcome }) => outcome,
      ),
    },
  ],
});

const failing = { id: "bad", kind: "failed", difference: "allowed: …" };
const passing = { id: "good", kind: "passed" };

interface Run {
  readonly exitCode: ExitCode;
  readonly text: string;
}

const run = async (folder: string, args: readonly string[] = [], known: readonly unknown[] = []): Promise<Run> => {
  const printed: string[] = [];
  const exitCode = await runConformance({
    args,
    folder,
    suites: [suiteOf("alpha"), suiteOf("beta")],
    knownFailures: join(writeCollection({ "known.jsonl": known }), "known.jsonl"),
    print: (text) => printed.push(text),
  });
  return { exitCode, text: printed.join("\n") };
};

const listed = { suite: "alpha", file: "cases.jsonl", reason: "for now" };

describe("pnpm conformance", () => {
  it.each<[string, readonly unknown[], readonly unknown[], ExitCode]>([
    ["every case passes", [passing], [], 0],
    ["a case fails", [passing, failing], [], 1],
    ["a case fails that is known to", [failing], [{ ...listed, case: "bad" }], 0],
    ["a case passes that is known to fail", [passing], [{ ...listed, case: "good" }], 1],
    ["a known failure is not among the cases", [passing], [{ ...listed, case: "bad" }], 0],
    ["a case deviates on purpose", [{ id: "odd", kind: "deviation", reason: "why" }], [], 0],
    ["there are no cases", [], [], 0],
  ])("exits rightly when %s", async (_, cases, known, exitCode) => {
    expect((await run(writeCollection({ "alpha/cases.jsonl": cases }), [], known)).exitCode).toBe(exitCode);
  });

  it("prints the counts of each file, the first failures and the sum", async () => {
    const folder = writeCollection({ "alpha/cases-1.jsonl": [passing], "beta/cases-2.jsonl": [passing, failing] });
    const { text } = await run(folder);
    expect(text).toMatch(/^alpha\/cases-1\.jsonl +1 passed$/m);
    expect(text).toMatch(/^beta\/cases-2\.jsonl +1 passed, 1 FAILED$/m);
    expect(text).toContain("FAILED bad\n    allowed: …");
    expect(text.endsWith("conformance: 2 passed, 1 FAILED")).toBe(true);
  });

  it("runs only the suites that are named, in that order", async () => {
    const folder = writeCollection({ "alpha/cases.jsonl": [failing], "beta/cases.jsonl": [passing] });
    expect(await run(folder, ["beta"])).toMatchObject({ exitCode: 0, text: expect.not.stringContaining("alpha") });
    expect((await run(folder, ["beta", "alpha"])).text).toMatch(/^beta[\s\S]*alpha/);
  });

  it("says that a suite is unknown and skips it", async () => {
    const folder = writeCollection({ "gamma/cases.jsonl": [{}, {}], "alpha/cases.jsonl": [passing] });
    const { exitCode, text } = await run(folder);
    expect(exitCode).toBe(0);
    expect(text).toContain("gamma: 2 skipped, no suite of this name yet");
    expect(text).toContain("conformance: 1 passed, 2 skipped");
  });

  it("says that a known suite is missing in the folder and skips it", async () => {
    const { exitCode, text } = await run(writeCollection({ "alpha/cases.jsonl": [passing] }), ["alpha", "beta"]);
    expect(exitCode).toBe(0);
    expect(text).toContain("beta: skipped, the folder has no such suite");
  });

  it("writes the counts as JSON", async () => {
    const folder = writeCollection({
      "alpha/cases.jsonl": [passing, failing, { ...failing, id: "known" }],
      "alpha/other.jsonl": [{}],
      "beta/cases.jsonl": [{ id: "odd", kind: "deviation", reason: "why" }],
    });
    const file = join(folder, "out.json");
    const { exitCode } = await run(folder, ["--json", file], [{ ...listed, case: "known" }]);
    expect(exitCode).toBe(1);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      suites: [
        { suite: "alpha", file: "cases.jsonl", passed: 1, failed: 1, known: 1, deviations: 0, skipped: 0 },
        { suite: "alpha", file: "other.jsonl", passed: 0, failed: 0, known: 0, deviations: 0, skipped: 1 },
        { suite: "beta", file: "cases.jsonl", passed: 0, failed: 0, known: 0, deviations: 1, skipped: 0 },
      ],
    });
  });

  it.each([
    [["--nonsense"], "usage: pnpm conformance [SUITE…] [--json FILE]"],
    [["delta"], "no suite `delta`: there are alpha"],
  ])("refuses %j", async (args, message) => {
    const { exitCode, text } = await run(writeCollection({ "alpha/cases.jsonl": [] }), args);
    expect(exitCode).toBe(2);
    expect(text).toContain(message);
  });

  it("refuses a folder that does not exist: no comparison is no agreement", async () => {
    const { exitCode, text } = await run("/does/not/exist");
    expect(exitCode).toBe(2);
    expect(text).toContain("OSTIARY_CONFORMANCE");
  });
});
