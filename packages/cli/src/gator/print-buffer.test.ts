import { expect, it } from "vitest";
import { PrintBuffer } from "./print-buffer.js";

it("lines are kept in their order", () => {
  const buffer = new PrintBuffer();
  expect(buffer.text).toBe("");
  buffer.add("one");
  buffer.add("two");
  expect(buffer.text).toBe("one\ntwo\n");
});

it("at most 1 MiB is kept, and what is cut off is told", () => {
  const buffer = new PrintBuffer();
  for (let line = 0; line < 3; line++) buffer.add("x".repeat(512 * 1024));
  const cut = "\n... additional print output truncated ...\n";
  expect(buffer.text.endsWith(`x${cut}`)).toBe(true);
  expect(buffer.text.length).toBe(1024 * 1024 + cut.length);
});
