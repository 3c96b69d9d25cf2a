import { expect, test } from "vitest";
import { withEveryKind } from "./every-kind.js";
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
    expect(withEveryKind<ReadOptions>({}).kinds?.map(({ name }) => name)).toEqual(BUILT_IN);
  } finally {
    Reflect.deleteProperty(Object.prototype, "kinds");
  }
});

test("what JavaScript may hand in refuses and does not throw", () => {
  const throwing = {
    get kinds(): never {
      throw new Error("hands off");
    },
  };
  expect(readPolicies([], throwing).problems).toMatchObject([{ code: "internal", effect: "deny" }]);
  for (const options of [{ kinds: 5 }, { kinds: [null] }, { release: "1.5" }]) {
    // Callers in JavaScript have no types to keep to.
    const { problems } = readPolicies([], options as unknown as ReadOptions);
    expect(problems).toMatchObject([{ code: "invalid-option", effect: "deny" }]);
  }
});
