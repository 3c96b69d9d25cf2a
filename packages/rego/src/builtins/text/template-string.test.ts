import { describe, expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin } from "../call-builtin.js";
import { templateStringBuiltins } from "./template-string.js";

describe("parts are joined; each expression is the set of its values (9.5)", () => {
  test.each<[string, readonly Value[], string]>([
    ["internal.template_string", [["a ", new RegoSet(["x"]), " b ", new RegoSet([[1, "y"]])]], '"a x b [1, \\"y\\"]"'],
    ["internal.template_string", [[new RegoSet([])]], '"<undefined>"'],
    ["internal.template_string", [[]], '""'],
    ["internal.template_string", [[new RegoSet([numberFromText("1.0")]), new RegoSet([null])]], '"1.0null"'],
    [
      "internal.template_string",
      [[new RegoSet([1, 2])]],
      "eval_conflict_error: template-strings must not produce multiple outputs",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(templateStringBuiltins, name, operands)).toBe(expected);
  });
});
