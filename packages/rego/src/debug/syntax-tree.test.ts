import { describe, expect, test } from "vitest";
import { parseModule, syntaxTree, type Value } from "../index.js";

function treeOf(source: string): Readonly<Record<string, Value>> {
  const parsed = parseModule(`package x\n\n${source}\n`, { file: "x.rego", version: "v1" });
  // A tree is an object.
  return (parsed.ok ? syntaxTree(parsed.value) : {}) as Readonly<Record<string, Value>>;
}

const rulesOf = (source: string): Value | undefined => treeOf(source)["rules"];

test("a module has its package, imports, rules and comments", () => {
  expect(treeOf("import data.a.b as c\n\np = 1 # one")).toStrictEqual({
    package: {
      path: [
        { type: "var", value: "data" },
        { type: "string", value: "x" },
      ],
    },
    imports: [
      {
        alias: "c",
        path: {
          type: "ref",
          value: [
            { type: "var", value: "data" },
            { type: "string", value: "a" },
            { type: "string", value: "b" },
          ],
        },
      },
    ],
    rules: [
      {
        head: { name: "p", value: { type: "number", value: 1 }, ref: [{ type: "var", value: "p" }] },
        body: [{ index: 0, terms: { type: "boolean", value: true } }],
      },
    ],
    comments: [{ Text: "IG9uZQ==", Location: { file: "x.rego", row: 5, col: 7 } }],
  });
});

test("a name of several parts is a reference only", () => {
  expect(rulesOf("a.b := true")).toMatchObject([
    {
      head: {
        assign: true,
        ref: [
          { type: "var", value: "a" },
          { type: "string", value: "b" },
        ],
      },
    },
  ]);
});

const variable = (value: string) => ({ type: "var", value });
const call = (name: string) => ({ type: "ref", value: [variable(name)] });

describe("literals", () => {
  const literal = (text: string): unknown => {
    const [rule] = rulesOf(`p if { ${text} }`) as readonly { body: readonly unknown[] }[];
    return rule?.body[0];
  };

  test.each<[text: string, expected: object]>([
    ["x == null", { terms: [call("equal"), variable("x"), { type: "null", value: null }] }],
    ["not input.a", { negated: true, terms: { type: "ref" } }],
    ["some x", { terms: { symbols: [variable("x")] } }],
    [
      "some x in y",
      {
        terms: {
          symbols: [
            {
              type: "call",
              value: [{ value: [variable("internal"), { value: "member_2" }] }, variable("x"), variable("y")],
            },
          ],
        },
      },
    ],
    [
      "some k, x in y",
      {
        terms: {
          symbols: [{ value: [{ value: [variable("internal"), { value: "member_3" }] }, variable("k"), {}, {}] }],
        },
      },
    ],
    [
      "every x in y { x }",
      { terms: { key: null, value: variable("x"), domain: variable("y"), body: [{ terms: variable("x") }] } },
    ],
    ["every k, x in y { x }", { terms: { key: variable("k") } }],
    ["p with input as 1", { with: [{ target: { type: "ref" }, value: { type: "number", value: 1 } }] }],
    [
      "[1, {2}, {3: 4}]",
      {
        terms: {
          type: "array",
          value: [{}, { type: "set" }, { type: "object", value: [[{ value: 3 }, { value: 4 }]] }],
        },
      },
    ],
    ["[x | x]", { terms: { type: "arraycomprehension", value: { term: variable("x"), body: [{}] } } }],
    ["{x | x}", { terms: { type: "setcomprehension" } }],
    ["{x: 1 | x}", { terms: { type: "objectcomprehension", value: { key: variable("x"), value: { value: 1 } } } }],
    ['$"a {x}"', { terms: { type: "templatestring", value: { multi_line: false } } }],
    ["f(g(x))", { terms: [call("f"), { type: "call", value: [call("g"), variable("x")] }] }],
  ])("%s", (text, expected) => {
    expect(literal(text)).toMatchObject({ index: 0, ...expected });
  });
});

test("defaults, functions, sets and else", () => {
  expect(rulesOf("default p := 1\n\nf(x) := 2 if x\nelse := 3\n\ns contains 1")).toMatchObject([
    { default: true },
    { head: { args: [variable("x")] }, else: { head: { value: { value: 3 } } } },
    { head: { name: "s", key: { type: "number", value: 1 } } },
  ]);
});

test("`not` with a body", () => {
  const source = "package x\n\nimport future.keywords.not\n\np if not { input.a; input.b }\n";
  const parsed = parseModule(source, { file: "x.rego", version: "v1" });
  expect(parsed.ok && syntaxTree(parsed.value)).toMatchObject({ rules: [{ body: [{ terms: { not: [{}, {}] } }] }] });
});
