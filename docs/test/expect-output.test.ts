import { expect, it } from "vitest";
import { findCodeBlocks } from "./code-blocks.js";
import { expectOutput } from "./expect-output.js";

const agrees = (printed: string, language: string, text: string): boolean => {
  const [block] = findCodeBlocks(`\`\`\`sh\na\n\`\`\`\n\n\`\`\`${language}\n${text}\n\`\`\``);
  if (block?.output === undefined) throw new Error("no output");
  try {
    expectOutput(printed, block.output);
    return true;
  } catch {
    return false;
  }
};

it.each([
  ["a\nb\n", "text", "a\nb", true],
  ["a\nb\n", "text", "a", false],
  ["a\nx\ny\nb\n", "text", "a\n…\nb", true],
  ["a\nb\n", "text", "a\n…\nb", true],
  ["a\nb\nc\n", "text", "a\n…\nb", false],
  ["a.c\n…\n", "text", "a.c\n…", true],
  ["abc\n", "text", "a.c\n…", false],
  ['{"a":1,"b":[]}', "json", '{\n  "b": [],\n  "a": 1\n}', true],
  ['{"a":1}', "json", '{ "a": 2 }', false],
])("%j agrees as %s with %j: %s", (printed, language, text, verdict) => {
  expect(agrees(printed, language, text)).toBe(verdict);
});
