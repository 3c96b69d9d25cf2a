import { expect, test } from "vitest";
import { textTable } from "./text-table.js";

test("columns are as wide as their widest cell", () => {
  expect(
    textTable(
      ["x", "data.names[x]"],
      [
        ["0", '"ann"'],
        ["1", '"😀"'],
      ],
    ),
  ).toBe(
    `+---+---------------+
| x | data.names[x] |
+---+---------------+
| 0 | "ann"         |
| 1 | "😀"           |
+---+---------------+
`,
  );
});

test("headings stand in the middle", () => {
  expect(textTable(["x"], [["12345"], []])).toContain("|   x   |\n");
});

test("200,000 rows are no trouble", () => {
  const rows = Array.from({ length: 200_000 }, () => ["1"]);
  expect(textTable(["x"], rows).length).toBe(200_004 * 6);
});
