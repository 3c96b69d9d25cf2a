import { parentPort, workerData } from "node:worker_threads";
import { type PackedItem, packItem } from "./packed-item.js";
import { checkInThisThread } from "./pipeline.js";
import { prepareRuling } from "./prepare-ruling.js";

// A thread of `checkInParallel`: told once how to judge, it is sent portions of files, and sends back what came of each.
const prepared = prepareRuling(workerData.options, workerData.namespaces);
parentPort?.on("message", async (files) => {
  const { ruling } = await prepared;
  const items: PackedItem[] = [];
  for (const item of checkInThisThread({ files, ruling })) items.push(packItem(item));
  parentPort?.postMessage(items);
});
