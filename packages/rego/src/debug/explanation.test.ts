import { expect, test } from "vitest";
import { type BodyExplanation, compileRego } from "../index.js";

const depthOf = (bodies: readonly BodyExplanation[]): number =>
  bodies.length === 0 ? 0 : 1 + Math.max(...bodies.map(({ failed }) => depthOf(failed?.because ?? [])));

test("explanations are no deeper than asked, by default eight rules", () => {
  const rules = Array.from({ length: 20 }, (_, index) => `r${index} if r${index + 1}`);
  const source = `package a\n\n${rules.join("\n\n")}\n\nr20 if input.x\n`;
  const policy = compileRego([{ file: "a.rego", source }]);
  const depthWith = (limits: { depth?: number }): number => {
    const explained = policy.ok ? policy.value.explainUndefined("data.a.r0", { input: {} }, limits) : policy;
    return explained.ok ? depthOf(explained.value) : -1;
  };
  expect([depthWith({}), depthWith({ depth: 3 }), depthWith({ depth: 100 })]).toStrictEqual([8, 3, 21]);
});
