import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { evaluateCel } from "./cel.js";

/** Texts of every lexical form of CEL, good ones and broken ones, with what Kubernetes 1.36 makes of them. */
const lines = readFileSync(new URL("./cel-syntax-answers.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");

it.each(lines.map((line) => JSON.parse(line)))("`%s` is read as Kubernetes reads it", (expression, answer) => {
  expect(evaluateCel(expression)).toBe(answer);
});
