import { describe, expect, test } from "vitest";
import { scalar } from "./ast.js";
import { sourceLayout } from "./source-layout.js";

const source = "x := `a\\d\nb`\ny";
const layout = sourceLayout(source);
const at = (row: number, offset: number, end: number) => ({ file: "a", row, column: 1, offset, end });

test("lines are broken where the source breaks them", () => {
  expect(layout.breaks(at(1, 0, 1), at(2, 12, 13))).toBe(true);
  expect(layout.breaks(at(1, 0, 1), at(1, 5, 12))).toBe(false);
});

test("a text ends in the row of its last character", () => {
  expect([at(1, 0, 1), at(1, 5, 12), at(3, 13, 14), at(7, 3, 3)].map(layout.endRow)).toStrictEqual([1, 2, 3, 7]);
});

describe("scalars", () => {
  test("a raw string stays raw", () => {
    expect(layout.spell(scalar("a\\d\nb", at(1, 5, 12)))).toBe("`a\\d\nb`");
  });

  test("others are spelled as values are, also where a raw string stands by chance", () => {
    expect(layout.spell(scalar("other", at(1, 5, 12)))).toBe('"other"');
    expect(layout.spell(scalar("a\\d", at(1, 0, 1)))).toBe('"a\\\\d"');
    expect(layout.spell(scalar(true, at(1, 5, 12)))).toBe("true");
  });
});

test("a template string stays as it is, where one stands", () => {
  const templates = sourceLayout('x := $"a {1}"');
  const template = (offset: number) =>
    ({ kind: "template", style: "escaped", parts: [], location: at(1, offset, 13) }) as const;
  expect(templates.template?.(template(5))).toBe('$"a {1}"');
  expect(templates.template?.(template(0))).toBeUndefined();
});
