import { describe, expect, test } from "vitest";
import { formatPolicy } from "./format-policy.js";

const BODY = `package a

import rego.v1

# about p
p if {
	# first
	input.x # last
}
`;

describe("a formatted policy is the same policy", () => {
  test("with its comments", () => {
    expect(formatPolicy(BODY, "a.rego", "v1")).toEqual({ ok: true, text: BODY });
  });

  test.each<[source: string, version: "v0" | "v1"]>([
    ["package a\n\np = 1", "v1"],
    ["package a\n\np[x] { x := 1 } { x := 2 }", "v0"],
    ['package a\n\np["x"]', "v0"],
    ["package a\n\nf(x) = 1 if x\nelse = 2 if x > 1 else := 3", "v1"],
    ["package a\n\np := [x | x := {1 | true}[_]; not x == 2]", "v1"],
    ['package a["b-c"].d\n\np contains $"{input.x}" if true', "v1"],
    ["package a\n\np if { every k, v in input { k > v; # why\n v } }", "v1"],
  ])("%j", (source, version) => {
    const formatted = formatPolicy(source, "a.rego", version);
    expect(formatted).toMatchObject({ ok: true });
    expect(formatted.ok && formatPolicy(formatted.text, "a.rego", version)).toEqual(formatted);
  });
});

test("what does not parse is told", () => {
  expect(formatPolicy("package a\n\np := 01", "a.rego", "v1")).toMatchObject({
    ok: false,
    errors: [{ message: expect.stringContaining("leading zero") }, {}],
  });
});

describe("from v0 to v1", () => {
  test("a policy is the same in both versions", () => {
    const formatted = formatPolicy("package a\n\np[x] { x := input.y } # why\n", "a.rego", "v0-to-v1");
    expect(formatted).toEqual({
      ok: true,
      text: "package a\n\nimport rego.v1\n\np contains x if x := input.y # why\n",
    });
    const text = formatted.ok ? formatted.text : "";
    expect([formatPolicy(text, "a.rego", "v0-to-v1"), formatPolicy(text, "a.rego", "v1")]).toEqual([
      formatted,
      formatted,
    ]);
  });

  test("what v1 cannot read is an error", () => {
    expect(formatPolicy("package a\n\nif = 1\n", "a.rego", "v0-to-v1")).toMatchObject({
      ok: false,
      errors: [{ text: expect.stringContaining("a.rego (as v1):5: rego_parse_error") }],
    });
  });
});
