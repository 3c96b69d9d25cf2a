import { parentPort, workerData } from "node:worker_threads";
import { createRunner } from "./run-plan.js";

// A thread of `runInThreads`: told once what is planned, it is sent suites, and sends back what became of each.
const run = createRunner(workerData);
parentPort?.on("message", (suite) => parentPort?.postMessage(run(suite)));
