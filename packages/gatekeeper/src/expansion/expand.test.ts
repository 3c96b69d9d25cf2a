import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEPLOYMENT, EXPAND_DEPLOYMENTS, makeExpansion } from "../../test/expansion-templates.js";
import { makeAssign } from "../../test/mutators.js";
import { readMutators } from "../mutation/read-mutators.js";
import { type ExpansionContext, expand } from "./expand.js";
import { readExpansionTemplates } from "./read-expansion-templates.js";
import { withWorkloadTemplates } from "./workload-templates.js";

type Options = Omit<ExpansionContext, "templates" | "mutators"> & { readonly mutators?: readonly unknown[] };

const run = (object: unknown, documents: readonly unknown[], { mutators = [], ...context }: Options = {}) => {
  const { templates } = readExpansionTemplates(documents);
  const outcome = expand(object, { ...context, templates, mutators: readMutators(mutators).mutators });
  return outcome.ok ? outcome.value : outcome.error.message;
};

const make = (name: string, from: number, to: number) =>
  makeExpansion(name, `g/v1 K${from}`, `g/v1 K${to}`, { templateSource: "spec" });

const nested = (depth: number): object => {
  let spec: object = {};
  for (let level = 0; level < depth; level++) spec = { spec };
  return { apiVersion: "g/v1", kind: "K0", metadata: { name: "x" }, ...spec };
};

const chain = (length: number) => Array.from({ length }, (_, index) => make(`t${index}`, index, index + 1));

describe("an object is expanded (section 9)", () => {
  it("into nothing where no template applies", () => {
    expect(run(DEPLOYMENT, [])).toEqual([]);
    expect(run({ ...DEPLOYMENT, apiVersion: "apps/v2" }, [EXPAND_DEPLOYMENTS])).toEqual([]);
  });

  it("with the name and the action of the template", () => {
    const document = makeExpansion("warned", "apps/v1 Deployment", "v1 Pod", { enforcementAction: "warn" });
    expect(run(DEPLOYMENT, [document])).toMatchObject([{ template: "warned", enforcementAction: "warn" }]);
    expect(run(DEPLOYMENT, [EXPAND_DEPLOYMENTS])).toMatchObject([{ enforcementAction: "" }]);
  });

  it("by way of what it makes: a CronJob into a Job and its Pod", () => {
    const job = { spec: DEPLOYMENT.spec };
    const cronJob = { apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "x" }, spec: { jobTemplate: job } };
    expect(run(cronJob, withWorkloadTemplates([]))).toMatchObject([
      { object: { kind: "Job", metadata: { name: "x-job" } }, source: ["spec", "jobTemplate"] },
      { object: { kind: "Pod", metadata: { name: "x-job-pod" } }, source: ["spec", "jobTemplate", "spec", "template"] },
    ]);
  });

  it("at most 29 levels deep", () => {
    expect(run(nested(31), chain(29))).toHaveLength(29);
    expect(run(nested(31), chain(30))).toBe("maximum recursion depth of 30 reached");
  });

  it("not by templates that form a cycle", () => {
    expect(run(nested(3), [make("ab", 0, 1), make("ba", 1, 0)])).toEqual([]);
  });

  it("in the order of the templates' names, each followed by what is made of it", () => {
    const templates = [make("z", 0, 1), make("a", 0, 2), make("m", 2, 3)];
    expect(run(nested(3), templates)).toMatchObject([{ template: "a" }, { template: "m" }, { template: "z" }]);
  });

  it("and what is made is mutated with the source Generated and without an operation", () => {
    const pods = { groups: [""], versions: ["v1"], kinds: ["Pod"] };
    const change = (name: string, fields: object) => {
      const assign = makeAssign(`spec.${name}`, true, name);
      return { ...assign, spec: { ...assign.spec, applyTo: [pods], ...fields } };
    };
    const mutators = [
      change("generated", { match: { source: "Generated" } }),
      change("original", { match: { source: "Original" } }),
      change("create", { applyTo: [{ ...pods, operations: ["CREATE"] }] }),
      change("all", { applyTo: [{ ...pods, operations: ["CREATE", "UPDATE"] }] }),
    ];
    const [pod] = run(DEPLOYMENT, [EXPAND_DEPLOYMENTS], { mutators });
    const { containers } = DEPLOYMENT.spec.template.spec;
    expect(pod).toMatchObject({ object: { spec: { containers, generated: true, all: true } } });
    expect(pod).not.toHaveProperty("object.spec.original");
    expect(pod).not.toHaveProperty("object.spec.create");
  });
});

describe("the whole expansion fails", () => {
  it("for an object without a kind", () => {
    expect(run({ metadata: { name: "x" } }, [])).toBe("cannot expand resource x with empty GVK");
  });

  it("when something cannot be mutated", () => {
    const assign = makeAssign("spec.containers.x", 1);
    const mutators = [
      { ...assign, spec: { ...assign.spec, applyTo: [{ groups: [""], versions: ["v1"], kinds: ["Pod"] }] } },
    ];
    expect(run(DEPLOYMENT, [EXPAND_DEPLOYMENTS], { mutators })).toMatch(
      /^failed to mutate resultant resource web-pod: mutation 0.* failed for {2}Pod shop web-pod: mismatch/,
    );
  });

  it("for more objects than anything in a cluster makes", () => {
    const templates = Array.from({ length: 14 }, (_, level) => [
      make(`a${level}`, level, level + 1),
      make(`b${level}`, level, level + 1),
    ]).flat();
    expect(run(nested(20), templates)).toBe("expands to more than 10000 objects");
  });

  it.each([null, undefined, 1, "text", []])("for %j, which is no object", (object) => {
    expect(run(object, [])).toMatch(/^expected an object, found /);
  });
});

describe("laws", () => {
  it("the object handed in is not changed, and the order of templates does not matter", () => {
    const templates = [...chain(3), make("second", 0, 2), make("third", 1, 9)];
    const object = nested(5);
    const expected = run(structuredClone(object), templates);
    fc.assert(
      fc.property(fc.shuffledSubarray(templates, { minLength: templates.length }), (shuffled) => {
        const frozen = deepFreeze(structuredClone(object));
        expect(run(frozen, shuffled)).toEqual(expected);
      }),
    );
  });

  it("nothing throws, whatever object and templates are", () => {
    const anything = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        fc.jsonValue(),
        fc.record({ apiVersion: fc.constant("apps/v1"), kind: fc.constant("Deployment"), spec: fc.jsonValue() }),
        fc.record({ ...constants(EXPAND_DEPLOYMENTS), spec: tie("json") }),
      ),
    })).json;
    fc.assert(
      fc.property(anything, fc.array(anything), (object, templates) => {
        expect(run(object, [EXPAND_DEPLOYMENTS, ...templates])).toBeDefined();
      }),
    );
  });
});

describe("hostile input", () => {
  it("a template of a depth of 10,000 is handed on as it is", () => {
    let spec: object = {};
    for (let level = 0; level < 10_000; level++) spec = { spec };
    expect(run({ ...DEPLOYMENT, spec: { template: spec } }, [EXPAND_DEPLOYMENTS])).toHaveLength(1);
  });

  it("a source through `__proto__` finds nothing", () => {
    const document = makeExpansion("x", "apps/v1 Deployment", "v1 Pod", { templateSource: "__proto__.constructor" });
    expect(run(DEPLOYMENT, [document])).toMatch(/^could not find source field/);
  });

  it("10,000 templates for one kind make 10,000 objects", () => {
    const templates = Array.from({ length: 10_000 }, (_, index) => make(`t${index}`, 0, index + 1));
    expect(run(nested(1), templates)).toHaveLength(10_000);
  });

  it("a getter that throws is an error", () => {
    const object = {
      get kind(): string {
        throw new Error("no");
      },
    };
    expect(run(object, [])).toBe("could not be expanded: no");
  });
});

const constants = (object: object) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, fc.constant(value)]));

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
};
