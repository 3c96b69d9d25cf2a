import { readFileSync } from "node:fs";
import { readManifests } from "@ostiary/manifests";

/** Digits that a `number` may not hold exactly; the test finds more than it must. */
const LONG_INTEGER = /\d{16}/;

/**
 * Reads a file of one JSON object per line. Integers of 64 bits that a `number` cannot hold become `bigint`.
 *
 * @throws when the file cannot be read or a line is not JSON: the collection itself is broken then
 */
export const readJsonLines = <Line>(path: string): readonly Line[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    // The format of a line is the collection's own, described in its README.
    .map((line) => parseLossless(line) as Line);

/** Parses a JSON object as Kubernetes does: without rounding integers that have 64 bits. */
export const parseLossless = (line: string): unknown => {
  const rounded: unknown = JSON.parse(line);
  if (!LONG_INTEGER.test(line)) return rounded;
  const [document] = readManifests(line, { limits: { depth: 100_000, documentLength: Number.POSITIVE_INFINITY } });
  return document?.kind === "object" ? document.value : rounded;
};
