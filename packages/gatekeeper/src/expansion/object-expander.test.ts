import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { DEPLOYMENT, EXPAND_DEPLOYMENTS, makeExpansion } from "../../test/expansion-templates.js";
import { makeMutator, PODS } from "../../test/mutators.js";
import { createObjectExpander } from "./object-expander.js";

const create = (...objects: readonly Json[]) => {
  const outcome = createObjectExpander(objects);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};
const faultOf = (...objects: readonly Json[]) => {
  const outcome = createObjectExpander(objects);
  return outcome.ok ? undefined : outcome.error.message;
};

const label = (name: string, source: string) => {
  const { apiVersion, kind } = makeMutator("AssignMetadata", "", {});
  const parameters = { assign: { value: "v" } };
  return {
    apiVersion,
    kind,
    metadata: { name },
    spec: { location: `metadata.labels.${name}`, parameters, match: { source } },
  };
};
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: { team: "a" } } };

describe("the Namespace that gator attaches (gator 2)", () => {
  const expander = create(namespace);
  const inside = (name?: string) => ({ kind: "Pod", metadata: name === undefined ? {} : { namespace: name } });

  it.each<[string, Json, Json | undefined]>([
    ["an object in none", inside(), {}],
    ["one that is there", inside("shop"), namespace],
    ["default, which is always there", inside("default"), { metadata: { name: "default" } }],
    ["one that is not there", inside("other"), undefined],
    ["no object", 1, {}],
  ])("%s", (_title, object, expected) => {
    expect(expander.namespaceFor(object)).toEqual(expected);
  });
});

it("an object is mutated, then expanded; what is made is mutated as generated", () => {
  const expander = create(EXPAND_DEPLOYMENTS, label("own", "Original"), label("made", "Generated"), namespace);
  const outcome = expander.expand(DEPLOYMENT);
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      object: { metadata: { name: "Web", labels: { own: "v" } } },
      expanded: [{ object: { metadata: { name: "web-pod", namespace: "shop", labels: { app: "web", made: "v" } } } }],
    },
  });
});

describe("gator's words for what is wrong with", () => {
  const assign = (name: string, location: string): Json => ({
    apiVersion: "mutations.gatekeeper.sh/v1",
    kind: "Assign",
    metadata: { name },
    spec: { applyTo: PODS, location, parameters: { assign: { value: 1 } } },
  });

  it.each<[string, string, readonly Json[]]>([
    ["a mutator", "error parsing resources: ", [EXPAND_DEPLOYMENTS, assign("a", "spec."), makeExpansion("", "a", "b")]],
    ["a template", "error upserting template bad: ExpansionTemplate bad ", [makeExpansion("bad", "v1 A", "v1 A")]],
    [
      "two mutators",
      "error upserting mutator: the following mutators have conflicting schemas: ",
      [assign("a", "spec.list[name: x].y"), assign("b", "spec.list.y")],
    ],
  ])("%s", (_title, message, objects) => {
    expect(faultOf(...objects)?.startsWith(message)).toBe(true);
  });

  it("an object that cannot be expanded, or mutated", () => {
    const expander = create(EXPAND_DEPLOYMENTS, label("own", "Original"));
    const broken = { ...DEPLOYMENT, spec: {} };
    expect(expander.expand(broken)).toMatchObject({
      error: { message: 'error expanding resource Web: could not find source field "spec.template" in resource Web' },
    });
    expect(expander.expand({ kind: "A", metadata: { name: "x", labels: 1 } })).toMatchObject({
      error: { message: expect.stringMatching(/^error mutating base resource x: mutation /) },
    });
  });
});
