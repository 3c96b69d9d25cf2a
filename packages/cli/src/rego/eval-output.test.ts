import { compileRego } from "@ostiary/rego";
import { describe, expect, test } from "vitest";
import { EVAL_FORMATS, type EvalOutput, writeEvalOutput } from "./eval-output.js";
import { errorOf, problemError } from "./output-error.js";

const outputOf = (query: string, rest: Partial<EvalOutput> = {}): EvalOutput => {
  const policy = compileRego([]);
  const prepared = policy.ok ? policy.value.prepare(query) : policy;
  const results = prepared.ok ? prepared.value.evaluate({ data: { names: ["ann", "<bob>"] } }) : prepared;
  if (!prepared.ok || !results.ok) throw new Error("no results");
  return { expressions: prepared.value.expressions, results: results.value, errors: [], prettyLimit: 80, ...rest };
};

const written = (format: string, query: string, rest: Partial<EvalOutput> = {}): string =>
  writeEvalOutput(format, outputOf(query, rest)).output;

describe("JSON has OPA's form", () => {
  test("with values, texts, places and bindings", () => {
    expect(JSON.parse(written("json", "x := 1; data.names[x]"))).toEqual({
      result: [
        {
          expressions: [
            { value: true, text: "x := 1", location: { row: 1, col: 1 } },
            { value: "<bob>", text: "data.names[x]", location: { row: 1, col: 9 } },
          ],
          bindings: { x: 1 },
        },
      ],
    });
  });

  test("spread over lines, with the escapes of Go's encoder", () => {
    expect(written("json", "data.names[1]")).toBe(`{
  "result": [
    {
      "expressions": [
        {
          "value": "\\u003cbob\\u003e",
          "text": "data.names[1]",
          "location": {
            "row": 1,
            "col": 1
          }
        }
      ]
    }
  ]
}
`);
  });

  test("no result is an empty object, an error is a member", () => {
    expect(written("json", "data.none")).toBe("{}\n");
    const errors = [problemError("gone.rego: no such file or folder")];
    expect(JSON.parse(written("json", "data.none", { errors }))).toEqual({
      errors: [{ message: "gone.rego: no such file or folder" }],
    });
  });

  test("with what else was asked for", () => {
    const coverage = { files: [], percent: 100 };
    expect(JSON.parse(written("json", "data.none", { explanation: "a\nb\n", coverage }))).toMatchObject({
      explanation: ["a", "b"],
      coverage: { coverage: 100 },
    });
  });
});

test.each([
  ["values", "1; data.names", '[\n  1,\n  [\n    "ann",\n    "\\u003cbob\\u003e"\n  ]\n]\n'],
  ["values", "data.names[_]", '[\n  "ann"\n]\n[\n  "\\u003cbob\\u003e"\n]\n'],
  ["bindings", "x := 1; y := {2}", '{\n  "x": 1,\n  "y": [\n    2\n  ]\n}\n'],
  ["raw", 'data.names[0]; {"a": [1]}', 'ann {"a":[1]}\n'],
  ["discard", "1", '{\n  "result": "discarded"\n}\n'],
  ["discard", "data.none", "{}\n"],
  ["pretty", "data.none", "undefined\n"],
  ["pretty", '{"a": 1}', '{\n  "a": 1\n}\n'],
  ["pretty", "true; 1 == 1", "true\n"],
  ["pretty", "1; 2", "+---+---+\n| 1 | 2 |\n+---+---+\n| 1 | 2 |\n+---+---+\n"],
])("as %s, %s is %j", (format, query, expected) => {
  expect(written(format, query)).toBe(expected);
});

describe("for people", () => {
  test("bindings are a table", () => {
    expect(written("pretty", "data.names[x]").split("\n")).toEqual([
      "+---+-------------------+",
      "| x |   data.names[x]   |",
      "+---+-------------------+",
      '| 0 | "ann"             |',
      '| 1 | "\\u003cbob\\u003e" |',
      "+---+-------------------+",
      "",
    ]);
  });

  test("long values are cut off, unless they shall not be", () => {
    expect(written("pretty", "x := data.names", { prettyLimit: 5 })).toContain('| ["ann... |');
    expect(written("pretty", "x := data.names", { prettyLimit: 0 })).toContain('"\\u003cbob\\u003e"] |');
  });

  test("a trace comes first, coverage last", () => {
    const coverage = { files: [], percent: 50 };
    expect(written("pretty", "1", { explanation: "trace\n", coverage })).toBe("trace\n1\nOverall coverage: 50.00 %\n");
  });
});

test.each(EVAL_FORMATS.filter((format) => format !== "json" && format !== "discard"))(
  "%s tells errors on standard error",
  (format) => {
    const compiled = compileRego([{ file: "a.rego", source: "package a\n\np := x\n" }]);
    const errors = (compiled.ok ? [] : compiled.errors).map(errorOf);
    const { output, errors: told } = writeEvalOutput(format, outputOf("data.none", { errors }));
    expect([output, told]).toEqual(["", expect.stringMatching(/^1 error occurred: a\.rego:3: rego_unsafe_var_error/)]);
  },
);

test("another format is none", () => {
  expect(writeEvalOutput("xml", outputOf("1"))).toEqual({ output: "", errors: "unknown format `xml`\n" });
});
