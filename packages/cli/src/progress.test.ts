import { expect, test } from "vitest";
import { createProgress } from "./progress.js";

const record = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) > 0 };
};

test("shows nothing before half a second, then a line at most ten times a second", () => {
  const screen = record(true);
  let time = 0;
  const progress = createProgress(
    screen,
    () => `at ${time}`,
    () => time,
  );
  for (; time < 1000; time += 1) progress.advance();
  expect(screen.written[0]?.replace("\r\u001B[K", "")).toMatch(/^at 5\d\d$/);
  expect(screen.written.length).toBeGreaterThanOrEqual(4);
  expect(screen.written.length).toBeLessThanOrEqual(5);
});

test("takes the line away once, and only if there is one", () => {
  const screen = record(true);
  let time = 0;
  const progress = createProgress(
    screen,
    () => "working",
    () => time,
  );
  progress.clear();
  time = 1000;
  for (let calls = 0; calls < 16; calls++) progress.advance();
  progress.clear();
  progress.clear();
  expect(screen.written).toEqual(["\r\u001B[Kworking", "\r\u001B[K"]);
});

test("shows nothing on what is no terminal", () => {
  const screen = record(false);
  let time = 0;
  const progress = createProgress(
    screen,
    () => "working",
    () => time,
  );
  for (; time < 2000; time += 1) progress.advance();
  progress.clear();
  expect(screen.written).toEqual([]);
});
