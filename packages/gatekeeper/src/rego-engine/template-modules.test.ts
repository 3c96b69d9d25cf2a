import { expect, test } from "vitest";
import { readTemplateModules } from "./template-modules.js";

const RULE = 'violation[{"msg": "m"}] { true }\n';
const read = (rego: string, ...libs: readonly string[]) =>
  readTemplateModules({ rego, version: "v0", libs }, (name) => name === "count");
const refusalOf = (...parameters: Parameters<typeof read>): string => {
  const outcome = read(...parameters);
  return outcome.ok ? "" : outcome.error.message.replace("invalid ConstraintTemplate: ", "");
};

test("the rule comes first, then the libraries, under the names that messages use", () => {
  const outcome = read(`package a\n${RULE}`, "package lib.b\nx = 1", "package lib.c\nx = 1");
  expect(outcome.ok && outcome.value.map(({ file }) => file)).toEqual(["template", 'libs["lib_0"]', 'libs["lib_1"]']);
});

test.each([
  ["", [], "template:0: rego_parse_error: empty module"],
  ["x = 1", [], /^1 error occurred: template:1: rego_parse_error: package expected/],
  ["package a\nx = 1", [], "invalid rego: invalid module: missing required rules: [violation]"],
  [`package a\n${RULE}`, ["package lib.b\ng(x) = = x\n"], /libs\["lib_0"\]:2: .*e\.g\., g\[<nil>\] = <VALUE>/s],
  [`package a\n${RULE}`, ["package lib\nx = 1"], "invalid lib prefix: path data.lib not found in lib prefixes"],
  [`package a\nimport data.b\n${RULE}`, [], 'invalid import: bad import: "data.b"'],
  [`package a\nimport input.b\n${RULE}`, [], 'invalid import: cannot import input: "input.b"'],
  [
    `package a\n${RULE}x = [data.b[_]]\ny = data.c`,
    [],
    "invalid data references: check refs failed on module {template}: errors (2):\ndisallowed ref data.b[_]\ndisallowed ref data.c\n",
  ],
  [
    `package a\n${RULE}`,
    ["package lib.b\nx = data.c"],
    'invalid data references: check refs failed on module {libs["lib_0"]}: errors (1):\ndisallowed ref data.c\n',
  ],
])("%j with %j is refused: %s", (rego, libs, message) => {
  const refusal = refusalOf(rego, ...libs);
  if (typeof message === "string") expect(refusal).toBe(message);
  else expect(refusal).toMatch(message);
});

test.each([
  ["package data.t"],
  ["package a\nimport data.lib.b as c"],
  ["package a\nimport future.keywords.in"],
  ["package a\nx = data.inventory"],
  ["package a\nx = input[data.hidden]"],
])("%j is fine", (rego) => {
  expect(refusalOf(`${rego}\n${RULE}`)).toBe("");
});

test.each<["v0" | "v1", string, boolean]>([
  ["v0", 'violation["a"] = 1 { true }', true],
  ["v1", 'violation contains "a" if true', true],
  ["v1", 'violation["a"] if true', false],
  ["v1", 'violation["a"] := 1 if true', true],
  ["v1", "violation.a := 1", true],
  ["v0", "violations = 1", false],
])("in %s `%s` defines `violation`: %s", (version, rule, isThere) => {
  expect(readTemplateModules({ rego: `package a\n${rule}`, version, libs: [] }, () => false).ok).toBe(isThere);
});
