import { describe, expect, test } from "vitest";
import { joinAll, joinLines, stackLines, textLine } from "./text-lines.js";

describe("texts are put together line by line", () => {
  test("behind each other: the first line of the second goes on with the last of the first", () => {
    const block = joinLines(
      textLine("f(["),
      [
        { text: "", indent: 0, row: 1 },
        { text: "1,", indent: 1, row: 2 },
        { text: "]", indent: 0, row: 3 },
      ],
      textLine(")", 3),
    );
    expect(block).toStrictEqual([
      { text: "f([", indent: 0, row: 1 },
      { text: "1,", indent: 1, row: 2 },
      { text: "])", indent: 0, row: 3 },
    ]);
  });

  test("what follows a line that stands further in stands so too", () => {
    const inner = joinLines(textLine("{", 1), [
      { text: "", indent: 0, row: 0 },
      { text: "a,", indent: 1, row: 2 },
    ]);
    expect(
      joinLines(inner, [
        { text: "b(", indent: 0, row: 3 },
        { text: "c", indent: 1, row: 4 },
      ]).at(-1)?.indent,
    ).toBe(2);
  });

  test("a line that closes something still does with more behind it", () => {
    expect(joinLines([{ text: "]", indent: 0, row: 3, isClosing: true }], textLine(","))).toStrictEqual([
      { text: "],", indent: 0, row: 3, isClosing: true },
    ]);
  });
});

test("nothing put together is an empty line, and 200,000 texts are no trouble", () => {
  expect(joinAll([])).toStrictEqual(textLine(""));
  expect(joinAll(Array.from({ length: 200_000 }, () => textLine("a")))[0].text).toHaveLength(200_000);
});

test("below each other, further in", () => {
  expect(stackLines([textLine("a", 1), textLine("b", 2)], 2)).toStrictEqual([
    { text: "a", indent: 2, row: 1 },
    { text: "b", indent: 2, row: 2 },
  ]);
});
