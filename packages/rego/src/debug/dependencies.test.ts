import { describe, expect, test } from "vitest";
import { compileRego, dependenciesOf } from "../index.js";

const policy = compileRego([
  {
    file: "policy.rego",
    source: `package policy

allow if is_admin

allow if "x" in data.groups[input.user.name]

is_admin if "admin" in input.user.roles

message := sprintf("%s", [names[_]])

names contains name if {
  some name in [lower(n) | n := input.names[_]]
  not data.policy.blocked(name)
}

blocked(name) if data.lists.blocked[name]

roots.a.b := input
`,
  },
]);

const found = (query: string) => {
  const outcome = policy.ok ? dependenciesOf(policy.value, query) : policy;
  return outcome.ok ? outcome.value : outcome.errors.map(({ code }) => code);
};

describe("documents that a query reads", () => {
  test.each([
    ["data.policy.is_admin", ["input.user.roles"], ["data.policy.is_admin"]],
    [
      "data.policy.allow",
      ["data.groups", "input.user.name", "input.user.roles"],
      ["data.policy.allow", "data.policy.is_admin"],
    ],
    [
      "data.policy.message",
      ["data.lists.blocked", "input.names"],
      ["data.policy.blocked", "data.policy.message", "data.policy.names"],
    ],
    ["data.policy.roots", ["input"], ["data.policy.roots.a.b"]],
    ["data.policy.roots.a; input.x", ["input"], ["data.policy.roots.a.b"]],
    ["data.other.x[_]; data.other", ["data.other"], []],
    ['data["a-b"].c; data["a-b"]', ['data["a-b"]'], []],
    ["data.policy.blocked(1)", ["data.lists.blocked"], ["data.policy.blocked"]],
    ["1 + 1", [], []],
  ])("of %s", (query, base, virtual) => {
    expect(found(query)).toStrictEqual({ base, virtual });
  });

  test("a package reads what all of its rules read", () => {
    expect(found("data.policy")).toMatchObject({ base: ["data.groups", "data.lists.blocked", "input"] });
  });
});

test("a query that does not compile depends on nothing", () => {
  expect(found("data.[")).toStrictEqual(["rego_parse_error"]);
  expect(found("x")).toStrictEqual(["rego_unsafe_var_error"]);
});
