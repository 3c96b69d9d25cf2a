import { expect, test } from "vitest";
import { parseModule, parseQueryText } from "./parse-module.js";

test("an empty module is an error without place", () => {
  const module = parseModule("# only a comment\n", { file: "a.rego", version: "v1" });
  expect(module).toMatchObject({ ok: false, errors: [{ file: "a.rego", row: 0, column: 0, message: "empty module" }] });
});

test("parse errors carry the source line and a caret", () => {
  const module = parseModule("package a\n\n\tp := 01\n", { file: "a.rego", version: "v1" });
  expect(module.ok ? [] : module.errors[0]?.excerpt).toStrictEqual(["p := 01", "     ^"]);
});

test("comments are kept with the module", () => {
  const module = parseModule("# first\npackage a\n\np := 1 # second\n", { file: "a.rego", version: "v1" });
  expect(module.ok ? module.value.comments.map(({ text }) => text) : []).toStrictEqual([" first", " second"]);
});

test.each([
  ["x; y", 2],
  ["x\ny\n", 2],
  ["x y", 2],
  ["", 0],
])("the query %j has %d literals", (text, count) => {
  const query = parseQueryText(text, { file: "", version: "v1" });
  expect(query.ok ? query.value.length : -1).toBe(count);
});

test("a bare call is a rule unless it is of a builtin, and no name is one unless that is said", () => {
  const outcomeFor = (isBuiltin?: (name: string) => boolean): string => {
    const module = parseModule("package a\n\ncount(1)\n", {
      file: "a",
      version: "v1",
      ...(isBuiltin && { isBuiltin }),
    });
    return module.ok ? `${module.value.rules.length} rule` : module.errors.map(({ message }) => message).join();
  };
  expect(outcomeFor()).toBe("1 rule");
  expect(outcomeFor((name) => name === "count")).toBe("rule name conflicts with built-in function");
});
