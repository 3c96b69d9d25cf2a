import { describe, expect, test } from "vitest";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { graphqlBuiltins } from "./graphql.js";

const schema = "type Query { a: Int }";
const tree = '{"Operations": [{"Name": "", "Operation": "query", "SelectionSet": [{"Alias": "a", "Name": "a"}]}]}';
const schemaTree =
  '{"Definitions": [{"BuiltIn": false, "Description": "", "Fields": [{"Description": "", "Name": "a", "Type": {"NamedType": "Int", "NonNull": false}}], "Kind": "OBJECT", "Name": "Query"}]}';

describe("documents are parsed and judged", () => {
  test.each<[string, readonly Value[], string]>([
    ["graphql.is_valid", ["{a}", schema], "true"],
    ["graphql.is_valid", ["{b}", schema], "false"],
    ["graphql.is_valid", ["{", schema], "false"],
    ["graphql.is_valid", ["{a}", "type"], "false"],
    ["graphql.is_valid", [1, schema], "false"],
    ["graphql.schema_is_valid", [schema], "true"],
    ["graphql.schema_is_valid", ["type Query { a: Gone }"], "false"],
    ["graphql.schema_is_valid", [null], "false"],
    ["graphql.parse_query", ["{a}"], tree],
    ["graphql.parse_query", [1], "eval_type_error: graphql.parse_query: operand 1 must be string but got number"],
    ["graphql.parse_schema", [schema], schemaTree],
    ["graphql.parse", ["{a}", schema], `[${tree}, ${schemaTree}]`],
    [
      "graphql.parse",
      [1, schema],
      "eval_type_error: graphql.parse: operand 0 must be one of {string, object} but got number",
    ],
    [
      "graphql.parse",
      ["{a}", []],
      "eval_type_error: graphql.parse: operand 1 must be one of {string, object} but got array",
    ],
    [
      "graphql.parse",
      ["{b}", schema],
      'eval_builtin_error: graphql.parse: Cannot query field "b" on type "Query". Did you mean "a"?\n in GraphQL string at location 1:2',
    ],
    ["graphql.parse_and_verify", ["{a}", schema], `[true, ${tree}, ${schemaTree}]`],
    ["graphql.parse_and_verify", ["{b}", schema], "[false, {}, {}]"],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(graphqlBuiltins, name, operands)).toBe(expected);
  });
});

const chain = (length: number): string =>
  Array.from({ length }, (_, index) => `fragment F${index} on Query {...F${index + 1}}`).join(" ");

function nested(depth: number): Value {
  let value: Value = {};
  for (let level = 0; level < depth; level += 1) value = { Operations: [value], SelectionSet: [value] };
  return value;
}

describe("hostile documents are faults of the builtin", () => {
  const many = 50_000;
  test.each<[string, string, readonly Value[]]>([
    ["selections", "graphql.is_valid", ["{a".repeat(many), schema]],
    ["lists", "graphql.parse_query", [`{a(b:${"[".repeat(many)}`]],
    ["types", "graphql.schema_is_valid", [`type T {a: ${"[".repeat(many)}`]],
    ["fragments", "graphql.is_valid", [`{...F0}${chain(2_000)}`, schema]],
    ["trees", "graphql.is_valid", [nested(many), schema]],
  ])("%s that nest too deep", (_what, name, operands) => {
    expect(callBuiltin(graphqlBuiltins, name, operands)).toMatch(/^eval_builtin_error: .* levels deep at most$/);
  });

  test("work is counted, also what grows faster than the document", () => {
    const double = (index: number): string =>
      ["F", "G"].map((name) => `fragment ${name}${index} on __Schema {...F${index + 1} ...G${index + 1}}`).join(" ");
    const fragments = Array.from({ length: 40 }, (_, index) => double(index)).join(" ");
    const end = "fragment F40 on __Schema {description} fragment G40 on __Schema {description}";
    let left = 100_000;
    const charge = (units: number): void => {
      left -= units;
      if (left < 0) throw new RangeError("spent");
    };
    const context = testContext({ charge });
    const query = `{__schema{...F0}} ${fragments} ${end}`;
    expect(() => callBuiltin(graphqlBuiltins, "graphql.is_valid", [query, schema], context)).toThrow("spent");
  });

  test("a schema is read once for an evaluation", () => {
    const costs: number[] = [];
    const context = testContext({ charge: (units) => costs.push(units) });
    callBuiltin(graphqlBuiltins, "graphql.is_valid", ["{a}", schema], context);
    const first = costs.length;
    callBuiltin(graphqlBuiltins, "graphql.is_valid", ["{a}", schema], context);
    expect(costs.length - first).toBeLessThan(first / 10);
  });
});
