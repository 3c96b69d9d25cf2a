import { expect, test } from "vitest";
import { processSurroundings } from "./surroundings.js";

test("are those of this process", () => {
  expect(processSurroundings.workingDirectory).toBe(process.cwd());
  expect(processSurroundings.environment).toBe(process.env);
  expect(processSurroundings.standardInput).toBe(process.stdin);
  expect(processSurroundings.standardOutput).toBe(process.stdout);
  expect(processSurroundings.standardError).toBe(process.stderr);
  expect(processSurroundings.workerScript?.href).toMatch(/\/worker\.js$/);
  expect(processSurroundings.suiteWorkerScript?.href).toMatch(/\/suite-worker\.js$/);
});
