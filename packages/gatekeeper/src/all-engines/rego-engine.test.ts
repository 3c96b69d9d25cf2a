import { expect, test } from "vitest";
import { regoEngine } from "./rego-engine.js";

const compile = (rego: string, ...parameters: Parameters<typeof regoEngine>): string => {
  const compiled = regoEngine(...parameters).compile({ kind: "A", source: { rego: `package a\n${rego}` } });
  return compiled.ok ? "" : compiled.error.message;
};

test("a source compiles or not, in Gatekeeper's words", () => {
  expect(regoEngine().name).toBe("Rego");
  expect(compile('violation[{"msg": "m"}] { true }')).toBe("");
  expect(compile("x = 1")).toBe(
    "invalid ConstraintTemplate: invalid rego: invalid module: missing required rules: [violation]",
  );
  expect(compile('violation[{"msg": m}] { true }')).toBe(
    "unable to compile modules: 1 error occurred: template:2: rego_unsafe_var_error: var m is unsafe",
  );
});

test("functions are known by options", () => {
  const rule = 'violation[{"msg": "m"}] { external_data({}) }';
  const message = "unable to compile modules: 1 error occurred: template:2: rego_type_error: undefined function";
  expect(compile(rule)).toBe(`${message} external_data`);
  expect(compile(rule, { externalData: "enabled" })).toBe("");
  expect(compile('violation[{"msg": "m"}] { count([]) }', { disabledBuiltins: ["count"] })).toBe(`${message} count`);
});

test("whoever watches is told of the rule and its modules once", () => {
  const seen: string[] = [];
  const watch: NonNullable<NonNullable<Parameters<typeof regoEngine>[0]>["watch"]> = (kind, modules) => {
    seen.push(`${kind}: ${modules.map(({ file }) => file).join(" ")}`);
    return {};
  };
  const source = { rego: 'package a\nviolation[{"msg": "m"}] { true }', libs: ["package lib.b\nc = 1"] };
  expect(regoEngine({ watch }).compile({ kind: "A", source }).ok).toBe(true);
  expect(seen).toEqual(['A: template libs["lib_0"]']);
});
