import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import type { Observer } from "./observer.js";

test("an observer needs to watch only what it wants", () => {
  const rules: string[] = [];
  const observer: Observer = { exitRule: (rule, value) => rules.push(`${rule.location.row} ${String(value)}`) };
  expect(outcomeOf({ rego: "p if false\nelse := 2", query: "data.test.p", observer })).toBe("2");
  expect(rules).toStrictEqual(["3 undefined", "4 2"]);
});

test("notes of trace reach the observer", () => {
  const notes: string[] = [];
  outcomeOf({ rego: 'p if trace("here")', observer: { note: (text) => notes.push(text) } });
  expect(notes.length <= 1).toBe(true);
});
