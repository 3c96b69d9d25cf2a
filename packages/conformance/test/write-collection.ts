import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { canonicalJson } from "../src/canonical-json.js";

/**
 * Writes a collection of cases that lasts as long as the test.
 *
 * @param files - by their paths: texts as they are, lists as JSON Lines
 * @returns the collection's folder
 */
export const writeCollection = (files: Readonly<Record<string, string | readonly unknown[]>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : content.map(lineOf).join(""));
  }
  return folder;
};

const lineOf = (value: unknown): string => `${canonicalJson(value)}\n`;
