import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { TextDecoder } from "node:util";
import { createManifestReader, type ManifestDocument, readManifests } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { describeReadError, fileProblem } from "./problem.js";

/** Text that is at hand, or in a file. */
export interface SourceFile {
  /** Its name in reports. */
  readonly name: string;
  /** Where it is read from, unless its bytes are given. */
  readonly path: string;
  /** In bytes; default: unknown, which is taken for small. */
  readonly size?: number | undefined;
  /** Its bytes, if they are at hand. */
  readonly bytes?: Uint8Array;
}

/** A document of a file, or what keeps the file from being read. */
export type ReadItem =
  | { readonly document: ManifestDocument; readonly problem?: undefined }
  | { readonly problem: FileProblem; readonly document?: undefined };

/** Larger files are read piece by piece and never held as a whole, in bytes. */
const LARGE_FILE = 4 * 1024 * 1024;
const PIECE = 256 * 1024;
/** How far into a file a zero byte tells that it is no text, in bytes. */
const TELLING_PART = 8192;
const ZERO = 0;

/**
 * Reads a file's documents one after the other, the way every sub-command reads files.
 *
 * @returns each document as soon as it is read; what comes before an error of the file system comes all the same
 */
export function* readDocuments(file: SourceFile): Generator<ReadItem> {
  try {
    if (isLarge(file)) yield* readPieces(file);
    else yield* readWhole(file, file.bytes ?? readFileSync(file.path));
  } catch (error) {
    yield { problem: fileProblem(file.name, describeReadError(error)) };
  }
}

function* readWhole(file: SourceFile, bytes: Uint8Array): Generator<ReadItem> {
  if (isBinary(bytes)) yield { problem: notText(file) };
  else for (const document of readManifests(bytes, { file: file.name })) yield { document };
}

function* readPieces(file: SourceFile): Generator<ReadItem> {
  const reader = createManifestReader({ file: file.name });
  for (const text of decodePieces(bytePieces(file.path))) {
    for (const piece of cutBehindSeparators(text)) {
      for (const document of reader.push(piece)) yield { document };
    }
  }
  for (const document of reader.end()) yield { document };
}

/**
 * Reads a file's text, for those who only look for something in it.
 *
 * @param marks - texts one of which must occur in a small file for it to be of interest
 */
export function* readTexts(file: SourceFile, marks: readonly string[]): Generator<string> {
  try {
    if (isLarge(file)) yield* decodePieces(bytePieces(file.path));
    else {
      const bytes = file.bytes ?? readFileSync(file.path);
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (marks.some((mark) => buffer.includes(mark))) yield* decodePieces([bytes]);
    }
  } catch {
    // Whoever reads the file in earnest reports it.
  }
}

/** Whether a file is read piece by piece and never held as a whole. */
export const isLarge = ({ bytes, size }: SourceFile): boolean => bytes === undefined && (size ?? 0) > LARGE_FILE;

function* decodePieces(pieces: Iterable<Uint8Array>): Generator<string> {
  let decoder: TextDecoder | undefined;
  for (const bytes of pieces) {
    if (decoder === undefined && isBinary(bytes)) throw new Error(NOT_TEXT);
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    yield decode(decoder, bytes);
  }
}

const decode = (decoder: TextDecoder, bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new Error("the text is not UTF-8; what comes behind was not read");
  }
};

function* bytePieces(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, "r");
  try {
    for (;;) {
      const buffer = new Uint8Array(PIECE);
      const length = readSync(descriptor, buffer, 0, PIECE, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Each piece completes one document at most, so that its positions can be had while it is the latest one. */
export function* cutBehindSeparators(text: string): Generator<string> {
  let start = 0;
  for (let at = text.indexOf("\n---"); at >= 0; at = text.indexOf("\n---", at + 1)) {
    const end = text.indexOf("\n", at + 1) + 1;
    if (end === 0) break;
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}

const NOT_TEXT = "the file is not text";

const notText = ({ name }: SourceFile): FileProblem => ({ ...fileProblem(name, NOT_TEXT, "binary"), line: 1 });

const isBinary = (bytes: Uint8Array): boolean =>
  encodingOf(bytes) === "utf-8" && bytes.subarray(0, TELLING_PART).includes(ZERO);

/** The encoding that a byte-order mark tells; UTF-8 without one. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
};
