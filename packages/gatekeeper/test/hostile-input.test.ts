import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerMutation,
  applyPatch,
  type MutationContext,
  type MutatorSet,
  mutate,
  parseLocation,
  readMutators,
} from "../src/index.js";
import { load, makeAssign, makeMutator, makePod, run, specAfter } from "./mutators.js";

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    undefined,
    2n ** 70n,
    Number.NaN,
    "__proto__",
    () => 1,
    Symbol("s"),
    new Map([[1, 2]]),
    new Date(0),
  ),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__":{"spec":1}}'), { __proto__: null }, "a".repeat(1000)),
);
const nest = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { a: value } : [value];
  return value;
};

describe("whatever comes", () => {
  const kinds = fc.constantFrom("Assign", "AssignMetadata", "AssignImage", "ModifySet");

  it("as mutators: each is read or a problem", () => {
    fc.assert(
      fc.property(kinds, anything, anything, anything, anything, (kind, location, parameters, applyTo, match) => {
        const documents = [makeMutator(kind, location, parameters, { applyTo, match }), location, parameters];
        const { mutators, problems } = readMutators(documents);
        expect(mutators.mutators.length + new Set(problems.map(({ document }) => document)).size).toBe(3);
      }),
      { numRuns: 300 },
    );
  });

  it("as parts of parameters", () => {
    fc.assert(
      fc.property(kinds, anything, anything, (kind, one, other) => {
        const parameters = {
          assign: { value: one, externalData: other },
          pathTests: [{ subPath: one, condition: other }],
          operation: one,
          values: { fromList: other },
          assignTag: one,
        };
        expect(Array.isArray(readMutators([makeMutator(kind, "spec.a", parameters)]).problems)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  const mutators = load([
    makeAssign("spec.a[k: v].b", 1),
    makeMutator("ModifySet", "spec.l", { values: { fromList: [1] } }),
  ]);
  it("as an object, a context, mutators: a mutation or an error", () => {
    fc.assert(
      fc.property(anything, anything, anything, (object, context, set) => {
        // Callers in JavaScript hand in what they like.
        const [odd, others] = [context as MutationContext, set as MutatorSet];
        for (const outcome of [
          mutate(object, mutators, odd),
          mutate(makePod(Object(object)), mutators, { operation: "CREATE" }),
          mutate(makePod(), others),
        ]) {
          expect(outcome.ok ? typeof outcome.value.mutated : typeof outcome.error.message).toMatch(/boolean|string/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("as a request or a patch: an answer", () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        const context = { findNamespace: () => one };
        for (const request of [
          one,
          { operation: one, object: other },
          { operation: "CREATE", namespace: "a", object: other },
        ]) {
          expect(answerMutation(request, mutators, context).code).toBeGreaterThan(0);
        }
        // As above.
        expect(typeof applyPatch(other as never, [{ op: "add", path: one, value: 1 } as never]).ok).toBe("boolean");
      }),
    );
  });
});

describe("prototypes are out of reach", () => {
  it("of locations, values and keys", () => {
    const value = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    const documents = [
      makeAssign("spec.__proto__.polluted", 1, "a"),
      makeAssign("spec.constructor.prototype.polluted", 1, "b"),
      makeAssign("spec.l[__proto__: x].polluted", 1, "c"),
      makeAssign("spec.value", value, "d"),
      makeMutator("ModifySet", "spec.__proto__.set", { values: { fromList: [value] } }, { name: "e" }),
    ];
    const spec = Object(specAfter({}, documents));
    expect(Object.keys(spec).sort()).toEqual(["__proto__", "constructor", "l", "value"]);
    expect(spec.polluted).toBeUndefined();
    expect(Object(Object.prototype).polluted).toBeUndefined();
    expect(Object(Function.prototype).polluted).toBeUndefined();
  });

  it("and what they have inherited is no field", () => {
    const pathTests = [{ subPath: "spec.toString", condition: "MustExist" }];
    const mutator = makeMutator("Assign", "spec.toString.a", { assign: { value: 1 }, pathTests });
    expect(specAfter({}, [mutator])).toEqual({});
  });
});

describe("depth", () => {
  it("of an object beside the location is no burden", () => {
    const deep = nest(10_000);
    const outcome = run(makePod({ deep }), [makeAssign("spec.a", 1)]);
    expect(outcome.ok && outcome.value.patch).toEqual([{ op: "add", path: "/spec/a", value: 1 }]);
  });

  it("of a value that is replaced, compared or printed is none either", () => {
    const outcome = run(makePod({ a: nest(10_000) }), [makeAssign("spec.a", nest(499))], {}, { numbers: "cluster" });
    expect(outcome).toMatchObject({ ok: true, value: { mutated: true } });
    expect(specAfter({ a: { b: nest(10_000) } }, [makeMutator("ModifySet", "spec.a", {})])).toContain("is not a list");
    const merging = makeMutator("ModifySet", "spec.a", { values: { fromList: [nest(499)] } });
    expect(run(makePod({ a: [nest(10_000)] }), [merging])).toMatchObject({ ok: true });
  });

  it("of a mutator's own parts is bounded", () => {
    const problemsOf = (document: unknown) => readMutators([document]).problems.map(({ message }) => message);
    expect(problemsOf(makeAssign("spec.a", nest(10_000)))).toEqual([
      "`spec.parameters.assign.value`: nests deeper than 500",
    ]);
    expect(problemsOf(makeAssign(`${"a.".repeat(10_000)}b`, 1))).toEqual([
      "`spec.location`: has 10001 parts, more than 200",
    ]);
  });
});

describe("size", () => {
  it("of a location is no burden", () => {
    for (const text of [
      `"${"a".repeat(2_000_000)}`,
      ".".repeat(2_000_000),
      "a.".repeat(1_000_000),
      `a[b: ${"1".repeat(2_000_000)}]`,
    ]) {
      expect(parseLocation(text).ok).toBe(false);
    }
    expect(parseLocation(`"${"\\a".repeat(2_000_000)}"`).ok).toBe(true);
  });

  it("of an object neither", () => {
    const containers = Array.from({ length: 10_000 }, (_, index) => ({ name: `n${index}`, env: [{ name: "A" }] }));
    const documents = [
      makeAssign("spec.containers[name: *].env[name: *].value", "x", "a"),
      makeAssign("spec.containers[name: n9999].image", "x", "b"),
    ];
    const outcome = run(makePod({ containers }), documents);
    expect(outcome.ok && outcome.value.patch).toHaveLength(10_001);
  });

  it("nor of sets", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ name: `n${index}` }));
    const merging = makeMutator("ModifySet", "spec.a", { values: { fromList: many } });
    expect(specAfter({ a: many.toReversed() }, [merging])).toMatchObject({ a: { length: 20_000 } });
  });

  it("of texts that patterns are held against neither", () => {
    const path = `${"a-".repeat(2_000_000)}!`;
    const tag = `@a${".a".repeat(1_000_000)}`;
    for (const parameters of [{ assignPath: path }, { assignTag: tag }, { assignDomain: path }]) {
      expect(readMutators([makeMutator("AssignImage", "a", parameters)]).problems).toHaveLength(1);
    }
  });

  it("of applyTo is bounded, and of thousands of mutators that contradict each other what is told of them", () => {
    const many = Array.from({ length: 1000 }, (_, index) => `n${index}`);
    const vast = makeMutator(
      "Assign",
      "a",
      { assign: { value: 1 } },
      { applyTo: [{ groups: many, versions: many, kinds: many }] },
    );
    expect(readMutators([vast]).problems).toMatchObject([{ message: expect.stringContaining("more than 1000 kinds") }]);
    const torn = many.map((name, index) => makeAssign(index % 2 === 0 ? "spec.a.b" : "spec.a[k: v].b", 1, name));
    const { problems, mutators } = readMutators(torn);
    expect(mutators.conflicting.size).toBe(1000);
    expect(Math.max(...problems.map(({ message }) => message.length))).toBeLessThan(10_000);
  });
});
