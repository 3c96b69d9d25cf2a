import { Readable } from "node:stream";
import { jsonText } from "@ostiary/rego";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import type { Surroundings } from "../surroundings.js";
import { type InputFlags, readInput } from "./read-input.js";

const FILES = { "input.json": '{"a": 1.50}', "input.yaml": "a: [x]\n", "bad.json": "{]", binary: Buffer.from([0xff]) };

const read = async (flags: InputFlags, text = ""): Promise<string> => {
  const output = { write: () => true };
  const surroundings: Surroundings = {
    workingDirectory: makeFolder(FILES),
    environment: {},
    standardInput: Readable.from([Buffer.from(text)]),
    standardOutput: output,
    standardError: output,
  };
  const value = await readInput(flags, surroundings);
  return value === undefined ? "none" : jsonText(value);
};

test.each<[flags: InputFlags, text: string]>([
  [{}, "none"],
  [{ input: "input.json" }, '{"a":1.50}'],
  [{ input: "file://input.yaml" }, '{"a":["x"]}'],
  [{ stdinInput: true }, '{"b":2}'],
])("%j is %s", async (flags, text) => {
  expect(await read(flags, "b: 2\n")).toBe(text);
});

test.each([
  ["gone.json", "no such file or folder"],
  ["bad.json", "yaml: "],
  ["binary", "is no text in UTF-8"],
])("%s cannot be read", async (input, reason) => {
  await expect(read({ input })).rejects.toThrow(`cannot read the input \`${input}\`: ${reason}`);
});
