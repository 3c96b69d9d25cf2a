import { expect, test } from "vitest";
import { readProviderAnswers } from "./provider-answers.js";

test("keys with values are an answer in short", () => {
  expect(readProviderAnswers({ tags: { "nginx:1": "nginx@sha256:0" } })).toEqual({
    tags: { response: { idempotent: true, items: [{ key: "nginx:1", value: "nginx@sha256:0" }] } },
  });
});

test.each([{ response: { items: [] } }, { transportError: "timeout" }])("%j is an answer as it is sent", (answer) => {
  expect(readProviderAnswers({ tags: answer })).toEqual({ tags: answer });
});

test.each<[unknown, string]>([
  [null, "expected an object: by the names of providers what they answer"],
  [[], "expected an object: by the names of providers what they answer"],
  [{ tags: "x" }, "the answer of `tags` is no object"],
])("%j is refused", (value, message) => {
  expect(readProviderAnswers(value)).toBe(message);
});
