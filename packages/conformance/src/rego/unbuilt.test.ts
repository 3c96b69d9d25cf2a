import { expect, test } from "vitest";
import { reasonFor, UNBUILT } from "./unbuilt.js";

test.each([
  ["cryptox509parsecertificates.jsonl", "certificates"],
  ["cryptox509parseandverifycertificates.jsonl", "certificates"],
])("what the specification lets out has a reason: %s", (file, reason) => {
  expect(reasonFor(file)).toContain(reason);
});

test.each([
  "functions.jsonl",
  "v0-graphql.jsonl",
  "netlookupipaddr.jsonl",
  "regoparsemodule.jsonl",
  "random.jsonl",
  "jsonschema.jsonl",
  "rendertemplate.jsonl",
  "cryptox509parsersaprivatekey.jsonl",
  "cryptoparsersaprivatekeys.jsonl",
])("what is built has none: %s", (file) => {
  expect(reasonFor(file)).toBeUndefined();
});

test("a reason is that the specification says may, or that the builtin is impure", () => {
  expect(UNBUILT.every(({ reason }) => /^(may|impure): /.test(reason))).toBe(true);
});
