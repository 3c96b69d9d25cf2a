import type { CheckedItem } from "./check-file.js";
import { type PackedItem, unpackItem } from "./packed-item.js";
import { type CheckSources, checkInThisThread, type Run } from "./pipeline.js";
import { isLarge, type SourceFile } from "./read-file.js";
import { WorkerPool } from "./worker-pool.js";

/** What a thread is sent at a time, in bytes of source: so much that messages hardly cost, so little that all have work. */
const PORTION = 64 * 1024;
/** How many portions may be under way for each thread: keeps the threads busy, and the memory bounded. */
const UNDER_WAY = 3;

type Items = Iterable<CheckedItem> | AsyncIterable<CheckedItem>;

/**
 * Checks files in threads of their own, and yields in the order of the files all the same. Files that are too large to be
 * held, and those whose bytes are at hand already, are checked in this thread when it is their turn. Items of other threads
 * can show the lines of their findings, but locate nothing else.
 *
 * @param threads - how many
 * @param script - the program of a thread, a build of `worker.ts`
 */
export const checkInParallel = (threads: number, script: URL): CheckSources =>
  async function* (run) {
    const { namespaces, options } = run;
    const pool = new WorkerPool<readonly SourceFile[], readonly PackedItem[]>(threads, script, { namespaces, options });
    try {
      const underWay: Promise<Items>[] = [];
      for (const files of cutPortions(run.files)) {
        underWay.push(begin({ ...run, files }, pool));
        if (underWay.length > threads * UNDER_WAY) yield* await next(underWay);
      }
      while (underWay.length > 0) yield* await next(underWay);
    } finally {
      await pool.close();
    }
  };

const next = async (underWay: Promise<Items>[]): Promise<Items> => (await underWay.shift()) ?? [];

const begin = async (run: Run, pool: WorkerPool<readonly SourceFile[], readonly PackedItem[]>): Promise<Items> =>
  run.files.some(isForThisThread) ? checkInThisThread(run) : (await pool.send(run.files)).map(unpackItem);

const isForThisThread = (file: SourceFile): boolean => file.bytes !== undefined || isLarge(file);

/** Cuts a list of files into portions, a file for this thread always alone. */
export function* cutPortions(files: readonly SourceFile[]): Generator<readonly SourceFile[]> {
  let portion: SourceFile[] = [];
  let size = 0;
  for (const file of files) {
    const isFull = size + (file.size ?? 0) > PORTION || isForThisThread(file);
    if (isFull && portion.length > 0) {
      yield portion;
      portion = [];
      size = 0;
    }
    portion.push(file);
    size += isForThisThread(file) ? PORTION : (file.size ?? 0);
  }
  if (portion.length > 0) yield portion;
}
