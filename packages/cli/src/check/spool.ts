import { createReadStream, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type InputFile, STANDARD_INPUT } from "./find-files.js";
import type { SourceFile } from "./read-file.js";

/** Bytes that come in pieces: standard input. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** What is longer than this goes to a temporary file, in bytes. */
const MOST_IN_MEMORY = 16 * 1024 * 1024;

/**
 * Makes what can be read only once, standard input and pipes, readable again: it is read once for the Namespaces in it and
 * once for everything. Regular files stay as they are.
 *
 * @param standardInput - what `-` stands for
 * @throws the error of the file system, if reading fails
 */
export const spool = async (
  file: InputFile,
  standardInput: ByteStream,
  mostInMemory = MOST_IN_MEMORY,
): Promise<SourceFile> => {
  if (file.size !== undefined) return file;
  const held: Uint8Array[] = [];
  let size = 0;
  let disk: TemporaryFile | undefined;
  for await (const piece of file.path === STANDARD_INPUT ? standardInput : createReadStream(file.path)) {
    size += piece.length;
    held.push(piece);
    if (size <= mostInMemory) continue;
    disk ??= createTemporaryFile();
    for (const waiting of held.splice(0)) writeSync(disk.descriptor, waiting);
  }
  return disk === undefined ? { ...file, bytes: Buffer.concat(held), size } : { ...file, path: disk.path, size };
};

interface TemporaryFile {
  readonly path: string;
  readonly descriptor: number;
}

/** Creates a file that is gone when the process ends, also by a signal that asks it to. */
const createTemporaryFile = (): TemporaryFile => {
  const folder = mkdtempSync(join(tmpdir(), "ostiary-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  const path = join(folder, "input");
  return { path, descriptor: openSync(path, "w", 0o600) };
};
