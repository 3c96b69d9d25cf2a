import { expect, test } from "vitest";
import { compileSteps } from "./glob-program.js";

test("texts and runs become steps in a row", () => {
  const steps = compileSteps(
    [
      { kind: "text", text: "ab" },
      { kind: "any", delimited: false },
    ],
    new Set(),
    "1.22",
  );
  expect(steps.map(({ kind }) => kind)).toStrictEqual(["character", "character", "go", "character", "go"]);
});

test("confined alternatives have one copy for each number of characters", () => {
  const alternatives = { kind: "alternatives", of: [[{ kind: "any", delimited: false }], [{ kind: "one" }]] } as const;
  const free = compileSteps([alternatives, { kind: "one" }], new Set(), "1.22");
  const confined = compileSteps([alternatives, { kind: "one" }], new Set(), "1.17");
  expect(confined).toHaveLength(2 * free.length + 1);
});
