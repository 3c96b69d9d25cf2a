import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { subjectOf } from "../test/judge-constraint.js";
import { always, type ConstraintKindDefinition, constraintKind, PODS } from "./constraint-kind.js";
import { RELEASES, type Release } from "./release.js";

interface Parameters {
  readonly words: readonly string[];
}

const definition: ConstraintKindDefinition<Parameters> = {
  name: "D8Words",
  fields: [{ name: "words", schema: always(z.array(z.string())) }],
  objects: PODS,
  parameters: z.object({ words: z._default(z.array(z.string()), []) }),
  generate: {
    "1.66": undefined,
    "1.76": ({ words = null }) => ({ words }),
    next: ({ words }) => (words === undefined ? undefined : { words }),
  },
  behaviours: {
    "1.66": undefined,
    "1.76":
      ({ words }) =>
      () =>
        words.map((message) => ({ message, findings: [] })),
    next:
      ({ words }, { regex }) =>
      ({ name }) =>
        words.filter((word) => "test" in regex(word)).map((word) => ({ message: `${word} ${name}`, findings: [] })),
  },
};
const words = constraintKind(definition);

const POD = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" } };

const check = (kind: typeof words, release: Release, parameters: unknown, object: unknown = POD) => {
  const prepared = kind.prepare(release, parameters);
  return prepared && "check" in prepared ? prepared.check(subjectOf(object)).map(({ message }) => message) : prepared;
};

describe("always", () => {
  it("gives the same for every release", () => {
    expect(RELEASES.map((release) => always("x")[release])).toEqual(RELEASES.map(() => "x"));
  });
});

describe("constraintKind", () => {
  it("numbers the releases that behave alike, and those that make parameters alike", () => {
    expect(words.behaviours).toEqual({ "1.66": undefined, "1.76": 1, next: 2 });
    const alike = constraintKind({ ...definition, generate: always(() => null), behaviours: always(() => () => []) });
    expect([alike.behaviours, alike.generations]).toEqual([always(1), always(1)]);
  });

  it("keeps name and fields", () => {
    expect(words.name).toBe("D8Words");
    expect(words.fields).toBe(definition.fields);
  });

  describe("objects", () => {
    it("are the same for every policy where they are a list", () => {
      expect(words.objects({ words: ["a"] })).toEqual([{ apiGroups: [""], kinds: ["Pod"] }]);
    });

    it("depend on the policy where they are a function", () => {
      const kind = constraintKind({
        ...definition,
        objects: ({ words: kinds }) => [{ apiGroups: [], kinds: [String(kinds)] }],
      });
      expect(kind.objects({ words: "Pod" })).toEqual([{ apiGroups: [], kinds: ["Pod"] }]);
    });
  });

  describe("generate", () => {
    it.each([
      ["1.66", ["a"], undefined],
      ["1.76", ["a"], { words: ["a"] }],
      ["1.76", undefined, { words: null }],
      ["next", undefined, undefined],
    ] as const)("is up to the release: %s makes of %j %j", (release, value, parameters) => {
      expect(words.generate(release, value === undefined ? {} : { words: value })).toEqual(parameters);
    });
  });

  describe("prepare", () => {
    it("gives nothing for a release that does not have the kind, whatever the parameters", () => {
      expect(words.prepare("1.66", { words: 5 })).toBeUndefined();
    });

    it.each([undefined, null, {}])("takes %j for parameters without anything", (parameters) => {
      expect(check(words, "1.76", parameters)).toEqual([]);
    });

    it("hands parameters to the release's behaviour, and it the subject", () => {
      expect(check(words, "1.76", { words: ["a"] })).toEqual(["a"]);
      expect(check(words, "next", { words: ["a"] })).toEqual(["a p"]);
    });

    it("drops what the schema does not know", () => {
      expect(check(words, "1.76", { words: ["a"], more: 1 })).toEqual(["a"]);
    });

    it.each([
      ["text", [{ path: [], message: "expected object, found `text`" }]],
      [{ words: ["a", 5] }, [{ path: ["words", 1], message: "expected string, found 5" }]],
      [{ words: null }, [{ path: ["words"], message: "expected array, found null" }]],
    ])("says what is wrong with the parameters %j", (parameters, faults) => {
      expect(words.prepare("1.76", parameters)).toEqual({ faults });
    });

    it("passes on what a behaviour finds wrong with the parameters", () => {
      const faults = [{ path: ["words"], message: "expected other words" }];
      const kind = constraintKind({ ...definition, behaviours: always(() => ({ faults })) });
      expect(kind.prepare("1.76", null)).toEqual({ faults });
    });

    it("has a regular expression engine of its own, unless the host brings one", () => {
      expect(check(words, "next", { words: ["a", "("] })).toEqual(["a p"]);
      const prepared = words.prepare("next", { words: ["a", "("] }, { regex: () => ({ test: () => true }) });
      expect(prepared && "check" in prepared && prepared.check(subjectOf(POD))).toHaveLength(2);
    });
  });
});
