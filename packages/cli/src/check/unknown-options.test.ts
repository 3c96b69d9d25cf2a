import { expect, test } from "vitest";
import { checkFiles } from "./pipeline.js";
import { findUnknownOptions } from "./unknown-options.js";

test("an option that does not exist is told with those that do", () => {
  expect(findUnknownOptions({ levle: "restricted", level: undefined, toString: 1 })).toEqual(
    ["levle", "toString"].map((name) => ({
      file: "policies",
      severity: "error",
      code: "invalid-option",
      message: expect.stringMatching(
        new RegExp(`^unknown option \`${name}\`: expected one of .*, level, .*, version$`),
      ),
    })),
  );
  expect(findUnknownOptions({ profile: "deckhouse", explain: true })).toEqual([]);
});

test("a check with such an option says so first", async () => {
  const items: unknown[] = [];
  // The types do not allow it.
  for await (const item of checkFiles([], { levle: "restricted" } as object)) items.push(item);
  expect(items).toMatchObject([{ problem: { code: "invalid-option" } }]);
});
