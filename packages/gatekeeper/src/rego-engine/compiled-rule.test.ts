import { describe, expect, test } from "vitest";
import { creating, POD } from "../../test/policies.js";
import { regoEngine } from "../all-engines/rego-engine.js";
import type { EngineReview } from "../engine/template-engine.js";
import type { RegoEngineOptions } from "./rego-engine-options.js";

const review = (rego: string, options: RegoEngineOptions = {}, changes: Partial<EngineReview> = {}) => {
  const compiled = regoEngine(options).compile({ kind: "A", source: { rego: `package a\n${rego}` } });
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value.review([{ kind: "A", name: "one", parameters: { a: 1 } }], {
    request: creating(POD),
    namespaceObject: undefined,
    inventory: {},
    providers: {},
    ...changes,
  });
};

const messagesOf = (...parameters: Parameters<typeof review>): readonly string[] => {
  const outcome = review(...parameters);
  return outcome.ok ? outcome.value.map(({ message }) => message) : [`failed: ${outcome.error.message}`];
};

describe("members of `violation`", () => {
  test("without a message are none, and those that differ in other fields only are one", () => {
    const rule = 'violation[{"msg": "a", "x": x}] { x := [1, 2][_] }\nviolation[{"text": "b"}] { true }';
    expect(messagesOf(rule)).toEqual(["a"]);
    expect(messagesOf("violation = input.review.object.spec.containers")).toEqual([]);
  });

  test("see parameters and inventory", () => {
    const rule = 'violation[{"msg": sprintf("%v %v", [input.parameters.a, data.inventory.x])}] { true }';
    expect(messagesOf(rule, {}, { inventory: { x: "y" } })).toEqual(["1 y"]);
  });
});

describe("what the host gives", () => {
  const now = 'violation[{"msg": sprintf("%v", [time.now_ns()])}] { true }';
  const data = 'violation[{"msg": msg}] { msg := external_data({"provider": "p", "keys": ["k"]}).responses[_][1] }';

  test("is used", () => {
    expect(messagesOf(now, { now: () => 5n })).toEqual(["5"]);
    const providers = { p: { response: { items: [{ key: "k", value: "told" }] } } };
    expect(messagesOf(data, { externalData: "enabled" }, { providers })).toEqual(["told"]);
    const lines: string[] = [];
    messagesOf('violation[{"msg": "a"}] { print("seen") }', { print: ({ text }) => lines.push(text) });
    expect(lines).toEqual(["seen"]);
  });

  test("and what it does not give is an error, which is a violation", () => {
    expect(messagesOf(now)).toEqual([
      "template:2: eval_internal_error: time.now_ns: Error: the time cannot be known: no source of it was given",
    ]);
    expect(messagesOf('violation[{"msg": "a"}] { rand.intn("a", 5) > 9 }')).toEqual([
      "template:2: eval_internal_error: rand.intn: Error: a random number cannot be known: no source of it was given",
    ]);
    expect(messagesOf('violation[{"msg": "a"}] { http.send({"method": "get", "url": "x"}) }')).toEqual([
      "template:2: eval_internal_error: http.send: Error: there is no network",
    ]);
  });
});

test("whoever runs out of steps is not judged", () => {
  const rule = 'violation[{"msg": "a"}] { n := numbers.range(1, 100); n[_] * n[_] == 0 }';
  expect(messagesOf(rule, { limits: { steps: 1000 } })).toEqual([
    expect.stringMatching(/^failed: .*eval_cancel_error: evaluation limit of 1000 steps exceeded/),
  ]);
});

test("violations tell the places that they are about, unless nobody wants to know", () => {
  const rule = 'violation[{"msg": "a"}] { c := input.review.object.spec.containers[_]; c.image != "x" }';
  const findings = (options: RegoEngineOptions) => {
    const outcome = review(rule, options);
    return outcome.ok ? outcome.value.flatMap((result) => result.findings) : [];
  };
  expect(findings({})).toEqual([
    {
      path: ["spec", "containers", 0, "image"],
      container: { list: "containers", index: 0, name: "app" },
      found: "docker.io/nginx",
      inferred: true,
    },
  ]);
  expect(findings({ places: "none" })).toEqual([]);
});

test("what is no JSON fails the review", () => {
  // Callers in JavaScript hand in what they like.
  const request = creating({ a: () => 1 } as never);
  expect(messagesOf('violation[{"msg": "a"}] { true }', {}, { request })).toEqual(["failed: the object is no JSON"]);
});
