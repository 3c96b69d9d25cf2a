import { describe, expect, test } from "vitest";
import { readAnnotations, type YamlReader } from "./annotations.js";
import { parseModule } from "./parse-module.js";

/** Reads `key: value` lines with values in JSON: enough YAML for these tests. */
const readYaml: YamlReader = (text) => {
  const fields: Record<string, unknown> = {};
  for (const [index, line] of text.split("\n").entries()) {
    const [, key, value = ""] = /^(\w+): (.*)$/.exec(line) ?? [];
    if (key === undefined) continue;
    if (value === "[") return { error: `yaml: line ${index + 1}: did not find expected node content`, line: index };
    fields[key] = /^[[{"t]/.test(value) ? JSON.parse(value) : value;
  }
  return { value: fields };
};

const parsed = (source: string) =>
  parseModule(source, { file: "a", version: "v1", annotate: (module) => readAnnotations(module, readYaml) });

describe("metadata blocks (9.6)", () => {
  test("belong to the statement below them", () => {
    const module = parsed("# METADATA\n# title: Pack\npackage a\n\n# METADATA\n# title: Rule\np := 1\n");
    expect(module.ok && module.value.annotations.map(({ scope, fields }) => [scope, fields["title"]])).toStrictEqual([
      ["package", "Pack"],
      ["rule", "Rule"],
    ]);
    expect(module.ok && module.value.rules[0]?.annotations).toHaveLength(1);
  });

  test("authors and related resources become objects", () => {
    const module = parsed(
      'package a\n\n# METADATA\n# scope: document\n# authors: ["A B <a@b>", "C"]\n# related_resources: ["https://x"]\n# custom: {"k": 1}\n# entrypoint: true\np := 1\n',
    );
    expect(module.ok && module.value.annotations[0]?.fields).toStrictEqual({
      scope: "document",
      entrypoint: true,
      authors: [{ name: "A B", email: "a@b" }, { name: "C" }],
      related_resources: [{ ref: "https://x" }],
      custom: { k: 1 },
    });
  });

  test("that are not YAML are parse errors at their line", () => {
    const module = parsed("package a\n\n# METADATA\n# title: [\np := 1\n");
    expect(module).toMatchObject({ ok: false, errors: [{ row: 4, column: 1, code: "rego_parse_error" }] });
  });

  test("that are not YAML are reported after what else is wrong", () => {
    const module = parsed("package a\n\n# METADATA\n# title: [\np := )\n");
    expect(module.ok ? [] : module.errors.map(({ row }) => row)).toStrictEqual([5, 5, 4]);
    const unnamed = parsed("a := 1\n\n# METADATA\n# title: [\nb := 1\n");
    expect(unnamed.ok ? [] : unnamed.errors.map(({ row }) => row)).toStrictEqual([4]);
  });

  test("begin in the first column", () => {
    expect(parsed("package a\n\np := 1 # METADATA\n").ok).toBe(true);
  });

  test("that are empty are errors", () => {
    expect(parsed("package a\n\n# METADATA\n\np := 1\n")).toMatchObject({
      ok: false,
      errors: [{ message: "expected METADATA block, found whitespace" }],
    });
  });

  test("are comments where nobody reads YAML", () => {
    const module = parseModule("# METADATA\n# title: [\npackage a\n", { file: "a", version: "v1" });
    expect(module.ok && module.value.annotations).toStrictEqual([]);
  });
});

describe("YAML that is no mapping is refused as Go's reader refuses it", () => {
  test.each<[unknown, string]>([
    ["titlefalse Another", "!!str `titlefa...`"],
    ["short", "!!str `short`"],
    [true, "!!bool `true`"],
    [12, "!!int `12`"],
    [1.5, "!!float `1.5`"],
    [[1], "!!seq"],
  ])("%j", (value, shown) => {
    const module = parseModule("# METADATA\n# x\npackage a", {
      file: "a",
      version: "v1",
      annotate: (read) => readAnnotations(read, () => ({ value })),
    });
    expect(module.ok ? [] : module.errors).toMatchObject([
      {
        message: `yaml: unmarshal errors:\n  line 1: cannot unmarshal ${shown} into ast.rawAnnotation`,
        row: 2,
        excerpt: ["# x", "^"],
      },
    ]);
  });

  test("nothing is fine", () => {
    const module = parseModule("# METADATA\n# x\npackage a", {
      file: "a",
      version: "v1",
      annotate: (read) => readAnnotations(read, () => ({ value: null })),
    });
    expect(module.ok).toBe(true);
  });
});
