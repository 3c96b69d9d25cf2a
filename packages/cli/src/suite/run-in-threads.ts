import { availableParallelism } from "node:os";
import { WorkerPool } from "../check/worker-pool.js";
import type { FinishedSuite, RunPlan } from "./run-plan.js";
import type { Suite } from "./suite-model.js";

/** With fewer suites, threads cost more than they save. */
const WORTH_THREADS = 64;
/** V8 keeps a processor busy with compiling and collecting garbage; this thread only waits. */
const OTHER_PROCESSORS = 1;
const MOST_THREADS = 4;

/** How many suites are best run at once; 1 is for this thread alone. */
export const threadsFor = (suites: number, processors = availableParallelism()): number =>
  suites < WORTH_THREADS ? 1 : Math.max(1, Math.min(MOST_THREADS, processors - OTHER_PROCESSORS));

/**
 * Runs suites in other threads, each in the next one that is free.
 *
 * @param threads - how many; there are never more than suites
 * @param script - the program of a thread, a build of `worker.ts`
 * @returns what became of them, in their order; it fails when a thread does
 */
export const runInThreads = async (
  suites: readonly Suite[],
  plan: RunPlan,
  threads: number,
  script: URL,
): Promise<readonly FinishedSuite[]> => {
  const pool = new WorkerPool<Suite, FinishedSuite>(Math.min(threads, suites.length), script, plan);
  try {
    return await Promise.all(suites.map((suite) => pool.send(suite)));
  } finally {
    await pool.close();
  }
};
