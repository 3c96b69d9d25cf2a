import { expect, test } from "vitest";
import { PolicyGraph } from "./x509-policy-graph.js";

const any = "2.5.29.32.0";
const graph = (...levels: readonly (readonly string[])[]): PolicyGraph => {
  const one = new PolicyGraph(() => undefined);
  for (const policies of levels) one.addLevel(policies, true);
  return one;
};

test.each<[readonly (readonly string[])[], boolean]>([
  [[["1.2"], ["1.2"]], true],
  [[["1.2"], ["1.3"]], false],
  [[[any], ["1.3"]], true],
  [[["1.2"], [any]], true],
  [[["1.2", "1.3"], ["1.3"], ["1.2"]], false],
])("policies %j from the root on: %s", (levels, expected) => {
  expect(graph(...levels).hasValidPolicy).toBe(expected);
});

test("any policy counts where it is allowed", () => {
  const one = graph(["1.2"]);
  one.addLevel([any], false);
  expect(one.hasValidPolicy).toBe(false);
});

test("a mapped policy stands for another one below", () => {
  const mapped = graph(["1.2"]);
  expect(mapped.map([{ issuer: "1.2", subject: "1.3" }], true)).toBe(true);
  mapped.addLevel(["1.3"], true);
  expect(mapped.hasValidPolicy).toBe(true);
  const fromAny = graph([any]);
  fromAny.map([{ issuer: "1.2", subject: "1.3" }], true);
  fromAny.addLevel(["1.3"], true);
  expect(fromAny.hasValidPolicy).toBe(true);
});

test("a policy that may not be mapped is not valid any more", () => {
  const one = graph(["1.2"]);
  expect(
    one.map(
      [
        { issuer: "1.2", subject: "1.3" },
        { issuer: "1.9", subject: "1.3" },
      ],
      false,
    ),
  ).toBe(true);
  one.addLevel(["1.2"], true);
  expect(one.hasValidPolicy).toBe(false);
});

test("any policy cannot be mapped", () => {
  expect(graph(["1.2"]).map([{ issuer: any, subject: "1.3" }], true)).toBe(false);
  expect(graph(["1.2"]).map([{ issuer: "1.2", subject: any }], true)).toBe(false);
});
