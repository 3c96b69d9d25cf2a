import { parentPort, workerData } from "node:worker_threads";
import { type PackedItem, packItem } from "./packed-item.js";
import { checkInThisThread } from "./pipeline.js";

// A thread of `checkInParallel`: told once how to judge, it is sent portions of files, and sends back what came of each.
parentPort?.on("message", async (files) => {
  const items: PackedItem[] = [];
  for await (const item of checkInThisThread({ ...workerData, files })) items.push(packItem(item));
  parentPort?.postMessage(items);
});
