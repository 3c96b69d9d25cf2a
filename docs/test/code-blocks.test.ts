import { expect, it } from "vitest";
import { findCodeBlocks } from "./code-blocks.js";

const fence = (info: string, text: string): string => `\`\`\`${info}\n${text}\n\`\`\``;

it.each([
  ["right behind it", ["", ""]],
  ["behind one paragraph", ["", "which says\n"]],
])("an output stands %s", (_where, between) => {
  const [block, ...others] = findCodeBlocks([fence("sh", "a"), ...between, fence("text", "b")].join("\n\n"));
  expect(others).toEqual([]);
  expect(block).toMatchObject({ language: "sh", text: "a", line: 2, exitCode: 0, output: { text: "b" } });
});

it.each([
  ["behind two paragraphs", [fence("sh", "a"), "one", "two", fence("text", "b")]],
  ["behind another program", [fence("sh", "a"), fence("sh", "c"), "one", "two", fence("text", "b")]],
  ["in a language that is none of an output", [fence("sh", "a"), fence("", "b")]],
  ["that is a file", [fence("sh", "a"), "Given this `b.yaml`:", fence("yaml", "b")]],
])("what stands %s is no output", (_where, parts) => {
  expect(findCodeBlocks(parts.join("\n\n")).every(({ output }) => output === undefined)).toBe(true);
});

it("the paragraph before a file ends with its name", () => {
  const named = ["`deploy/a.yaml`:", "Given this `deploy/a.yaml`"].map((text) => `${text}\n\n${fence("yaml", "a: 1")}`);
  const unnamed = ["`deploy/a.yaml` is read:", "For example:"].map((text) => `${text}\n\n${fence("yaml", "a: 1")}`);
  expect([...named, ...unnamed].map((text) => findCodeBlocks(text)[0]?.file)).toEqual([
    "deploy/a.yaml",
    "deploy/a.yaml",
    undefined,
    undefined,
  ]);
});

it.each([
  ["policy.rego", "rego"],
  ["input.json", "json"],
])("policies and documents can be files too: %s", (name, language) => {
  expect(findCodeBlocks(`Given this \`${name}\`:\n\n${fence(language, "a")}`)[0]?.file).toBe(name);
});

it("an exit code is said behind the language, and front matter counts as lines", () => {
  const [block] = findCodeBlocks(`---\na: 1\n---\n${fence("sh exit=2", "b")}`);
  expect(block).toMatchObject({ exitCode: 2, line: 5 });
});
