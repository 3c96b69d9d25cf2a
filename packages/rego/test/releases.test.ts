import { describe, expect, test } from "vitest";
import { compileRego, renderDiagnostic } from "../src/index.js";

type Release = "1.17" | "1.22";

const errorsOf = (source: string, version: "v0" | "v1", reference: Release): readonly string[] => {
  const compiled = compileRego([{ file: "a", source: `package p\n\n${source}\n` }], { version, reference });
  return compiled.ok ? [] : compiled.errors.map(({ row, column, message }) => `${row}:${column} ${message}`);
};

describe("releases of OPA word errors otherwise (17)", () => {
  test.each<[string, "v0" | "v1", readonly string[], readonly string[]]>([
    [
      "import future.keywords.foo",
      "v0",
      ["3:8 unexpected keyword, must be one of [contains every if in not]"],
      ["3:8 unexpected keyword, must be one of [and contains every if in not or]"],
    ],
    [
      "import future.keywords.in as memb",
      "v0",
      ["3:8 `future` imports cannot be aliased"],
      ["3:30 `future` imports cannot be aliased"],
    ],
    ["import rego.v1 as r", "v1", [], ["3:19 `rego` imports cannot be aliased"]],
    ["import rego.v2", "v1", ["3:8 invalid import `rego.v2`, must be `rego.v1`"], []],
    [
      "p contains 1",
      "v0",
      [
        "3:1 var cannot be used for rule name",
        "3:3 var cannot be used for rule name",
        "3:12 number cannot be used for rule name",
      ],
      [
        "3:1 var cannot be used for rule name (hint: `import future.keywords.contains` for `p contains x` rules)",
        "3:3 var cannot be used for rule name (hint: `import future.keywords.contains` for `p contains x` rules)",
        "3:12 number cannot be used for rule name",
      ],
    ],
    [
      "p if { true }",
      "v0",
      ["3:1 var cannot be used for rule name"],
      ["3:1 var cannot be used for rule name (hint: `import future.keywords.if` for `p if { ... }` rules)"],
    ],
    [
      "p { 1 in [1] }",
      "v0",
      ["3:7 unexpected identifier token: expected \\n or ; or }"],
      [
        "3:7 unexpected identifier token: expected \\n or ; or } (hint: `import future.keywords.in` for `x in xs` expressions)",
      ],
    ],
    ["every := 1", "v1", ["3:7 unexpected assign token"], ["3:1 every keyword cannot be used for rule name"]],
    ["if = 1", "v1", ["3:1 unexpected if keyword"], ["3:1 if keyword cannot be used for rule name"]],
    [
      "p if every x in [1] x == 1",
      "v1",
      ["3:21 unexpected identifier token: expected \\n or ; or }"],
      ["3:21 unexpected identifier token: missing body"],
    ],
    [
      "p if not every x in [1] { x == 1 }",
      "v1",
      ["4:0 unexpected eof token"],
      ["3:10 unexpected every keyword: illegal negation of 'every'"],
    ],
    [
      'x := {"a": 1, "b"}',
      "v1",
      [
        "3:12 unexpected number token: non-terminated object",
        "3:12 unexpected number token: expected rule value term (e.g., x := <VALUE> { ... })",
      ],
      [
        '3:18 unexpected } token: expected ":"',
        "3:18 unexpected } token: expected rule value term (e.g., x := <VALUE> { ... })",
      ],
    ],
    [
      "p := [y | y := data.p[_]]",
      "v1",
      ["3:1 rule data.p.p is recursive: data.p.p -> data.p.p"],
      ['3:1 rule data.p.p may be recursive: data.p.p -> data.p.p (data.p[_] refers to data.p.p if _ is "p")'],
    ],
    [
      'p := q\nq := data.p[x] if x := "p"',
      "v1",
      [
        "3:1 rule data.p.p is recursive: data.p.p -> data.p.q -> data.p.p",
        "4:1 rule data.p.q is recursive: data.p.q -> data.p.q",
      ],
      [
        '3:1 rule data.p.p may be recursive: data.p.p -> data.p.q -> data.p.p (data.p[x] refers to data.p.p if x is "p")',
        '4:1 rule data.p.q may be recursive: data.p.q -> data.p.q (data.p[x] refers to data.p.q if x is "q")',
      ],
    ],
    [
      "p := p",
      "v1",
      ["3:1 rule data.p.p is recursive: data.p.p -> data.p.p"],
      ["3:1 rule data.p.p is recursive: data.p.p -> data.p.p"],
    ],
    [
      'p := 1\n\np["a"] := 2',
      "v1",
      ["3:1 rule data.p.p conflicts with [data.p.p.a]"],
      ["3:1 rule data.p.p conflicts with:\n  rule data.p.p.a at a:5"],
    ],
  ])("%j in %s", (source, version, older, newer) => {
    expect(errorsOf(source, version, "1.17")).toStrictEqual(older);
    expect(errorsOf(source, version, "1.22")).toStrictEqual(newer);
  });

  test("the newer release gives conflicts in the order of their rows", () => {
    const modules = [
      { file: "a", source: "package a\n\nb := 1\n" },
      { file: "b", source: "package a.b\n\nc := 1\n" },
    ];
    const texts = (reference: Release): readonly string[] => {
      const compiled = compileRego(modules, { reference });
      return compiled.ok ? [] : compiled.errors.map(renderDiagnostic);
    };
    const conflict = "a:1: rego_type_error: package a.b conflicts with rule b defined at a:3";
    expect(texts("1.17")).toStrictEqual(["a:3: rego_type_error: rule data.a.b conflicts with [data.a.b.c]", conflict]);
    expect(texts("1.22")).toStrictEqual([
      conflict,
      "a:3: rego_type_error: rule data.a.b conflicts with:\n  rule data.a.b.c at b:3",
    ]);
  });

  test("conflicts of several files come file by file", () => {
    const clash = "\n\np := 1\n\np.a := 2\n";
    const modules = ["b", "a"].map((file) => ({ file, source: `package ${file}${clash}` }));
    const compiled = compileRego(modules, { reference: "1.22" });
    expect(compiled.ok ? [] : compiled.errors.map(({ file }) => file)).toStrictEqual(["a", "b"]);
  });
});
