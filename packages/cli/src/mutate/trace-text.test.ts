import { expect, test } from "vitest";
import { describeTraceEntry } from "./trace-text.js";

const about = { iteration: 1, mutator: { kind: "Assign", name: "a" }, path: ["spec", "containers", 0, "image"] };

test.each([
  [{ ...about, what: "changed" as const, after: 1 }, "Assign `a` set spec.containers[0].image: 1 (iteration 1)"],
  [
    { ...about, what: "changed" as const, before: 2n ** 60n, after: ["x"] },
    `Assign \`a\` set spec.containers[0].image: ${2n ** 60n} -> ["x"] (iteration 1)`,
  ],
  [
    { ...about, what: "stopped" as const, condition: "MustExist" },
    "Assign `a` stopped at spec.containers[0].image: MustExist (iteration 1)",
  ],
])("%#: what a mutator did is told in a line", (entry, text) => {
  expect(describeTraceEntry(entry)).toBe(text);
});

test("long values are cut off, and nothing in them acts on a terminal", () => {
  const text = describeTraceEntry({ ...about, what: "changed", after: `\u001b[31m${"x".repeat(500)}` });
  expect(text).toContain('"\\u001b[31mxxx');
  expect(text.length).toBeLessThan(300);
});
