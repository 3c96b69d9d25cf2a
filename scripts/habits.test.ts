import { expect, it } from "vitest";
import { findBrokenHabits } from "./habits.js";

const source = { file: "packages/core/src/review.ts", text: "export const review = 1;\n", hasTest: true };

it("finds nothing wrong with a short, well-named file that has a test", () => {
  expect(findBrokenHabits(source)).toEqual([]);
});

it.each([
  ["a container list outside of the pod view", { text: "export const list = pod.initContainers;\n" }],
  ["a long file", { text: "export const line = 1;\n".repeat(301) }],
  ["a file called utils", { file: "packages/core/src/utils.ts" }],
  ["a folder called shared", { file: "packages/core/src/shared/review.ts" }],
  ["a file without a test", { hasTest: false }],
  ["zod imported whole", { text: 'import { z } from "zod/mini";\nexport const name = z.string();\n' }],
  ["an exclusion without a reason", { text: "/* v8 ignore next */\nexport const review = 1;\n" }],
])("finds %s", (_title, change) => {
  expect(findBrokenHabits({ ...source, ...change })).toHaveLength(1);
});

it.each([
  [
    "the pod view, which names container lists",
    { file: "packages/rules/src/subject/pod-view.ts", text: "spec.initContainers;\n" },
  ],
  ["another package that names them", { file: "packages/fixtures/src/pod.ts", text: "spec.initContainers;\n" }],
  ["a file of 300 lines", { text: "export const line = 1;\n".repeat(300) }],
  ["a file that only holds types, without a test", { text: "export interface Review {}\n", hasTest: false }],
  ["an entry point without a test", { file: "packages/core/src/index.ts", hasTest: false }],
  ["an exclusion with its reason", { text: "/* v8 ignore next -- unreachable by type */\nexport const review = 1;\n" }],
])("leaves alone %s", (_title, change) => {
  expect(findBrokenHabits({ ...source, ...change })).toEqual([]);
});
