import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { readSources, type SourceFlags } from "./read-sources.js";

const read = async (files: Readonly<Record<string, string>>, flags: SourceFlags, input = "", isTTY = false) => {
  const errors: string[] = [];
  const stream = { write: (text: string) => errors.push(text) > 0 };
  const outcome = await readSources(flags, {
    workingDirectory: makeFolder(files),
    environment: {},
    standardInput: Object.assign(Readable.from(input === "" ? [] : [Buffer.from(input)]), { isTTY }),
    standardOutput: stream,
    standardError: stream,
  });
  return { objects: outcome.ok ? outcome.value : outcome.error.message, errors: errors.join("") };
};

it("files, folders with all that is below, and standard input are read, in this order", async () => {
  const files = { "z.json": '{"a": 1}', "d/b.yaml": "a: 3", "d/a/x.yml": "a: 2", "d/no.txt": "a: [" };
  const { objects } = await read(files, { filename: ["z.json", "d"] }, "a: 4");
  expect(objects).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }]);
});

it("a terminal is not read", async () => {
  expect(await read({ "a.yaml": "a: 1" }, { filename: ["a.yaml"] }, "b: 2", true)).toMatchObject({
    objects: [{ a: 1 }],
  });
});

it("what occurs twice is warned about", async () => {
  const pod = "kind: Pod\nmetadata: {name: x}\n";
  const { errors } = await read({ "a.yaml": pod }, { filename: ["a.yaml"] }, pod);
  expect(errors).toMatch(
    /^\S+ \S+ WARNING - Resource named "x" \(from stdin\) is already defined in file: "a.yaml"\n$/,
  );
});

it.each<[string, SourceFlags]>([
  ["no input data identified", {}],
  [
    'reading: reading from filenames: stat on path "gone.yaml": stat gone.yaml: no such file or directory',
    { filename: ["gone.yaml"] },
  ],
  ['reading: reading from filenames: path "a.txt" must be of extensions: [.yaml .yml .json]', { filename: ["a.txt"] }],
  [
    'reading: reading from filenames: reading file "bad.yaml": reading yaml source: error converting YAML to JSON: yaml: line 1: did not find expected node content',
    { filename: ["bad.yaml"] },
  ],
  ['reading: pulling image: images are not pulled: unpack "r/p:v1", and name the folder', { image: ["r/p:v1"] }],
])("%s", async (message, flags) => {
  expect((await read({ "a.txt": "", "bad.yaml": "a: [" }, flags)).objects).toBe(message);
});

it("a fault in standard input is told", async () => {
  expect((await read({}, {}, "a: [")).objects).toMatch(/^reading: reading from stdin: reading: reading yaml source: /);
});

it("a standard input that cannot be read is told", async () => {
  const failing = new Readable({
    read() {
      this.destroy(Object.assign(new Error("odd"), { code: "EISDIR" }));
    },
  });
  const stream = { write: () => true };
  const outcome = await readSources(
    {},
    {
      workingDirectory: makeFolder(),
      environment: {},
      standardInput: failing,
      standardOutput: stream,
      standardError: stream,
    },
  );
  const message = "reading: reading from stdin: reading: read /dev/stdin: is a directory";
  expect(outcome).toMatchObject({ ok: false, error: { message } });
});
