import { expect, it } from "vitest";
import { Origin } from "./origin.js";
import { ReadJournal } from "./read-journal.js";

it("a journal keeps what matters", () => {
  const journal = new ReadJournal();
  const [a, b, c] = ["a", "b", "c"].map((name) => Origin.root().child(name));
  journal.note(a);
  journal.note(undefined);
  const mark = journal.mark;
  journal.note(b);
  journal.note(c);
  expect(journal.since(mark)).toEqual([b, c]);
  journal.forget(mark, mark + 1);
  expect(journal.since(0)).toEqual([a, c]);
  journal.forget(mark);
  journal.replay([b ?? Origin.root()]);
  expect(journal.since(0)).toEqual([a, b]);
});
