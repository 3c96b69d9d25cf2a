import { describe, expect, it } from "vitest";
import { load, makeAssign, makeMutator, makePod, run } from "../../test/mutators.js";
import { externalDataKeys, mutate } from "./mutate.js";

const external = (location: string, about: object = {}, name = "one") =>
  makeMutator("Assign", location, { assign: { externalData: { provider: "p", ...about } } }, { name });
const answer = (items: object) => ({
  p: {
    response: { idempotent: true, items: Object.entries(items).map(([key, value]) => ({ key, value })) },
  },
});

it("a mutation is the object, a patch, and who changed what", () => {
  const pod = makePod({ containers: [{ name: "web", image: "a" }] });
  const outcome = run(pod, [
    makeAssign("spec.containers[name: *].image", "b"),
    makeAssign("spec.host.network", true, "two"),
  ]);
  const mutator = (name: string) => ({ kind: "Assign", name });
  expect(outcome).toEqual({
    ok: true,
    value: {
      mutated: true,
      object: makePod({ containers: [{ name: "web", image: "b" }], host: { network: true } }),
      patch: [
        { op: "add", path: "/spec/host", value: { network: true } },
        { op: "replace", path: "/spec/containers/0/image", value: "b" },
      ],
      trace: [
        {
          what: "changed",
          iteration: 1,
          mutator: mutator("one"),
          path: ["spec", "containers", 0, "image"],
          before: "a",
          after: "b",
        },
        { what: "changed", iteration: 1, mutator: mutator("two"), path: ["spec", "host", "network"], after: true },
      ],
      iterations: 2,
    },
  });
});

it("asked to explain, it tells which path test stopped which mutator", () => {
  const pathTests = [{ subPath: "spec.a", condition: "MustExist" }];
  const documents = [makeMutator("Assign", "spec.a.b", { assign: { value: 1 }, pathTests })];
  const trace = (explain: boolean) => {
    const outcome = run(makePod(), documents, { explain });
    return outcome.ok && outcome.value.trace;
  };
  expect(trace(false)).toEqual([]);
  expect(trace(true)).toEqual([
    {
      what: "stopped",
      iteration: 1,
      mutator: { kind: "Assign", name: "one" },
      path: ["spec", "a"],
      condition: "MustExist",
    },
  ]);
});

describe("large integers", () => {
  const large = 2n ** 62n + 1n;
  it("stay what they are", () => {
    const outcome = run(makePod({ kept: large }), [makeAssign("spec.a", large)]);
    expect(outcome.ok && outcome.value.object).toEqual(makePod({ kept: large, a: large }));
    expect(outcome.ok && outcome.value.patch).toEqual([{ op: "add", path: "/spec/a", value: large }]);
  });

  it("are rounded as in a cluster, when they come from assign.value", () => {
    const outcome = run(makePod({ kept: large }), [makeAssign("spec.a", large)], {}, { numbers: "cluster" });
    expect(outcome.ok && outcome.value.object).toEqual(makePod({ kept: large, a: 2 ** 62 }));
    expect(outcome.ok && outcome.value.trace).toMatchObject([{ after: 2 ** 62 }]);
  });
});

describe("external data", () => {
  const pod = makePod({ a: "key" });
  const outcomeWith = (providers: ReturnType<typeof answer>, about: object = {}) => {
    const outcome = run(pod, [external("spec.a", about)], { providers, username: "alice" });
    return outcome.ok ? Object(outcome.value.object).spec : outcome.error;
  };

  it("replaces the text that it was asked for", () => {
    expect(outcomeWith(answer({ key: "value" }))).toEqual({ a: "value" });
    expect(outcomeWith(answer({ key: "key" }))).toEqual({ a: "key" });
  });

  it("fails the mutation, unless another policy is given", () => {
    expect(outcomeWith(answer({}))).toMatchObject({
      code: "external-data-failed",
      message:
        "failed to resolve external data placeholders: failed to find external data item in response for provider p",
      iteration: 2,
      trace: [{ before: "key", after: "key" }],
    });
    expect(outcomeWith(answer({}), { failurePolicy: "Ignore" })).toEqual({ a: "key" });
    expect(outcomeWith(answer({}), { failurePolicy: "UseDefault", default: "d" })).toEqual({ a: "d" });
  });

  it("without answers no provider is known", () => {
    const outcome = run(pod, [external("spec.a")]);
    expect(outcome.ok ? "" : outcome.error.message).toContain("failed to find external data provider p in responses");
  });

  it("tells beforehand what providers must be asked", () => {
    const documents = [
      external("spec.a"),
      external("spec.b", { dataSource: "Username" }, "two"),
      external("spec.c", { provider: "q" }, "three"),
    ];
    const keys = externalDataKeys(pod, load(documents), { username: "alice" });
    expect(keys.ok && [...keys.value].map(([name, set]) => [name, [...set].sort()])).toEqual([
      ["p", ["alice", "key"]],
      ["q", [""]],
    ]);
  });

  it("nothing is asked where nothing is mutated", () => {
    expect(externalDataKeys(pod, load([makeAssign("spec.b", 1)]))).toEqual({ ok: true, value: new Map() });
    expect(externalDataKeys(null, load([]))).toMatchObject({ ok: false });
  });
});

describe("what is no object is refused", () => {
  it.each([
    [null, "expected an object, found null"],
    [undefined, "expected an object, found undefined"],
    [[], "expected an object, found list"],
    ["text", "expected an object, found string"],
    [5n, "expected an object, found number"],
  ])("%o", (object, message) => {
    expect(mutate(object, load([]))).toEqual({
      ok: false,
      error: { code: "invalid-object", message, iteration: 0, trace: [] },
    });
  });

  it("and what throws", () => {
    const thrower = (thrown: unknown) => ({
      get kind() {
        throw thrown;
      },
    });
    const messageOf = (object: unknown) => {
      const outcome = mutate(object, load([makeAssign("spec.a", 1)]));
      return outcome.ok ? "" : outcome.error.message;
    };
    expect(messageOf(thrower(new Error("no")))).toBe("could not be mutated: no");
    expect(messageOf(thrower(null))).toBe("could not be mutated: object");
  });
});

it("a Namespace that is null is one that is not known", () => {
  const selector = makeMutator("Assign", "spec.a", { assign: { value: 1 } }, { match: { namespaceSelector: {} } });
  expect(run(makePod({}, { namespace: "shop" }), [selector], { namespace: null })).toMatchObject({ ok: false });
  expect(run(makePod({}, { namespace: "shop" }), [selector], { namespace: {} })).toMatchObject({ ok: true });
});
