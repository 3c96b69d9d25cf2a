import { expect, test } from "vitest";
import { ParserState } from "./parser-state.js";

const options = {
  file: "a",
  version: "v0",
  maximumDepth: 3,
  release: "1.17",
} as const;

const none = () => undefined;
const compound = { array: none, setOrObject: none, template: none };

test("an attempt that is taken back leaves no errors and no wildcards", () => {
  const parser = new ParserState("a b", options, compound);
  const checkpoint = parser.save();
  parser.scan();
  parser.error("wrong");
  expect(parser.variable("_", parser.location).name).toBe("$0");
  parser.restore(checkpoint);
  expect([parser.token.text, parser.errors.length]).toStrictEqual(["a", 0]);
  expect(parser.variable("_", parser.location).name).toBe("$0");
});

test("white space is a token where a reference would have to go on", () => {
  const parser = new ParserState("a .b", options, compound);
  expect(parser.peekOverNothing()).toBe("whitespace");
  parser.scanOverNothing();
  expect(parser.is("whitespace")).toBe(true);
  parser.scan();
  expect(parser.is(".")).toBe(true);
});

test("a term is parsed once, with the errors of its own", () => {
  const parser = new ParserState("a", options, compound);
  let runs = 0;
  const parse = () => {
    runs += 1;
    parser.error("wrong");
    return undefined;
  };
  parser.memoize(parse);
  const checkpoint = new ParserState("a", options, compound).save();
  parser.restore(checkpoint);
  parser.memoize(parse);
  expect([runs, parser.errors.length]).toStrictEqual([1, 1]);
});

test("other keywords hold for one attempt", () => {
  const parser = new ParserState("in in in", options, compound);
  parser.withKeywords(new Set(["in"]), () => {
    expect(parser.is("identifier")).toBe(true);
    parser.scan();
    expect(parser.is("in")).toBe(true);
  });
  parser.scan();
  expect(parser.is("identifier")).toBe(true);
});

test("keywords that became active after a token was read make it one", () => {
  const parser = new ParserState("in", options, compound);
  parser.activeKeywords = new Set(["in"]);
  expect(parser.is("identifier")).toBe(true);
  parser.reclassify();
  expect(parser.is("in")).toBe(true);
});

test("a keyword before a dot or bracket is a name", () => {
  expect(new ParserState("not.a", options, compound).acceptKeywordReference()).toBe(true);
  expect(new ParserState("not a", options, compound).acceptKeywordReference()).toBe(false);
  expect(new ParserState("a.b", options, compound).acceptKeywordReference()).toBe(false);
});

test("nesting is counted", () => {
  const parser = new ParserState("a", options, compound);
  const nest = (depth: number): string | undefined => parser.nested(() => (depth === 0 ? "end" : nest(depth - 1)));
  expect(nest(2)).toBe("end");
  expect(nest(3)).toBeUndefined();
  expect(parser.errors.map(({ message }) => message)).toStrictEqual(["max parsing recursion depth exceeded"]);
});

test("hints belong to the next error", () => {
  const parser = new ParserState("a", options, compound);
  parser.hint("one");
  parser.hint("two");
  parser.error("first");
  parser.error("second");
  expect(parser.errors.map(({ message }) => message)).toStrictEqual(["first (hints: one, two)", "second"]);
});
