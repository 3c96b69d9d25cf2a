import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { readTextFile, readTextStream } from "./read-text.js";

const BINARY = Buffer.from([0xff, 0xfe, 0x00, 0x80]);

test("files are read as UTF-8, without a byte-order mark", () => {
  const folder = makeFolder({ "a.rego": "\uFEFFpackage ä\n", "b.rego": BINARY });
  expect(readTextFile(join(folder, "a.rego"))).toEqual({ ok: true, text: "package ä\n" });
  expect(readTextFile(join(folder, "b.rego"))).toEqual({ ok: false, message: "is no text in UTF-8" });
  expect(readTextFile(join(folder, "c.rego"))).toEqual({ ok: false, message: "no such file or folder" });
  expect(readTextFile(folder)).toEqual({ ok: false, message: "is a folder" });
});

test("streams are read to their end; a character may be split between two pieces", async () => {
  const [first, second] = [Buffer.from([0xc3]), Buffer.from([0xa4])];
  expect(await readTextStream(Readable.from([first, second]))).toEqual({ ok: true, text: "ä" });
  expect(await readTextStream(Readable.from([BINARY]))).toMatchObject({ ok: false });
});

test("a stream that fails is a reading that fails", async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error("torn"));
    },
  });
  expect(await readTextStream(broken)).toEqual({ ok: false, message: "torn" });
});
