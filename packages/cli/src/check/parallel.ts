import { setImmediate as letMessagesIn } from "node:timers/promises";
import type { CheckedItem } from "./check-file.js";
import type { Ruling } from "./judge.js";
import { type PackedItem, packItem, unpackItem } from "./packed-item.js";
import { type CheckSources, checkInThisThread } from "./pipeline.js";
import { isLarge, type SourceFile } from "./read-file.js";
import { WorkerPool } from "./worker-pool.js";

/** What a thread is sent at a time, in bytes of source: so much that messages hardly cost, so little that all have work. */
const PORTION = 64 * 1024;
/** How many portions each thread is sent ahead, so that it never waits. */
const AHEAD = 2;
/** How many portions this thread may take beyond those, while it waits for the one that comes next. */
const OWN = 2;

type Items = Iterable<CheckedItem>;
type Pool = WorkerPool<readonly SourceFile[], readonly PackedItem[]>;

/** Some files, and how far they are. */
interface Portion {
  readonly files: readonly SourceFile[];
  /** The promise of a thread to see to it; absent while nobody has taken it. */
  promise?: Promise<void>;
  items?: Items;
}

/**
 * Checks files in further threads and in this one, and yields in the order of the files all the same. Files that are too
 * large to be held, and those whose bytes are at hand already, are checked in this thread when it is their turn. Items that
 * did not come at once can show the lines of their findings, but locate nothing else.
 *
 * @param threads - how many beside this one
 * @param script - the program of a thread, a build of `worker.ts`
 */
export const checkInParallel = (threads: number, script: URL): CheckSources =>
  async function* ({ files, ruling, namespaces, options }) {
    const pool: Pool = new WorkerPool(threads, script, { namespaces, options });
    try {
      const portions = cutPortions(files);
      const underWay: Portion[] = [];
      for (;;) {
        fill(underWay, portions, threads * AHEAD + OWN);
        const [next] = underWay;
        if (next === undefined) return;
        sendAhead(underWay, pool, threads * AHEAD);
        const items = await advance(next, underWay, ruling);
        if (items === undefined) continue;
        yield* items;
        underWay.shift();
      }
    } finally {
      await pool.close();
    }
  };

const fill = (underWay: Portion[], portions: Iterator<readonly SourceFile[]>, length: number): void => {
  while (underWay.length < length) {
    const { value: files, done } = portions.next();
    if (done === true) return;
    underWay.push({ files });
  }
};

const sendAhead = (underWay: readonly Portion[], pool: Pool, most: number): void => {
  for (const portion of underWay) {
    if (pool.pending >= most) return;
    if (portion.promise !== undefined || portion.items !== undefined || portion.files.some(isForThisThread)) continue;
    portion.promise = pool.send(portion.files).then((items) => {
      portion.items = items.map(unpackItem);
    });
    // A failure counts when its turn comes.
    portion.promise.catch(() => undefined);
  }
};

/** Gets on with what comes next, or meanwhile with something else that nobody has taken. */
const advance = async (next: Portion, underWay: readonly Portion[], ruling: Ruling): Promise<Items | undefined> => {
  await letMessagesIn();
  if (next.items !== undefined) return next.items;
  if (next.promise === undefined) return checkInThisThread({ files: next.files, ruling });
  const free = underWay.find(({ promise, items, files }) => !promise && !items && !files.some(isForThisThread));
  if (free === undefined) await next.promise;
  else free.items = hold(checkInThisThread({ files: free.files, ruling }));
  return next.items;
};

/** Keeps items for later: as plain data, without the documents that they came from. */
const hold = (items: Items): Items => Array.from(items, (item) => unpackItem(packItem(item)));

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
