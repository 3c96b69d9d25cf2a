import { expect, test } from "vitest";
import { kubernetesEnvironment } from "./environment.js";

const environment = kubernetesEnvironment();
const parse = (text: string) => {
  const parsed = environment.parse(text);
  return parsed.ok ? parsed.value : parsed.error.message;
};

test.each([
  ["[]", 0],
  ["[,]", 0],
  ["[1,]", 1],
  ["[1, 2]", 2],
])("%s has %i elements", (text, count) => {
  const list = parse(text);
  expect(typeof list === "object" && list.kind === "list" ? list.elements.length : list).toBe(count);
});

test("elements and entries may be optional", () => {
  expect(parse("[1, ?a]")).toMatchObject({ kind: "list", optionals: new Set([1]) });
  expect(parse("{'a': 1, ?'b': c,}")).toMatchObject({ kind: "map", optionals: new Set([1]) });
});

test.each([
  ["T{}", "<input>:1:2: undeclared reference to 'T' (in container '')"],
  ["a.b.T{x: 1, ?y: 2,}", "<input>:1:6: undeclared reference to 'a.b.T' (in container '')"],
  ["T{,}", "undeclared reference to 'T'"],
  ["T{1: 1}", "mismatched input '1' expecting {'}', ',', '?', IDENTIFIER, ESC_IDENTIFIER}"],
  ["T{a 1}", "mismatched input '1' expecting ':'"],
])("messages are of no type that there is: %s", (text, message) => {
  expect(parse(text)).toContain(message);
});
