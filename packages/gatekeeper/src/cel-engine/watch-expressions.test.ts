import type { Json } from "@ostiary/core";
import { expect, test } from "vitest";
import { celEngine } from "./cel-engine.js";
import type { CelExpression } from "./watch-expressions.js";

/** What is told of a rule while it judges objects with these replicas. */
const watched = (source: Json, replicas: readonly number[]) => {
  const told: string[] = [];
  let known: readonly CelExpression[] = [];
  const engine = celEngine({
    watch: (kind, expressions) => {
      known = expressions;
      return { evaluated: ({ path }, outcome) => told.push(`${kind} ${path.join(".")} ${outcome}`) };
    },
  });
  const compiled = engine.compile({ kind: "Few", source });
  if (!compiled.ok) throw new Error(compiled.error.message);
  for (const count of replicas) {
    const request = {
      uid: "",
      kind: { group: "apps", version: "v1", kind: "Deployment" },
      resource: { group: "", version: "", resource: "" },
      name: "web",
      namespace: "shop",
      operation: "",
      userInfo: {},
      object: { spec: { replicas: count } },
      oldObject: null,
      options: null,
    } as const;
    const surroundings = { namespaceObject: undefined, inventory: {}, providers: {} };
    compiled.value.review([{ kind: "Few", name: "c", parameters: undefined }], { request, ...surroundings });
  }
  return { told, known };
};

const SOURCE = {
  variables: [
    { name: "unused", expression: "1" },
    { name: "count", expression: "object.spec.replicas" },
  ],
  matchCondition: [{ name: "some", expression: "object.spec.replicas > 0" }],
  validations: [{ expression: "variables.count < 5", messageExpression: "string(variables.count) + ' are too many'" }],
};

test("all expressions of the author are known from the start, by their places in the source", () => {
  expect(watched(SOURCE, []).known).toEqual([
    { path: ["variables", 0, "expression"], text: "1", type: "other" },
    { path: ["variables", 1, "expression"], text: "object.spec.replicas", type: "other" },
    { path: ["matchCondition", 0, "expression"], text: "object.spec.replicas > 0", type: "boolean" },
    { path: ["validations", 0, "expression"], text: "variables.count < 5", type: "boolean" },
    { path: ["validations", 0, "messageExpression"], text: expect.any(String), type: "other" },
  ]);
});

test.each<[what: string, replicas: number[], told: string[]]>([
  ["a condition that does not hold ends it", [0], ["Few matchCondition.0.expression false"]],
  [
    "a demand that is met needs no message",
    [1],
    ["Few matchCondition.0.expression true", "Few variables.1.expression other", "Few validations.0.expression true"],
  ],
  [
    "one that is not met needs it, and asks for a variable once",
    [9],
    [
      "Few matchCondition.0.expression true",
      "Few variables.1.expression other",
      "Few validations.0.expression false",
      "Few validations.0.messageExpression other",
    ],
  ],
])("%s", (_what, replicas, told) => {
  expect(watched(SOURCE, replicas).told).toEqual(told);
});

test("errors are told, and what does not compile is known but never evaluated", () => {
  const source = {
    validations: [{ expression: "object.none" }, { expression: "object.none == 1" }, { expression: "?" }],
  };
  const { told, known } = watched(source, [1]);
  expect(told).toEqual(["Few validations.1.expression error"]);
  expect(known.map(({ type }) => type)).toEqual(["other", "boolean", "other"]);
});

test("of variables of one name the last one counts, as when they are evaluated", () => {
  const variables = [
    { name: "a", expression: "1" },
    { name: "a", expression: "2" },
  ];
  const { told } = watched({ variables, validations: [{ expression: "variables.a == 2" }] }, [1]);
  expect(told).toEqual(["Few variables.1.expression other", "Few validations.0.expression true"]);
});
