import type { CheckedObject } from "@ostiary/report";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { BAD_POD, ORDINARY_POD } from "../../test/manifests.js";
import { run } from "../../test/run.js";
import { Baseline, readBaseline } from "./baseline.js";
import { findFiles } from "./find-files.js";
import { checkFiles } from "./pipeline.js";

const check = async (text: string): Promise<readonly CheckedObject[]> => {
  const { files } = findFiles(["."], { workingDirectory: makeFolder({ "a.yaml": text }) });
  const objects: CheckedObject[] = [];
  for await (const { object } of checkFiles(files, {})) if (object !== undefined) objects.push(object);
  return objects;
};

const reportOf = (objects: readonly CheckedObject[]): unknown => JSON.parse(JSON.stringify({ objects }));

describe("what a report has is known", () => {
  test("and left out, so that the object is admitted", async () => {
    const objects = await check(BAD_POD);
    const baseline = new Baseline(reportOf(objects));
    const [object] = (await check(`# moved\n${BAD_POD}`)).map((entry) => baseline.omitKnown(entry));
    expect(object).toMatchObject({ line: 2, decision: { allowed: true, violations: [] } });
    expect(baseline.omitted).toBe(objects[0]?.decision.violations.length);
  });

  test("once for each time that it has it", async () => {
    const baseline = new Baseline(reportOf(await check(BAD_POD)));
    const again = (await check(`${BAD_POD}---\n${BAD_POD}`)).map((entry) => baseline.omitKnown(entry));
    expect(again.map(({ decision }) => decision.allowed)).toEqual([true, false]);
  });

  test.each([
    ["another name", (text: string) => text.replace("name: bad", "name: worse")],
    ["another namespace", (text: string) => text.replace("name: bad", "name: bad\n  namespace: other")],
    ["another message", (text: string) => text.replace("hostNetwork: true", "hostNetwork: true\n  hostPID: true")],
  ])("but not of an object with %s", async (_what, change) => {
    const baseline = new Baseline(reportOf(await check(BAD_POD)));
    const [object] = (await check(change(BAD_POD))).map((entry) => baseline.omitKnown(entry));
    expect(object?.decision.allowed).toBe(false);
  });

  test("but not where it has become stricter", async () => {
    const [object] = await check(BAD_POD);
    if (object === undefined) throw new Error("there is a pod");
    const violations = object.decision.violations.map((violation) => ({ ...violation, action: "warn" as const }));
    const baseline = new Baseline({ objects: [{ ...object, decision: { ...object.decision, violations } }] });
    expect(baseline.omitKnown(object).decision.allowed).toBe(false);
  });

  test("and a problem is none", async () => {
    const objects = await check(BAD_POD.replace("hostNetwork: true", "hostNetwork: 5"));
    const baseline = new Baseline(reportOf(objects));
    expect(objects.map((entry) => baseline.omitKnown(entry).decision.allowed)).toEqual([false]);
  });

  test("an object about which nothing is known stays as it is", async () => {
    const [object] = await check(ORDINARY_POD);
    if (object === undefined) throw new Error("there is a pod");
    expect(new Baseline({ objects: [] }).omitKnown(object)).toBe(object);
  });
});

describe("a baseline that cannot be read", () => {
  test.each([
    ["", "is none"],
    ["{", "is none"],
    ["null", "is none"],
    ["[]", "is none"],
    ['{"objects": 5}', "is none"],
    ['{"objects": [{"kind": "Pod"}]}', "is none"],
    [
      '{"objects": [{"apiVersion":"v1","kind":"Pod","namespace":"","name":"a","decision":{"violations":[{"rule":5}]}}]}',
      "is none",
    ],
  ])("is a wrong call: %j", (text, message) => {
    const folder = makeFolder({ "b.json": text });
    expect(() => readBaseline("b.json", `${folder}/b.json`)).toThrow(message);
  });

  test("is a wrong call where it is not there", () => {
    expect(() => readBaseline("b.json", `${makeFolder({})}/b.json`)).toThrow(
      "cannot read the baseline `b.json`: no such file or folder",
    );
  });
});

describe("ostiary check --baseline", () => {
  test("fails for what is new alone, and says how much is known", async () => {
    const folder = makeFolder({ "a.yaml": BAD_POD });
    expect((await run(["check", "a.yaml", "--output", "json=known.json"], { folder })).code).toBe(1);
    const { code, output, errors } = await run(["check", "a.yaml", "--baseline", "known.json"], { folder });
    expect([code, errors]).toEqual([0, ""]);
    expect(output).toMatch(/^1 object in 1 file: 0 refused, .*; \d+ known violations left out\n$/);
    const report = JSON.parse(
      (await run(["check", "a.yaml", "--baseline", "known.json", "-o", "json"], { folder })).output,
    );
    expect(report.summary).toMatchObject({ denied: 0, known: expect.any(Number) });
  });

  test.each<[words: string[], message: string]>([
    [["--baseline", ""], "`--baseline` is given an empty value"],
    [["--baseline", "missing.json"], "cannot read the baseline `missing.json`"],
    [["--baseline", "a.yaml"], "`a.yaml` is none"],
    [["--baseline", "known.json", "--output", "json=known.json"], "`--output` would overwrite `known.json`"],
  ])("%j is a wrong call", async (words, message) => {
    const folder = makeFolder({ "a.yaml": BAD_POD, "known.json": '{"objects":[]}' });
    const { code, output, errors } = await run(["check", "a.yaml", ...words], { folder });
    expect([code, output]).toEqual([2, ""]);
    expect(errors).toContain(message);
  });
});
