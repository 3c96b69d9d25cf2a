import { expect, test } from "vitest";
import { compileRego, renderExplanation } from "../index.js";

function told(rules: string, input: unknown): string {
  const policy = compileRego([{ file: "a.rego", source: `package a\n\n${rules}\n` }]);
  const explained = policy.ok ? policy.value.explainUndefined("data.a.p", { input }) : policy;
  return explained.ok ? renderExplanation(explained.value) : "";
}

test("each body, its literal, and what is behind it", () => {
  const rules = `p if q(input.x)

p if { input.y; not r }

q(n) if n > 1

r := "yes"

p if every z in input.zs { z < 3 }`;
  expect(told(rules, { x: 1, y: 2, zs: [1, 5] })).toBe(`data.a.p at a.rego:3 fails
  line 3: data.a.q(input.x)
    input.x is 1
    data.a.q at a.rego:7 fails
      line 7: n > 1
        n is 1
data.a.p at a.rego:5 fails
  line 5: not data.a.r
    data.a.r at a.rego:9 succeeds with "yes"
data.a.p at a.rego:11 fails
  line 11: every z in input.zs { z < 3 }
    input.zs is [1,5]
    line 11: z < 3
      z is 5
`);
});

test("what succeeds is told, long values are cut off", () => {
  expect(told("p if input.x", { x: 1 })).toBe("data.a.p at a.rego:3 succeeds with true\n");
  expect(told('p if input.x == "y"', { x: "x".repeat(500) })).toContain(`input.x is "${"x".repeat(119)}…\n`);
});

test("nothing is told of nothing", () => {
  expect(renderExplanation([])).toBe("");
  expect(renderExplanation([{ rule: "data.a.p", file: "a.rego", row: 1, succeeded: false }])).toBe(
    "data.a.p at a.rego:1 has no solution\n",
  );
});
