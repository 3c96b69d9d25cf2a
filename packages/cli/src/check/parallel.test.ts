import { expect, test } from "vitest";
import { checkInParallel, cutPortions } from "./parallel.js";
import type { Run } from "./pipeline.js";
import { prepareRuling } from "./prepare-ruling.js";
import type { SourceFile } from "./read-file.js";

const KILOBYTE = 1024;
const file = (name: string, size: number): SourceFile => ({ name, path: `/${name}`, size: size * KILOBYTE });
const held = (name: string): SourceFile => ({ ...file(name, 1), bytes: new Uint8Array(KILOBYTE) });

test.each<[what: string, files: SourceFile[], portions: string[]]>([
  ["small files go together", [file("a", 1), file("b", 1), file("c", 1)], ["abc"]],
  ["a portion is full at 64 kB", [file("a", 40), file("b", 20), file("c", 20), file("d", 70)], ["ab", "c", "d"]],
  [
    "large files and those at hand stand alone",
    [file("a", 1), held("b"), file("c", 1), file("d", 9000)],
    ["a", "b", "c", "d"],
  ],
  ["nothing is nothing", [], []],
])("%s", (_what, files, portions) => {
  const cut = [...cutPortions(files)].map((portion) => portion.map(({ name }) => name).join(""));
  expect(cut).toEqual(portions);
});

const prepareRun = async (files: readonly SourceFile[]): Promise<Run> => {
  const { ruling } = await prepareRuling({}, new Map());
  return { files, ruling, namespaces: new Map(), options: {} };
};

test("what is at hand is checked in this thread, and needs no other", async () => {
  const bytes = Buffer.from("apiVersion: v1\nkind: Secret\n");
  const checkSources = checkInParallel(1, new URL("file:///no/such/worker.js"));
  const kinds: unknown[] = [];
  for await (const { object } of checkSources(await prepareRun([{ name: "-", path: "-", bytes }])))
    kinds.push(object?.kind);
  expect(kinds).toEqual(["Secret"]);
});

test("a thread that cannot work fails the check", async () => {
  const checkSources = checkInParallel(1, new URL("file:///no/such/worker.js"));
  const check = async () => {
    for await (const _ of checkSources(await prepareRun([file("a", 1)]))) expect.unreachable();
  };
  await expect(check()).rejects.toThrow("Cannot find module");
});
