import { describe, expect, test } from "vitest";
import { compileRego } from "../index.js";

const source = `package example

allow if {
  some container in input.containers
  startswith(container.image, "registry/")
  input.user.role == "admin"
}

allow if count(input.list) > 3
else if input.last

deny contains message if {
  message := input.message
  message != ""
}
`;
const policy = compileRego([{ file: "example.rego", source }]);

function explain(path: string, input: unknown) {
  const outcome = policy.ok ? policy.value.explainUndefined(path, { input }) : policy;
  return outcome.ok ? outcome.value : outcome.errors;
}

describe("why a rule is undefined: the first literal that failed in each body", () => {
  test("of the attempt that came furthest, with the values it saw", () => {
    const input = { containers: [{ image: "x" }, { image: "registry/a" }], user: { role: "dev" }, list: [1] };
    expect(explain("data.example.allow", input)).toStrictEqual([
      {
        file: "example.rego",
        row: 3,
        succeeded: false,
        failed: {
          text: 'input.user.role = "admin"',
          file: "example.rego",
          row: 6,
          column: 3,
          values: [{ term: "input.user.role", value: "dev" }],
        },
      },
      {
        file: "example.rego",
        row: 9,
        succeeded: false,
        failed: {
          text: "count(input.list) > 3",
          file: "example.rego",
          row: 9,
          column: 10,
          values: [{ term: "count(input.list)", value: 1 }],
        },
      },
      {
        file: "example.rego",
        row: 10,
        succeeded: false,
        failed: { text: "input.last", file: "example.rego", row: 10, column: 9, values: [] },
      },
    ]);
  });

  test("a body that succeeded is told as such", () => {
    expect(explain("data.example.deny", { message: "no" })).toStrictEqual([
      { file: "example.rego", row: 12, succeeded: true },
    ]);
    expect(explain("data.example.deny", { message: "" })).toMatchObject([{ failed: { text: 'message != ""' } }]);
  });

  test("a path that is no reference is an error", () => {
    expect(explain("data.example.[", {})).toMatchObject([{ code: "rego_parse_error" }]);
  });

  test("the compiler's own keys are wildcards, and have no values", () => {
    expect(explain("data.example.allow", { containers: [], list: [1], last: true })).toContainEqual({
      file: "example.rego",
      row: 3,
      succeeded: false,
      failed: {
        text: "container = input.containers[_]",
        file: "example.rego",
        row: 4,
        column: 3,
        values: [{ term: "input.containers", value: [] }],
      },
    });
  });
});
