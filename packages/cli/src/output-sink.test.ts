import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { makeFolder } from "../test/folder.js";
import { fileSink, streamSink } from "./output-sink.js";

// A file system may take less than it is given.
const MOST_BYTES_TAKEN = 7;

vi.mock("node:fs", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:fs")>();
  const writeSync = (descriptor: number, data: Uint8Array): number =>
    original.writeSync(descriptor, data.subarray(0, MOST_BYTES_TAKEN));
  return { ...original, writeSync };
});

test("a stream gets large portions, and each waits for the one before", async () => {
  const events: string[] = [];
  const stream = {
    write: (text: string, done?: (error?: Error | null) => void) => {
      events.push(`write ${text.length}`);
      setTimeout(() => {
        events.push("taken");
        done?.();
      }, 1);
      return false;
    },
  };
  const sink = streamSink(stream, () => events.push("before"));
  for (let index = 0; index < 5; index++) await sink.write("x".repeat(30_000));
  await sink.end();
  expect(events).toEqual(["before", "write 90000", "taken", "before", "write 60000", "taken"]);
});

test("nothing is written when there was nothing to write", async () => {
  const stream = { write: () => expect.unreachable() };
  await streamSink(stream).end();
});

test("an error of the stream reaches whoever writes", async () => {
  const failure = new Error("gone");
  const sink = streamSink({
    write: (_text: string, done?: (error?: Error | null) => void) => {
      done?.(failure);
      return false;
    },
  });
  await sink.write("text");
  await expect(sink.end()).rejects.toBe(failure);
});

test("a file is made anew, and holds all that was written", async () => {
  const file = join(makeFolder({ "report.json": "the report of yesterday, which was longer" }), "report.json");
  const sink = fileSink(file);
  await sink.write("the report ");
  await sink.write("of today");
  await sink.end();
  expect(readFileSync(file, "utf8")).toBe("the report of today");
});

test("a file gets all even where it is taken in parts that end within a character", async () => {
  const file = join(makeFolder(), "report.txt");
  const text = "✓ erlaubt: Prüfung 🔒".repeat(5);
  const sink = fileSink(file);
  await sink.write(text);
  await sink.end();
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("a file that cannot be written is known before anything is", () => {
  expect(() => fileSink(join(makeFolder(), "no", "such", "folder"))).toThrow("ENOENT");
});
