import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPatch,
  type Json,
  type Mutation,
  mutate,
  type NumberModel,
  type ReadMutatorsOptions,
  readMutators,
} from "../src/index.js";
import { mutatorArbitrary, objectArbitrary } from "./arbitraries.js";

const documentsArbitrary = fc.array(mutatorArbitrary(), { maxLength: 5 });
/** Documents of different names, so that none replaces another. */
const distinctArbitrary = fc.uniqueArray(mutatorArbitrary(), {
  maxLength: 5,
  selector: ({ kind, metadata }) => `${kind} ${metadata.name}`,
});

const sortFields = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const writeInteger = (value: unknown): unknown =>
  typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value)) ? `${BigInt(value)}n` : value;

/** The same text for values that are equal: the order of fields is no part of JSON, nor is the type of an integer. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => writeInteger(sortFields(inner)));

const run = (object: unknown, documents: readonly unknown[], options?: ReadMutatorsOptions) =>
  mutate(object, readMutators(documents, options).mutators, { operation: "CREATE", explain: true });

const freeze = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
};

/** Holds a law for whatever is mutated without an error. */
const forMutations = (
  model: NumberModel | "either",
  law: (mutation: Mutation, object: Json, documents: readonly object[]) => void,
): void => {
  const models = model === "either" ? fc.constantFrom<NumberModel>("exact", "cluster") : fc.constant(model);
  fc.assert(
    fc.property(objectArbitrary(), documentsArbitrary, models, (object, documents, numbers) => {
      const outcome = run(object, documents, { numbers });
      // What the arbitrary makes is JSON.
      if (outcome.ok) law(outcome.value, object as Json, documents);
    }),
    { numRuns: 500 },
  );
};

it("laws are held for mutations of which many change something, and some fail", () => {
  const samples = fc.sample(fc.tuple(objectArbitrary(), documentsArbitrary), { numRuns: 500, seed: 1 });
  const outcomes = samples.map(([object, documents]) => run(object, documents));
  expect(outcomes.filter((outcome) => outcome.ok && outcome.value.mutated).length).toBeGreaterThan(100);
  expect(outcomes.filter((outcome) => !outcome.ok).length).toBeGreaterThan(20);
});

describe("a mutation", () => {
  it("at its fixed point changes nothing more", () => {
    forMutations("exact", ({ object }, _before, documents) => {
      const again = run(object, documents);
      expect(again.ok && again.value.mutated).toBe(false);
      expect(again.ok && again.value.object).toBe(object);
    });
  });

  it("at its fixed point shows no change any more, also where a cluster sees one of number types", () => {
    forMutations("cluster", ({ object }, _before, documents) => {
      const again = run(object, documents, { numbers: "cluster" });
      expect(again.ok && again.value.patch).toEqual([]);
    });
  });

  it("is what its patch makes of the object", () => {
    forMutations("either", ({ object, patch }, before) => {
      const patched = applyPatch(before, patch);
      expect(patched.ok && textOf(patched.value) === textOf(object)).toBe(true);
    });
  });

  it("has a patch if and only if the object has changed", () => {
    forMutations("either", ({ object, patch, mutated, trace }, before) => {
      expect(patch.length > 0).toBe(textOf(object) !== textOf(before));
      if (!mutated) expect(object).toBe(before);
      if (patch.length > 0) expect(trace.some(({ what }) => what === "changed")).toBe(true);
    });
  });

  it("tells of every value in the patch by its trace, in some iteration", () => {
    forMutations("either", ({ object, trace }) => {
      for (const entry of trace) expect(entry.path.length).toBeGreaterThan(0);
      // Everything in it is plain data.
      expect(() => structuredClone({ object, trace })).not.toThrow();
    });
  });
});

it("the order in which mutators are made does not matter, when none replaces another", () => {
  const shuffled = distinctArbitrary.chain((documents) =>
    fc.tuple(fc.constant(documents), fc.shuffledSubarray(documents, { minLength: documents.length })),
  );
  fc.assert(
    fc.property(objectArbitrary(), shuffled, (object, [documents, others]) => {
      expect(textOf(run(object, others))).toBe(textOf(run(object, documents)));
    }),
    { numRuns: 300 },
  );
});

it("a mutator that does not match changes nothing, and nothing else", () => {
  fc.assert(
    fc.property(objectArbitrary(), distinctArbitrary, mutatorArbitrary(), (object, documents, other) => {
      const elsewhere = { ...other, metadata: { name: "z" }, spec: { ...other.spec, match: { name: "other" } } };
      const { mutators, problems } = readMutators([...documents, elsewhere]);
      fc.pre(problems.every(({ code }) => code !== "schema-conflict"));
      const [one, both] = [run(object, documents), mutate(object, mutators, { operation: "CREATE", explain: true })];
      fc.pre(one.ok);
      expect(textOf(both)).toBe(textOf(one));
    }),
  );
});

it("what is handed in may be frozen, and mutators may be used again and again", () => {
  fc.assert(
    fc.property(objectArbitrary(), documentsArbitrary, (object, documents) => {
      const expected = textOf(run(object, documents));
      const { mutators } = readMutators(freeze(documents));
      const context = { operation: "CREATE", explain: true };
      const [first, second] = [mutate(freeze(object), mutators, context), mutate(object, mutators, context)];
      expect(textOf(first)).toBe(expected);
      expect(textOf(second)).toBe(expected);
    }),
    { numRuns: 300 },
  );
});
