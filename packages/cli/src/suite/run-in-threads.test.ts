import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { runInThreads, threadsFor } from "./run-in-threads.js";
import type { RunPlan } from "./run-plan.js";
import type { Suite } from "./suite-model.js";

const PLAN: RunPlan = { coverage: "none", workingDirectory: "/plan" };

const suite = (file: string): Suite => ({ file, path: `/${file}`, manner: "gator", skip: false, tests: [] });

/** The program of a thread, from what it answers to a suite. */
const script = (answer: string): URL => {
  const program = `import { parentPort, threadId, workerData as plan } from "node:worker_threads";
parentPort.on("message", async (suite) => parentPort.postMessage(await (async () => { ${answer} })()));`;
  return pathToFileURL(`${makeFolder({ "worker.mjs": program })}/worker.mjs`);
};

test("results stand in the order of the suites, whichever is ready first", async () => {
  const program = script(
    "await new Promise((done) => setTimeout(done, 10 * suite.file)); return { result: [suite.file, plan] };",
  );
  const finished = await runInThreads(["3", "1", "2"].map(suite), PLAN, 2, program);
  expect(finished.map(({ result }) => result)).toEqual([
    ["3", PLAN],
    ["1", PLAN],
    ["2", PLAN],
  ]);
});

test("there are never more threads than suites, and none for none", async () => {
  const finished = await runInThreads([suite("a")], PLAN, 64, script("return { result: threadId };"));
  expect(finished).toHaveLength(1);
  expect(await runInThreads([], PLAN, 64, new URL("file:///no/such/worker.js"))).toEqual([]);
});

test("a thread that fails fails the run, with its error", async () => {
  const program = script('if (suite.file === "b") throw new Error("broken"); return {};');
  await expect(runInThreads(["a", "b", "c"].map(suite), PLAN, 2, program)).rejects.toThrow("broken");
});

test.each<[suites: number, processors: number, threads: number]>([
  [63, 64, 1],
  [64, 1, 1],
  [64, 2, 1],
  [64, 3, 2],
  [64, 4, 3],
  [1000, 64, 4],
])("%i suites on %i processors take %i threads", (suites, processors, threads) => {
  expect(threadsFor(suites, processors)).toBe(threads);
});
