import { expect } from "vitest";
import type { CodeBlock } from "./code-blocks.js";

/** A line of an expected text that stands for any number of lines. */
const ANY_LINES = "…";

/** Expects that a program has printed what the document shows: the same text, or as JSON the same value. */
export const expectOutput = (printed: string, { language, text }: CodeBlock): void => {
  if (language === "json") expect(JSON.parse(printed)).toEqual(JSON.parse(text));
  else if (text.split("\n").includes(ANY_LINES)) expect(printed).toMatch(patternOf(text));
  else expect(printed.trimEnd()).toBe(text);
};

const patternOf = (text: string): RegExp => {
  const lines = text.split("\n").map((line) => (line === ANY_LINES ? "(.*\n)*" : `${escapeRegularExpression(line)}\n`));
  return new RegExp(`^${lines.join("")}$`);
};

const escapeRegularExpression = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
