import { expect, test } from "vitest";
import type { Run } from "./context.js";
import { createContext } from "./create-context.js";
import { linkSteps } from "./plan-body.js";
import type { Step } from "./step.js";

const context = createContext({}, { release: "1.17" });

function trace(steps: readonly string[]): readonly string[] {
  const seen: string[] = [];
  const note = (name: string): boolean => seen.push(name) > 0;
  const planned = steps.map((name): Step => {
    if (name.startsWith("each")) {
      return { search: (next: Run) => (frame, outer) => [1, 2].some(() => note(name) && next(frame, outer)) };
    }
    return { test: () => note(name) && name !== "no" };
  });
  const run = linkSteps(planned, () => !note("end"));
  if (context.ok) run([], context.value);
  return seen;
}

test.each<[readonly string[], readonly string[]]>([
  [[], ["end"]],
  [["a"], ["a", "end"]],
  [
    ["a", "b"],
    ["a", "b", "end"],
  ],
  [
    ["a", "b", "c", "d"],
    ["a", "b", "c", "d", "end"],
  ],
  [
    ["a", "no", "c"],
    ["a", "no"],
  ],
  [
    ["each", "a"],
    ["each", "a", "end", "each", "a", "end"],
  ],
  [
    ["each", "no"],
    ["each", "no", "each", "no"],
  ],
  [
    ["a", "each", "each2"],
    ["a", "each", "each2", "end", "each2", "end", "each", "each2", "end", "each2", "end"],
  ],
])("steps %j run as %j", (steps, expected) => {
  expect(trace(steps)).toStrictEqual(expected);
});
