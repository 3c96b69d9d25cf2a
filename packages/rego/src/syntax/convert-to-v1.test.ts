import { describe, expect, test } from "vitest";
import { convertToV1 } from "./convert-to-v1.js";
import { formatModule } from "./format.js";
import { parseModule } from "./parse-module.js";

function converted(source: string): string {
  const module = parseModule(source, { file: "a.rego", version: "v0" });
  return module.ok ? formatModule(convertToV1(module.value)) : module.errors.map(({ message }) => message).join();
}

const v1 = (rules: string): string => `package a\n\nimport rego.v1\n\n${rules}\n`;

describe("rules of v0 have `if` and `contains`", () => {
  test.each([
    ["p { input.x }", "p if input.x"],
    ["p = 1 { input.x }", "p := 1 if input.x"],
    ["p[x] { x := input.y }", "p contains x if x := input.y"],
    ['p["x"]', 'p contains "x"'],
    ["p[k] = v { v := input[k] }", "p[k] := v if v := input[k]"],
    ["f(x) = y { y := x } else = 2 { x } else = 3", "f(x) := y if {\n\ty := x\n} else := 2 if {\n\tx\n} else := 3"],
    ["default p = false", "default p := false"],
    ["p = 1", "p := 1"],
  ])("%s", (source, rules) => {
    expect(converted(`package a\n\n${source}\n`)).toBe(v1(rules));
    expect(parseModule(v1(rules), { file: "a.rego", version: "v1" }).ok).toBe(true);
  });
});

test("imports of keywords give way, others stay, and so do comments", () => {
  const source = "package a\n\nimport future.keywords.in\n\n# why\nimport data.b\n\np { 1 in b } # end\n";
  expect(converted(source)).toBe("package a\n\nimport rego.v1\n\n# why\nimport data.b\n\np if 1 in b # end\n");
});
