import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { OWNER } from "../../test/mutators.js";
import type { MutatedFile } from "./mutate-files.js";
import { MUTATION_FORMATS, writeMutation } from "./mutation-output.js";

const BEFORE = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n";
const AFTER = `${BEFORE}spec: {x: ${2n ** 60n}}\n`;

const fileOf = (text: string, newText: string): MutatedFile => {
  const documents = [...readManifests(text)].filter((one): one is ObjectDocument => one.kind === "object");
  const patch = [{ op: "add", path: "/spec", value: { x: 2n ** 60n } }] as const;
  const objects = documents.slice(0, 1).map((document) => ({
    document,
    mutated: true,
    iterations: 2,
    trace: [],
    patch,
    object: { spec: { x: 2n ** 60n } },
  }));
  return { name: "deploy/a.yaml", path: "", text, newText, documents, objects, problems: [], refused: 0 };
};

test("objects are one stream, and mutators no part of it", async () => {
  const files = [
    fileOf(`${BEFORE}---\n${OWNER}--- # more\n${BEFORE}`, `${AFTER}---\n${OWNER}--- # more\n${BEFORE}`),
    fileOf("a: 1", "a: 1"),
    fileOf("", ""),
  ];
  expect(await writeMutation("yaml", files)).toBe(`${AFTER}---\n${BEFORE}---\na: 1\n`);
});

test("a difference can be applied as a patch", async () => {
  expect(await writeMutation("diff", [fileOf(BEFORE, AFTER), fileOf("a: 1\n", "a: 1\n")])).toBe(
    `--- a/deploy/a.yaml\n+++ b/deploy/a.yaml\n@@ -2,3 +2,4 @@\n kind: Pod\n metadata:\n   name: a\n+spec: {x: ${2n ** 60n}}\n`,
  );
});

test("programs get patches, or all there is, with every digit", async () => {
  const files = [fileOf(BEFORE, AFTER)];
  const [patches, report] = [await writeMutation("json-patch", files), await writeMutation("json", files)];
  expect(patches).toContain(String(2n ** 60n));
  expect(JSON.parse(patches)).toMatchObject([{ file: "deploy/a.yaml", line: 1, kind: "Pod", patch: [{ op: "add" }] }]);
  expect(JSON.parse(report)).toMatchObject({
    objects: [{ name: "a", mutated: true, iterations: 2, trace: [] }],
    problems: [],
  });
});

test("nothing gives nothing", async () => {
  expect(await Promise.all(MUTATION_FORMATS.map((format) => writeMutation(format, [])))).toEqual([
    "",
    "",
    "[]\n",
    '{\n  "objects": [],\n  "problems": []\n}\n',
  ]);
});
