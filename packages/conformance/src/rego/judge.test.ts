import type { Value } from "@ostiary/rego";
import { describe, expect, test } from "vitest";
import type { Fields } from "./case.js";
import { judgeCase } from "./judge.js";

const about = (fields: { readonly [name: string]: Value }): Fields => ({
  rego_version: "v1",
  modules: ["package a\n\np := {2, 1}\n\nq := 1\nq := 2\n\nr contains x if some x in input\n"],
  query: "data.a.p = x",
  ...fields,
});

describe("an answer is compared as the collection says", () => {
  test.each<[string, { readonly [name: string]: Value }, string]>([
    ["bindings as JSON", { want_result: [{ x: [1, 2] }] }, "passed"],
    ["other bindings", { want_result: [{ x: [1] }] }, "failed"],
    ["no result", { query: "data.a.none = x", want_result: [] }, "passed"],
    ["sorted bindings", { want_result: [{ x: [2, 1] }], sort_bindings: true }, "passed"],
    ["an expected error", { query: "data.a.q = x", want_error_code: "eval_conflict_error" }, "passed"],
    ["another code", { query: "data.a.q = x", want_error_code: "eval_type_error" }, "failed"],
    ["a text of the error", { query: "data.a.q = x", want_error: "complete rules must not" }, "passed"],
    ["another text", { query: "data.a.q = x", want_error: "nothing" }, "failed"],
    ["an error that does not occur", { want_error: "conflict" }, "failed"],
    ["an unexpected error", { query: "data.a.q = x", want_result: [] }, "failed"],
    ["definedness", { want_defined: true }, "passed"],
    ["undefinedness", { want_defined: false }, "failed"],
    ["a typed value", { query: "data.a.p", want_values: { "set!": [1, 2] } }, "passed"],
    ["another value", { query: "data.a.p", want_values: [1, 2] }, "failed"],
    ["an undefined value", { query: "data.a.none", want_values: "#undefined" }, "passed"],
    ["bound variables as the value", { query: "x = data.a.p", want_values: { x: { "set!": [1, 2] } } }, "passed"],
    [
      "one value for each input",
      {
        query: "data.a.r",
        input: { "many!": [[1], [2]] },
        want_values: { "many!": [{ "set!": [1] }, { "set!": [2] }] },
      },
      "passed",
    ],
    ["names that the query declares", { query: "x := data.a.p", want_result: [{}] }, "passed"],
  ])("%s", (_title, fields, expected) => {
    expect(judgeCase(about(fields), "1.17").kind).toBe(expected);
  });

  test("another release has an answer of its own", () => {
    const fields = about({
      query: "data.a.q = x",
      want_error: "complete rules",
      opa_1_22: { want_error: "rule data.a.q" },
    });
    expect([judgeCase(fields, "1.17").kind, judgeCase(fields, "1.22").kind]).toStrictEqual(["passed", "passed"]);
  });
});
