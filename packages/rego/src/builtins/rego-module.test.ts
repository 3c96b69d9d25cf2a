import { describe, expect, test } from "vitest";
import { callBuiltin } from "./call-builtin.js";
import { regoModuleBuiltins } from "./rego-module.js";

const parse = (source: string): string => callBuiltin(regoModuleBuiltins, "rego.parse_module", ["x.rego", source]);

describe("a module is given as OPA encodes its tree", () => {
  test("package, imports, rules and comments", () => {
    expect(parse("package a\n# c ä\nimport data.b as c\np := 1")).toBe(
      '{"comments": [{"Location": {"col": 1, "file": "x.rego", "row": 2}, "Text": "IGMgw6Q="}], ' +
        '"imports": [{"alias": "c", "path": {"type": "ref", "value": [{"type": "var", "value": "data"}, {"type": "string", "value": "b"}]}}], ' +
        '"package": {"path": [{"type": "var", "value": "data"}, {"type": "string", "value": "a"}]}, ' +
        '"rules": [{"body": [{"index": 0, "terms": {"type": "boolean", "value": true}}], ' +
        '"head": {"assign": true, "name": "p", "ref": [{"type": "var", "value": "p"}], "value": {"type": "number", "value": 1}}}]}',
    );
  });

  test("a module without comments", () => {
    expect(parse("package a")).toBe(
      '{"package": {"path": [{"type": "var", "value": "data"}, {"type": "string", "value": "a"}]}}',
    );
  });

  test.each<[string, string]>([
    [
      "package a.",
      "1 error occurred: x.rego:1: rego_parse_error: unexpected eof token: expected identifier\n\tpackage a.\n\t         ^",
    ],
    [
      "package a\n\np { true }",
      "1 error occurred: x.rego:3: rego_parse_error: `if` keyword is required before rule body",
    ],
  ])("%j is refused", (source, message) => {
    expect(parse(source)).toBe(`eval_builtin_error: rego.parse_module: ${message}`);
  });
});
