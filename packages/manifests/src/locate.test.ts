import { parseEvents } from "js-yaml";
import { describe, expect, it } from "vitest";
import { EventTree } from "./event-tree.js";
import { flowEnd, locate, locateKey } from "./locate.js";
import type { FieldPath } from "./manifest-document.js";

const text = `# comment
spec:
  plain: some text # not this
  single: 'it''s'
  double: "a\\"b"
  empty:
  literal: |- # comment | here
    one
    two

  flow: {a: [1, 2 ], # comment ]
    b: "}" }
  list:
  - name: first
    ports:
      - 80
  -
  - *alias
  anchored: &alias !!str 5
  pairs: [x: 1, y: {}]
  "quoted key": 1
`;

const find = (path: FieldPath) => {
  const { start, end, exact } = locate(new EventTree(text, parseEvents(text, {})), path);
  return [text.slice(start, end), exact];
};

describe("locateKey", () => {
  it.each<[FieldPath, string, boolean]>([
    [["spec", "plain"], "plain", true],
    [["spec", "empty"], "empty", true],
    [["spec", "list"], "list", true],
    [["spec", "list", 0, "ports"], "ports", true],
    [["spec", "flow", "a"], "a", true],
    [["spec", "quoted key"], '"quoted key"', true],
    [["spec", "list", 2], "*alias", true],
    [["spec", "plain", "further"], "some text", false],
  ])("finds the key that leads to %j", (path, written, exact) => {
    const location = locateKey(new EventTree(text, parseEvents(text, {})), path);
    expect([text.slice(location.start, location.end), location.exact]).toEqual([written, exact]);
  });
});

describe("locate", () => {
  it.each<[FieldPath, string]>([
    [["spec", "plain"], "some text"],
    [["spec", "single"], "'it''s'"],
    [["spec", "double"], '"a\\"b"'],
    [["spec", "empty"], "empty"],
    [["spec", "literal"], "|- # comment | here\n    one\n    two"],
    [["spec", "flow"], '{a: [1, 2 ], # comment ]\n    b: "}" }'],
    [["spec", "flow", "a"], "[1, 2 ]"],
    [["spec", "flow", "a", 1], "2"],
    [["spec", "list", 0], "name: first\n    ports:\n      - 80"],
    [["spec", "list", 0, "ports"], "- 80"],
    [["spec", "list", 1], ""],
    [["spec", "list", 2], "*alias"],
    [["spec", "anchored"], "5"],
    [["spec", "pairs"], "[x: 1, y: {}]"],
    [["spec", "pairs", 1], "y: {}"],
    [["spec", "quoted key"], "1"],
  ])("finds %j", (path, written) => {
    expect(find(path)).toEqual([written, true]);
  });

  it.each<[FieldPath, FieldPath]>([
    [
      ["spec", "plain", "further"],
      ["spec", "plain"],
    ],
    [
      ["spec", "empty", "medium"],
      ["spec", "empty"],
    ],
    [
      ["spec", "list", 9, "name"],
      ["spec", "list"],
    ],
    [
      ["spec", "list", "0"],
      ["spec", "list"],
    ],
    [
      ["spec", "flow", 0],
      ["spec", "flow"],
    ],
    [["other", "x"], []],
  ])("for the absent %j finds %j", (path, ancestor) => {
    expect(find(path)).toEqual([find(ancestor)[0], false]);
  });

  it("finds the beginning of a text without content", () => {
    expect(locate(new EventTree("# c", []), ["a"])).toEqual({ start: 0, end: 0, exact: false });
  });
});

it.each([
  ["[a , # ]\n ]", 2, "[a , # ]\n ]"],
  ["{a: 1", 5, "{a: 1"],
  ["[a # no end", 2, "[a"],
  ["x: 1 ]", 4, "x: 1"],
])("finds the end of the flow collection %j", (flow, contentEnd, written) => {
  expect(flow.slice(0, flowEnd(flow, 0, contentEnd))).toBe(written);
});
