import { expect, test } from "vitest";
import { FormatWriter } from "./format-writer.js";

const comment = (row: number, text: string) => ({ row, text, column: 1, offset: 0, end: 0 });

test("comments stand before, at the end of, and after lines", () => {
  const writer = new FormatWriter([comment(1, " above"), comment(2, " beside"), comment(9, " below")]);
  writer.commentsBefore(2);
  writer.line("x", 2);
  writer.blank();
  writer.blank();
  writer.indented(() => writer.line("y", 3));
  writer.remainingComments();
  expect(writer.text()).toBe("# above\nx # beside\n\n\ty\n\n# below\n");
});

test("a rule whose last branch has no body needs no brace", () => {
  const writer = new FormatWriter([]);
  writer.append("} else := 1");
  writer.endsWithoutBrace();
  writer.closeBrace();
  writer.closeBrace();
  expect(writer.text()).toBe("} else := 1\n}\n");
});
