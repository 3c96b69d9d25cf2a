import { expect, test } from "vitest";
import { type Notation, write } from "./notation.js";
import { isArray } from "./value.js";

const lisp: Notation = {
  separator: " ",
  scalar: String,
  collection: (value) => ({ open: "(", values: isArray(value) ? value : [], close: ")" }),
};

test("a notation decides brackets, separators and scalars", () => {
  expect(write([1, [], [2, [3]], "a"], lisp)).toBe("(1 () (2 (3)) a)");
  expect(write("a", lisp)).toBe("a");
});

test("labels precede the members", () => {
  const labelled: Notation = {
    ...lisp,
    collection: () => ({ open: "{", labels: ["a=", "b="], values: [1, 2], close: "}" }),
  };
  expect(write([], labelled)).toBe("{a=1 b=2}");
});
