import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { spool } from "./spool.js";

const INPUT = { name: "-", path: "-", size: undefined };
const stream = (...pieces: readonly string[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));

test("a regular file stays as it is", async () => {
  const file = { name: "a.yaml", path: "/a.yaml", size: 5 };
  expect(await spool(file, stream())).toBe(file);
});

test("short input is held in memory", async () => {
  const source = await spool(INPUT, stream("kind: ", "Pod"));
  expect(Buffer.from(source.bytes ?? []).toString()).toBe("kind: Pod");
  expect(source.size).toBe(9);
});

test("long input goes to a temporary file, whole and in order", async () => {
  const source = await spool(INPUT, stream("0123", "4567", "89", "ab"), 6);
  expect(source).toMatchObject({ name: "-", size: 12 });
  expect(source.bytes).toBeUndefined();
  expect(readFileSync(source.path, "utf8")).toBe("0123456789ab");
});

test("what is no regular file is read from where it is", async () => {
  const path = `${makeFolder({ pipe: "kind: Pod" })}/pipe`;
  const source = await spool({ name: "pipe", path, size: undefined }, stream("not this"));
  expect(Buffer.from(source.bytes ?? []).toString()).toBe("kind: Pod");
});

test("what cannot be read throws the error of the file system", async () => {
  await expect(spool({ name: "a", path: "/no/such", size: undefined }, stream())).rejects.toThrow("ENOENT");
});
