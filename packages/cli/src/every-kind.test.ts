import { expect, test } from "vitest";
import { type EvaluateOptions, evaluate } from "./evaluate.js";
import { withEveryKind, withoutKinds } from "./every-kind.js";
import type { ReadOptions } from "./read-options.js";
import { readPolicies } from "./read-policies.js";

const BUILT_IN = ["Deckhouse", "Gatekeeper", "ValidatingAdmissionPolicy"];

test("all kinds of policies that there are come before those that are registered, and all else stays", () => {
  const kind = { name: "Own", handles: () => false, read: () => ({ problems: [], bind: () => expect.unreachable() }) };
  const { kinds, ...others } = withEveryKind({ kinds: [kind], emulatedVersion: "v1.30" });
  expect(kinds?.map(({ name }) => name)).toEqual([...BUILT_IN, "Own"]);
  expect(others).toEqual({ emulatedVersion: "v1.30" });
});

test("what is put into every object is no option", () => {
  Object.defineProperty(Object.prototype, "kinds", { value: [{ name: "Evil" }], configurable: true });
  try {
    expect(withEveryKind({}).kinds?.map(({ name }) => name)).toEqual(BUILT_IN);
  } finally {
    Reflect.deleteProperty(Object.prototype, "kinds");
  }
});

test("of policies that are read already, options of their kinds are left out, and all else stays", () => {
  const options = { profile: "deckhouse", release: "1.66", installVersion: "", gatekeeper: {}, explain: true } as const;
  expect(withoutKinds(options)).toEqual({ explain: true });
});

const ODD_OPTIONS = [
  { kinds: 5 },
  { kinds: [null] },
  { release: "1.5" },
  { relase: "1.66" },
  { gatekeeper: { relase: "3.13" } },
  "restricted",
];

test("what JavaScript may hand in refuses and does not throw", () => {
  const throwing = {
    get kinds(): never {
      throw new Error("hands off");
    },
  };
  expect(readPolicies([], throwing).problems).toMatchObject([{ code: "internal", effect: "deny" }]);
  for (const options of ODD_OPTIONS) {
    // Callers in JavaScript have no types to keep to.
    const { problems } = readPolicies([], options as unknown as ReadOptions);
    expect(problems).toMatchObject([{ code: "invalid-option", effect: "deny" }]);
  }
});

test("an option that is misspelt refuses, whether policies are read already or not", () => {
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [] } };
  for (const policies of [[], readPolicies([])]) {
    const { allowed, problems } = evaluate(pod, {}, policies, { namepsace: "x" } as EvaluateOptions);
    expect([allowed, problems.map(({ message }) => message.split(":")[0])]).toEqual([
      false,
      ["unknown option `namepsace`"],
    ]);
    expect(evaluate(pod, {}, policies, { profile: "kubernetes", namespace: "x" }).problems).toEqual([]);
  }
});
