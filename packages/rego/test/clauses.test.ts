import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outcomeOf, type Question } from "./outcome-of.js";

/** What the language says or refuses, as a sentence, with a program that shows it. */
interface Clause extends Question {
  readonly sentence: string;
  readonly outcome: string;
}

const clausesOf = (file: string): readonly (readonly [string, Clause])[] =>
  readFileSync(join(import.meta.dirname, file), "utf8")
    .trim()
    .split("\n")
    // The file is our own: each line has this shape.
    .map((line) => JSON.parse(line) as Clause)
    .map((clause) => [clause.sentence, clause]);

test.each(clausesOf("language-clauses.jsonl"))("the language says: %s", (_, { sentence, outcome, ...question }) => {
  expect(outcomeOf(question)).toBe(outcome);
});

test.each(clausesOf("refused-modules.jsonl"))("refused is %s", (_, { sentence, outcome, ...question }) => {
  expect(outcomeOf(question)).toBe(outcome);
});
