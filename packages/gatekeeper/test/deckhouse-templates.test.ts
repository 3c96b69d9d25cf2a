import { readdirSync, readFileSync } from "node:fs";
import { podArbitrary } from "@ostiary/fixtures/arbitraries";
import { FIELD_CASES } from "@ostiary/fixtures/deckhouse";
import { readManifests } from "@ostiary/manifests";
import { ObjectView, PodView, Reading } from "@ostiary/rules";
import { type ConstraintKind, OPERATION_CONSTRAINTS, SECURITY_CONSTRAINTS } from "@ostiary/rules/deckhouse";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClient, type Json, objectRequest } from "../src/index.js";

/** The rules of Deckhouse 1.76, written as templates. They know nothing of exceptions. */
const FOLDER = new URL("../../../examples/templates/deckhouse/", import.meta.url);
const RELEASE = "1.76";
/** Its verdict takes signatures. */
const WITHOUT_TEMPLATE = ["D8VerifyImageSignatures"];

const templates = readdirSync(FOLDER).flatMap((file) =>
  [...readManifests(readFileSync(new URL(file, FOLDER)))].flatMap((document) =>
    document.kind === "object" ? [document.value] : [],
  ),
);

const kinds = [...OPERATION_CONSTRAINTS, ...SECURITY_CONSTRAINTS].filter(
  ({ name }) => !WITHOUT_TEMPLATE.includes(name),
);
const cases = FIELD_CASES.flatMap(({ cases: list }) => list()).filter(({ exception }) => exception === undefined);

/** A constraint of a kind, with parameters that some case has. */
interface Case {
  readonly name: string;
  readonly kind: ConstraintKind;
  readonly parameters: Json;
}

const parametersOf = (kind: ConstraintKind): readonly string[] =>
  // What fixtures hold is JSON.
  cases.flatMap(({ policies }) => JSON.stringify(kind.generate(RELEASE, policies as Record<string, Json>)) ?? []);

const constraints: readonly Case[] = kinds.flatMap((kind) =>
  [...new Set(parametersOf(kind))].map((parameters, index) => ({
    name: `${kind.name.toLowerCase()}-${index}`,
    kind,
    parameters: JSON.parse(parameters),
  })),
);

const { client, templateFaults, constraintFaults } = createClient({
  templates,
  constraints: constraints.map(({ name, kind, parameters }) => ({
    apiVersion: "constraints.gatekeeper.sh/v1beta1",
    kind: kind.name,
    metadata: { name },
    spec: { parameters },
  })),
  data: [],
});

/** What a constraint says of an object. */
interface Verdict {
  readonly name: string;
  readonly message: string;
}

const byTemplates = (object: Json): readonly Verdict[] => {
  const outcome = client.review({
    request: objectRequest(object),
    source: "Original",
    enforcementPoint: "gator.gatekeeper.sh",
  });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.map(({ constraint: { name }, message }) => ({ name, message }));
};

const byRules = (object: Json): readonly Verdict[] => {
  const view = ObjectView.root(new Reading(), object, []);
  const subject = {
    object: view,
    kind: { group: "", kind: view.string("kind") ?? "" },
    name: view.object("metadata").string("name") ?? "",
    pod: new PodView(view),
    operation: undefined,
    exception: () => ObjectView.root(new Reading(), undefined, []),
  };
  return constraints.flatMap(({ name, kind, parameters }) => {
    const prepared = kind.prepare(RELEASE, parameters);
    if (prepared === undefined || "faults" in prepared) throw new Error(`${name} cannot be prepared`);
    return prepared.check(subject).map(({ message }) => ({ name, message }));
  });
};

/** Deckhouse's template for seccomp fails on containers of one name; ours judges them. */
const isFailure = ({ message }: Verdict): boolean => message.includes("eval_conflict_error");

const expectSameVerdicts = (object: Json): void => {
  const rules = byRules(object);
  const failed = new Set(rules.filter(isFailure).map(({ name }) => name));
  const listed = (verdicts: readonly Verdict[]) =>
    [
      ...new Set(verdicts.filter(({ name }) => !failed.has(name)).map(({ name, message }) => `${name}: ${message}`)),
    ].toSorted();
  expect(listed(byTemplates(object))).toEqual(listed(rules));
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** As an API server stores it: without nulls, and with names where it asks for them. A template is silent about what has none. */
const asStored = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(asNamed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => (field === null ? [] : [[key, asStored(field)]])),
  );
};

const asNamed = (item: unknown): unknown => {
  const stored = asStored(item);
  return isObject(stored) && !Array.isArray(stored) ? { name: "unnamed", ...stored } : stored;
};

describe("Deckhouse's rules as templates", () => {
  it("are all there, one for each kind of constraint", () => {
    expect([...templateFaults, ...constraintFaults].filter((fault) => fault !== undefined)).toEqual([]);
    expect(new Set(constraints.map(({ kind }) => kind.name)).size).toBe(templates.length);
    expect(templates).toHaveLength(kinds.length);
  });

  it.each(cases.map((one) => [one.name, one] as const))("find what the rules find in %s: %#", (_, { object }) => {
    // What fixtures hold is JSON.
    expectSameVerdicts(object as Json);
  });

  it("find what the rules find in random pods", () => {
    fc.assert(
      fc.property(podArbitrary(), (pod) => {
        // What is made of a pod without its nulls is JSON.
        expectSameVerdicts(asStored(pod) as Json);
      }),
      { numRuns: 200 },
    );
  });
});
