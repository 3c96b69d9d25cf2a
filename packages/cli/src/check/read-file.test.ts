import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { BAD_POD } from "../../test/manifests.js";
import { cutBehindSeparators, isLarge, readDocuments, readTexts } from "./read-file.js";

const LARGE = 5 * 1024 * 1024;

const read = (content: string | Uint8Array, size?: number) => {
  const path = `${makeFolder({ "a.yaml": content })}/a.yaml`;
  return [...readDocuments({ name: "a.yaml", path, size })];
};

test("the documents of a file are read in their order", () => {
  const items = read("a: 1\n---\nb: 2\n---\n# nothing\n---\n[c]\n");
  expect(items.map(({ document }) => document?.document)).toEqual([0, 1, 2]);
});

test("bytes at hand are read instead of a file", () => {
  const items = [...readDocuments({ name: "-", path: "-", bytes: Buffer.from("a: 1\n") })];
  expect(items[0]?.document).toMatchObject({ file: "-", value: { a: 1 } });
});

test("UTF-16 behind a byte-order mark is text", () => {
  const items = read(Buffer.from("\uFEFFa: 1\n", "utf16le"));
  expect(items[0]?.document).toMatchObject({ kind: "object", value: { a: 1 } });
});

test.each<[what: string, content: string | Uint8Array, size: number | undefined]>([
  ["a small file", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), undefined],
  ["a large file", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), LARGE],
])("zero bytes tell that %s is no text", (_what, content, size) => {
  expect(read(content, size).map(({ problem }) => problem?.message)).toEqual(["the file is not text"]);
});

test("a large file that stops being UTF-8 is read up to there", () => {
  const pod = Buffer.from(`${BAD_POD}---\n`);
  const filler = Buffer.concat(Array.from({ length: Math.ceil(600_000 / pod.length) }, () => pod));
  const items = read(Buffer.concat([filler, Buffer.from([0xff, 0xff]), filler]), LARGE);
  expect(items.filter(({ document }) => document !== undefined).length).toBeGreaterThan(1000);
  expect(items.at(-1)?.problem?.message).toBe("the text is not UTF-8; what comes behind was not read");
});

test("a large file is read as a small one is", () => {
  const text = Array.from({ length: 2000 }, (_, index) => `index: ${index}\ntext: "ä€😀"\n---not a separator\n`).join(
    "---\n",
  );
  const values = (size: number | undefined): readonly unknown[] =>
    read(text, size).map(({ document }) => document && [document.line, document.document, "value" in document]);
  expect(values(LARGE)).toEqual(values(undefined));
  expect(values(LARGE)).toHaveLength(2000);
});

test("who cannot read a file learns why", () => {
  const items = [...readDocuments({ name: "a", path: `${makeFolder()}/a` })];
  expect(items).toEqual([
    { problem: { file: "a", message: "no such file or folder", severity: "error", code: "unreadable" } },
  ]);
});

test.each<[text: string, pieces: string[]]>([
  ["", [""]],
  ["a\n---\nb\n---\nc", ["a\n---\n", "b\n---\n", "c"]],
  ["a\n--", ["a\n--"]],
  ["a\n---", ["a\n---"]],
  ["---\na\n", ["---\na\n"]],
  ["a\n---\n---\n", ["a\n---\n", "---\n"]],
])("%j is cut into %j", (text, pieces) => {
  const cut = [...cutBehindSeparators(text)];
  expect(cut.join("")).toBe(text);
  expect(cut.filter((piece) => piece !== "" || text === "")).toEqual(pieces);
});

test("texts without the mark are not even decoded", () => {
  const file = (text: string) => ({ name: "a", path: "-", bytes: Buffer.from(text) });
  expect([...readTexts(file("kind: Pod"), ["Namespace"])]).toEqual([]);
  expect([...readTexts(file("kind: Namespace"), ["Secret", "Namespace"])]).toEqual(["kind: Namespace"]);
});

test("only files that are not held already can be large", () => {
  expect(isLarge({ name: "a", path: "a", size: LARGE })).toBe(true);
  expect(isLarge({ name: "a", path: "a", size: LARGE, bytes: new Uint8Array() })).toBe(false);
  expect(isLarge({ name: "a", path: "a" })).toBe(false);
});
