import { resolve } from "node:path";
import type { Value } from "@ostiary/rego";
import type { Surroundings } from "../surroundings.js";
import { UsageError } from "../usage-error.js";
import { readJsonOrYaml } from "./read-document.js";
import { readTextFile, readTextStream, type TextReading } from "./read-text.js";

/** Where the input document comes from. */
export interface InputFlags {
  readonly input?: string;
  readonly stdinInput?: boolean;
}

/**
 * Reads the input document.
 *
 * @returns `undefined` when none is asked for
 * @throws {@link UsageError} when it cannot be read
 */
export const readInput = async (
  { input, stdinInput }: InputFlags,
  { workingDirectory, standardInput }: Surroundings,
): Promise<Value | undefined> => {
  if (stdinInput === true) return parse("standard input", await readTextStream(standardInput));
  if (input === undefined) return undefined;
  return parse(input, readTextFile(resolve(workingDirectory, input.replace(/^file:\/\//, ""))));
};

const parse = (name: string, text: TextReading): Value => {
  const document = text.ok ? readJsonOrYaml(text.text) : text;
  if (document.ok) return document.value;
  throw new UsageError(`cannot read the input \`${name}\`: ${document.message}`);
};
