import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import type { Json } from "@ostiary/core";
import type { Outcome } from "@ostiary/gatekeeper";
import type { ByteStream } from "../check/spool.js";
import type { Surroundings } from "../surroundings.js";
import { decodeStream } from "./decode-stream.js";
import { describeFileError } from "./go-file-error.js";
import { describeRepetitions } from "./repetitions.js";
import type { Source } from "./source.js";

/** Where objects come from: what the flags of `gator test` and its like say. */
export interface SourceFlags {
  readonly filename?: readonly string[];
  readonly image?: readonly string[];
}

const EXTENSIONS: readonly string[] = [".yaml", ".yml", ".json"];

/**
 * Reads all objects of files, of folders with all that is in them, and of standard input unless it is a terminal. Warns of
 * objects that occur twice.
 *
 * @returns what cannot be read, in gator's words
 */
export const readSources = async (
  { filename = [], image = [] }: SourceFlags,
  surroundings: Surroundings,
): Promise<Outcome<readonly Json[]>> => {
  const sources: Source[] = [];
  for (const name of filename) {
    const read = readPath(name, surroundings.workingDirectory);
    if (!read.ok) return refuse(`reading: reading from filenames: ${read.error.message}`);
    sources.push(...read.value);
  }
  const [pulled] = image;
  if (pulled !== undefined) {
    const advice = `images are not pulled: unpack ${JSON.stringify(pulled)}, and name the folder`;
    return refuse(`reading: pulling image: ${advice}`);
  }
  const input = await readInput(surroundings.standardInput);
  if (!input.ok) return refuse(`reading: reading from stdin: reading: ${input.error.message}`);
  sources.push({ title: "stdin", objects: input.value });
  for (const warning of describeRepetitions(sources, new Date())) surroundings.standardError.write(`${warning}\n`);
  const objects = sources.flatMap((source) => source.objects);
  return objects.length === 0 ? refuse("no input data identified") : { ok: true, value: objects };
};

const refuse = (message: string): Outcome<never> => ({ ok: false, error: { code: "unreadable", message } });

const readInput = async (stream: ByteStream & { readonly isTTY?: boolean }): Promise<Outcome<readonly Json[]>> => {
  if (stream.isTTY === true) return { ok: true, value: [] };
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of stream) pieces.push(piece);
  } catch (error) {
    return refuse(describeFileError("read", "/dev/stdin", error));
  }
  return decodeStream(Buffer.concat(pieces));
};

const readPath = (name: string, folder: string): Outcome<readonly Source[]> => {
  const names = listFiles(name, folder);
  if (!names.ok) return names;
  const sources: Source[] = [];
  for (const file of names.value) {
    const objects = readFile(file, folder);
    if (!objects.ok) return objects;
    sources.push({ title: `file: ${JSON.stringify(file)}`, objects: objects.value });
  }
  return { ok: true, value: sources };
};

const readFile = (name: string, folder: string): Outcome<readonly Json[]> => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(folder, name));
  } catch (error) {
    return refuse(`opening file ${JSON.stringify(name)}: ${describeFileError("open", name, error)}`);
  }
  const objects = decodeStream(bytes);
  return objects.ok ? objects : refuse(`reading file ${JSON.stringify(name)}: ${objects.error.message}`);
};

/** A file that is named must have one of the extensions; in folders all others are left out. */
const listFiles = (name: string, folder: string): Outcome<readonly string[]> => {
  const path = resolve(folder, name);
  const quoted = JSON.stringify(name);
  try {
    if (statSync(path).isDirectory()) return { ok: true, value: filesBelow(name, path) };
  } catch (error) {
    return refuse(`stat on path ${quoted}: ${describeFileError("stat", name, error)}`);
  }
  if (EXTENSIONS.includes(extname(name))) return { ok: true, value: [name] };
  return refuse(`path ${quoted} must be of extensions: [${EXTENSIONS.join(" ")}]`);
};

/** Links to folders are not followed. */
const filesBelow = (name: string, path: string): readonly string[] =>
  readdirSync(path)
    .sort()
    .flatMap((entry) => {
      const [below, absolute] = [join(name, entry), join(path, entry)];
      if (lstatSync(absolute).isDirectory()) return filesBelow(below, absolute);
      return EXTENSIONS.includes(extname(entry)) ? [below] : [];
    });
