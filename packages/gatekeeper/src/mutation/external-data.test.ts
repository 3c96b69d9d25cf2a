import { describe, expect, it } from "vitest";
import { ExternalDataResolver, type ProviderAnswers } from "./external-data.js";
import { Placeholder } from "./working-value.js";

const ask = (answers: unknown, failurePolicy = "Fail", keys: readonly string[] = ["k"]) => {
  // Answers come from outside.
  const resolver = new ExternalDataResolver(answers as ProviderAnswers);
  const source = { provider: "p", dataSource: "Username", failurePolicy, default: "d" };
  const texts = keys.map((key) => resolver.resolve(new Placeholder(source, key)));
  return { texts, fault: resolver.fault };
};
const respond = (response: object) => ({ p: { response: { idempotent: true, ...response } } });
const item = (about: object) => respond({ items: [{ key: "k", ...about }] });

it("the text is the value of the item with the key, the last one if there are several", () => {
  const items = [{ key: "k", value: "a" }, { key: "k", value: "b" }, { value: "c" }];
  expect(ask(respond({ items }), "Fail", ["k", ""])).toEqual({ texts: ["b", "c"], fault: undefined });
});

describe("an error is", () => {
  const invalid = "failed to validate external data response from provider p:";
  const cannotSend = "failed to send external data request to provider p:";
  it.each([
    [{}, "failed to find external data provider p in responses"],
    [
      JSON.parse('{"__proto__":{"p":{"response":{"idempotent":true}}}}'),
      "failed to find external data provider p in responses",
    ],
    [{ p: { transportError: "no route" } }, `${cannotSend} no route`],
    [respond({ systemError: " broken\n" }), `${invalid} non-empty system error: broken`],
    [respond({ idempotent: false }), `${invalid} non-idempotent response`],
    [{ p: {} }, `${invalid} non-idempotent response`],
    [respond({ systemError: " ", idempotent: undefined }), `${invalid} non-idempotent response`],
    [respond({ items: [] }), "failed to find external data item in response for provider p"],
    [respond({}), "failed to find external data item in response for provider p"],
    [item({ error: "unknown" }), "failed to retrieve external data item from provider p: unknown"],
    [item({ value: 5 }), "failed to convert external data item value from provider p to string, got type int64"],
    [item({}), "failed to convert external data item value from provider p to string, got type <nil>"],
    [respond({ items: "x" }), `${cannotSend} \`response.items\`: expected list of objects, found string`],
    [{ p: "text" }, "failed to find external data provider p in responses"],
  ])("%#", (answers, fault) => {
    expect(ask(answers)).toEqual({ texts: [""], fault });
  });

  it("told once, and beside others", () => {
    expect(ask(item({ error: "bad" }), "Fail", ["k", "l", "k"]).fault).toBe(
      "[failed to retrieve external data item from provider p: bad, failed to find external data item in response for provider p]",
    );
  });
});

it.each([
  ["Ignore", "k"],
  ["UseDefault", "d"],
  ["Unknown", ""],
])("with the failure policy %s an error gives the text %j", (policy, text) => {
  expect(ask({}, policy)).toEqual({ texts: [text], fault: undefined });
});
