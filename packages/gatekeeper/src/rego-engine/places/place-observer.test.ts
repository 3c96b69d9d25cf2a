import { compileRego } from "@ostiary/rego";
import { expect, test } from "vitest";
import { locateIn } from "./located-values.js";
import { PlaceObserver } from "./place-observer.js";

const OBJECT = {
  spec: {
    hostPID: true,
    containers: [
      { name: "a", image: "good" },
      { name: "b", image: "bad", securityContext: { privileged: true } },
    ],
  },
};

const placesOf = (message: string, rego: string): readonly string[] => {
  const source = `package template\ncontainers[c] { c := input.review.object.spec.containers[_]; not exempt(c) }\nexempt(c) { c.image == input.parameters.exempt }\n${rego}`;
  const policy = compileRego([{ file: "template", source, version: "v0" }]);
  const query = policy.ok ? policy.value.prepare("data.template.violation") : policy;
  if (!query.ok) throw new Error(query.errors[0]?.message);
  const observer = new PlaceObserver({
    object: OBJECT,
    locate: locateIn(OBJECT),
    messages: new Map(),
    readers: new Map(),
  });
  query.value.evaluate({ input: { review: { object: OBJECT } }, observer });
  return observer.placesOf(message).map(({ path }) => path.join("."));
};

test.each([
  ["b", 'violation[{"msg": msg}] { c := containers[_]; c.image == "bad"; msg := c.name }', ["spec.containers.1.image"]],
  [
    "nested",
    'violation[{"msg": "nested"}] { c := containers[_]; bad(c) }\nbad(c) { c.securityContext.privileged }',
    ["spec.containers.1.securityContext.privileged"],
  ],
  [
    "whole",
    'violation[{"msg": "whole"}] { shares(input.review.object) }\nshares(o) { o.spec.hostPID }',
    ["spec.hostPID"],
  ],
  [
    "handed on",
    'violation[v] { v := general[_] }\ngeneral[{"msg": "handed on"}] { c := containers[_]; not c.securityContext }',
    ["spec.containers.0.securityContext"],
  ],
  ["named", 'violation[v] { input.review.object.spec.hostPID; v := {"msg": "named"} }', ["spec.hostPID"]],
  ["computed", 'text = "computed"\nviolation[{"msg": text}] { input.review.object.spec.hostPID }', ["spec.hostPID"]],
  ["other", 'violation[{"msg": "one"}] { input.review.object.spec.hostPID }', []],
])("the violation `%s` of `%s` is about %j", (message, rego, places) => {
  expect(placesOf(message, rego)).toEqual(places);
});
