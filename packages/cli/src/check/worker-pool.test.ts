import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { WorkerPool } from "./worker-pool.js";

/** Starts threads whose program, the body of `answer(request, data)`, is written out. */
const startPool = (threads: number, answer: string, data: unknown = undefined): WorkerPool<number, unknown> => {
  const program = `import { parentPort, workerData as data } from "node:worker_threads";
parentPort.on("message", async (request) => parentPort.postMessage(await (async () => { ${answer} })()));`;
  const script = pathToFileURL(`${makeFolder({ "worker.mjs": program })}/worker.mjs`);
  const pool = new WorkerPool<number, unknown>(threads, script, data);
  onTestFinished(() => pool.close());
  return pool;
};

test("every request gets its own answer, however long others take", async () => {
  const pool = startPool(
    2,
    "await new Promise((done) => setTimeout(done, 20 - 4 * request)); return request * data;",
    10,
  );
  const answers = [1, 2, 3, 4, 5].map((request) => pool.send(request));
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
});

test("a thread that fails fails what it was asked, and all that is asked later", async () => {
  const pool = startPool(1, 'if (request === 1) throw new Error("broken"); return request;');
  const answers = [1, 2].map((request) => pool.send(request));
  await expect(answers[0]).rejects.toThrow("broken");
  await expect(answers[1]).rejects.toThrow("broken");
  await expect(pool.send(3)).rejects.toThrow("broken");
});

test("a thread that ends without a word fails too, and one that is closed does not", async () => {
  const pool = startPool(1, "if (request === 1) process.exit(0); return request;");
  await expect(pool.send(1)).rejects.toThrow("a thread has ended with the code 0");
  const closed = startPool(1, "return request;");
  expect(await closed.send(2)).toBe(2);
  await closed.close();
});

test("a program that does not exist fails as well", async () => {
  const pool = new WorkerPool<number, number>(1, new URL("file:///no/such/worker.js"), undefined);
  onTestFinished(() => pool.close());
  await expect(pool.send(1)).rejects.toThrow("Cannot find module");
});
