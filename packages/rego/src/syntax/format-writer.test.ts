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
  writer.line("} else := 1", 1);
  writer.endsWithoutBrace();
  writer.closeBrace(1);
  writer.closeBrace(2);
  expect(writer.text()).toBe("} else := 1\n}\n");
});

test("gaps stay gaps, one line each, but none behind an opening bracket or before a closing one", () => {
  const writer = new FormatWriter([comment(8, " apart")]);
  writer.line("p if {", 1);
  writer.indented(() => {
    writer.line("x", 3);
    writer.line("y", 6);
    writer.line("z", 7);
  });
  writer.closeBrace(11);
  expect(writer.text()).toBe("p if {\n\tx\n\n\ty\n\tz\n\t# apart\n}\n");
});

test("comments between the lines of a text stand between them, those before its end further in", () => {
  const writer = new FormatWriter([comment(2, " one"), comment(4, " last"), comment(5, " beside")]);
  writer.lines(
    [
      { text: "x := [", indent: 0, row: 1 },
      { text: "1,", indent: 1, row: 3 },
      { text: "]", indent: 0, row: 5, isClosing: true },
    ],
    1,
  );
  expect(writer.text()).toBe("x := [\n\t# one\n\t1,\n\t# last\n] # beside\n");
});
