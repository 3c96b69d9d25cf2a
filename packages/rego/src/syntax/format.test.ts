import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatModule } from "./format.js";
import { parseModule } from "./parse-module.js";

function formatted(text: string, version: "v0" | "v1" = "v1"): string {
  const module = parseModule(text, { file: "a.rego", version });
  return module.ok ? formatModule(module.value) : module.errors.map(({ message }) => message).join();
}

test("a module is printed in canonical form, comments where they were", () => {
  const source = [
    "# about the package",
    "package  a.b",
    "import  data.x as y   # why",
    "import input.z",
    "# about p",
    "p   contains x  if { # begins",
    "  # about x",
    "   x := input.xs[_] ; x>1",
    "}",
    "q := 1",
    "q := 2",
    "f( a,b ) := a+b   if true",
    "# the end",
  ].join("\n");
  expect(formatted(source)).toBe(
    [
      "# about the package",
      "package a.b",
      "",
      "import data.x as y # why",
      "import input.z",
      "",
      "# about p",
      "p contains x if { # begins",
      "\t# about x",
      "\tx := input.xs[_]",
      "\tx > 1",
      "}",
      "",
      "q := 1",
      "q := 2",
      "f(a, b) := a + b",
      "",
      "# the end",
      "",
    ].join("\n"),
  );
});

describe("what authors arranged stays arranged", () => {
  test.each<[what: string, source: string, expected: string]>([
    ["a gap between literals", "p if {\n\ta\n\n\n\tb\n}", "p if {\n\ta\n\n\tb\n}"],
    ["a gap between comments", "# one\n\n# two\np := 1", "# one\n\n# two\np := 1"],
    ["a comment at the end of a body", "p if {\n\ta\n\t# last\n}", "p if {\n\ta\n\t# last\n}"],
    ["a comment behind a brace", "p if {\n\ta\n} # end\n\nq := 1", "p if {\n\ta\n} # end\n\nq := 1"],
    [
      "comments in a list",
      "p := [ # first\n\t1, # one\n\t# between\n\t2,\n\t# last\n] # end",
      "p := [ # first\n\t1, # one\n\t# between\n\t2,\n\t# last\n] # end",
    ],
    ["an object as a value", 'p := {"a": 1,\n"b": [2,\n3]}', 'p := {\n\t"a": 1,\n\t"b": [\n\t\t2,\n\t\t3,\n\t],\n}'],
    [
      "comments before else",
      "p := 1 if {\n\ta\n\t# why\n} else := 2 if {\n\tb\n}",
      "p := 1 if {\n\ta\n\t# why\n} else := 2 if {\n\tb\n}",
    ],
    [
      "the body of an every",
      "p if {\n\tevery x in y {\n\t\tx\n\t\t# last\n\t} with input as 1\n\n\tz\n}",
      "p if {\n\tevery x in y {\n\t\tx\n\t\t# last\n\t} with input as 1\n\n\tz\n}",
    ],
    [
      "how keywords in references are written",
      'p if input["if"].x\n\nq if input.if',
      'p if input["if"].x\n\nq if input.if',
    ],
    ["calls that no operator can stand for", "p if eq(eq(1, 2, 3), x)", "p if eq(1, 2, 3) = x"],
    ["raw strings", "p := `a\\d\n  b`", "p := `a\\d\n  b`"],
  ])("%s", (_what, source, expected) => {
    expect(formatted(`package a\n\n${source}\n`)).toBe(`package a\n\n${expected}\n`);
  });

  test("rules of one name that are short stand together, unless they stood apart", () => {
    const text = "package a\n\nq := 1\nq := 2\n\nq := 3\n";
    expect(formatted(text)).toBe(text);
  });
});

describe("parse, print, parse", () => {
  const name = fc.constantFrom("a", "b", "xs", "input", "data.c");
  const { term } = fc.letrec<{ term: string }>((tie) => ({
    term: fc.oneof(
      { depthSize: "small" },
      name,
      fc.constantFrom("1", "-2", "1.50", '"s"', "null", "set()", "{}"),
      fc
        .tuple(tie("term"), fc.constantFrom("+", "-", "*", "|", "&", "==", "<", "in"), tie("term"))
        .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
      fc.array(tie("term"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
      fc
        .array(tie("term"), { minLength: 1, maxLength: 3 })
        .map((items) => `{${items.map((item) => `(${item})`).join(", ")}}`),
      tie("term").map((value) => `{"k": (${value})}`),
      fc.tuple(name, tie("term")).map(([head, key]) => `${head}[${key}]`),
      fc.tuple(tie("term"), tie("term")).map(([head, body]) => `[(${head}) | x := ${body}]`),
      tie("term").map((argument) => `f(${argument})`),
      tie("term").map((part) => `$"a {f(${part})} b"`),
    ),
  }));

  test("printing twice changes nothing", () => {
    fc.assert(
      fc.property(term, term, (head, body) => {
        const once = formatted(`package a\n\np := ${head} if { x := ${body}; not f(x) }\n`);
        expect(once).toContain("package a\n");
        expect(formatted(once)).toBe(once);
      }),
    );
  });
});

test("names of packages that are no names, and values of else, are kept", () => {
  const source =
    'package a["b c"].d\n\np := 1 if {\n\tinput.a\n} else := 2 if {\n\tinput.b\n} else if {\n\tinput.c\n}\n\nq := 3\n';
  expect(formatted(source)).toBe(source);
});

test("short rules on consecutive lines stay together; what goes without saying is left out", () => {
  const source = [
    "package a",
    "",
    "q := 1",
    "f( a,b ) := a+b   if true",
    "r = true if { q }",
    "s := 1 if { q; r }",
    "t := 1",
    "",
    "u := 2",
  ].join("\n");
  expect(formatted(source)).toBe(
    [
      "package a",
      "",
      "q := 1",
      "f(a, b) := a + b",
      "r if q",
      "",
      "s := 1 if {",
      "\tq",
      "\tr",
      "}",
      "",
      "t := 1",
      "",
      "u := 2",
      "",
    ].join("\n"),
  );
});
