import { compileRego } from "@ostiary/rego";
import { expect, test } from "vitest";
import { findTests } from "./find-tests.js";

const modules = () => {
  const policy = compileRego([
    { file: "b_test.rego", source: 'package b["c-d"]\n\ntest_one if true\n\ntest_one if false\n' },
    {
      file: "a_test.rego",
      source:
        "package a\n\ntodo_test_later if true\n\nattest_no := 1\n\ntest_function(x) := x\n\ntest_yes if true\n\ntest_cases[x] := true if x := 1\n",
    },
  ]);
  return policy.ok ? policy.value.modules : [];
};

test("tests are rules with a telling name, each once", () => {
  expect(findTests(modules()).map(({ query, row, isSkipped }) => `${query} ${row} ${isSkipped}`)).toEqual([
    "data.a.todo_test_later 3 true",
    "data.a.test_yes 9 false",
    "data.a.test_cases 11 false",
    'data.b["c-d"].test_one 3 false',
  ]);
});

test("a pattern selects by the whole name", () => {
  expect(findTests(modules(), /a\.test_y/).map(({ name }) => name)).toEqual(["test_yes"]);
});
