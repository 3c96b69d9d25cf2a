import { describe, expect, test } from "vitest";
import { allBuiltins, compilePolicy, compileRego } from "../index.js";

const source = `package example

allow if {
  some container in input.containers
  startswith(container.image, "registry/")
  input.user.role == "admin"
}

allow if count(input.list) > 3
else if input.last

deny contains message if {
  message := input.message
  message != ""
}
`;
const policy = compileRego([{ file: "example.rego", source }]);

function explain(path: string, input: unknown) {
  const outcome = policy.ok ? policy.value.explainUndefined(path, { input }) : policy;
  return outcome.ok ? outcome.value : outcome.errors;
}

describe("why a rule is undefined: the first literal that failed in each body", () => {
  test("of the attempt that came furthest, with the values it saw", () => {
    const input = { containers: [{ image: "x" }, { image: "registry/a" }], user: { role: "dev" }, list: [1] };
    expect(explain("data.example.allow", input)).toStrictEqual([
      {
        rule: "data.example.allow",
        file: "example.rego",
        row: 3,
        succeeded: false,
        failed: {
          text: 'input.user.role = "admin"',
          file: "example.rego",
          row: 6,
          column: 3,
          values: [{ term: "input.user.role", value: "dev" }],
        },
      },
      {
        rule: "data.example.allow",
        file: "example.rego",
        row: 9,
        succeeded: false,
        failed: {
          text: "count(input.list) > 3",
          file: "example.rego",
          row: 9,
          column: 10,
          values: [{ term: "count(input.list)", value: 1 }],
        },
      },
      {
        rule: "data.example.allow",
        file: "example.rego",
        row: 10,
        succeeded: false,
        failed: { text: "input.last", file: "example.rego", row: 10, column: 9, values: [] },
      },
    ]);
  });

  test("a body that succeeded is told as such", () => {
    expect(explain("data.example.deny", { message: "no" })).toStrictEqual([
      { rule: "data.example.deny", file: "example.rego", row: 12, succeeded: true },
    ]);
    expect(explain("data.example.deny", { message: "" })).toMatchObject([{ failed: { text: 'message != ""' } }]);
  });

  test("a path that is no reference is an error", () => {
    expect(explain("data.example.[", {})).toMatchObject([{ code: "rego_parse_error" }]);
  });

  test("the compiler's own keys are wildcards, and have no values", () => {
    expect(explain("data.example.allow", { containers: [], list: [1], last: true })).toContainEqual({
      rule: "data.example.allow",
      file: "example.rego",
      row: 3,
      succeeded: false,
      failed: {
        text: "container = input.containers[_]",
        file: "example.rego",
        row: 4,
        column: 3,
        values: [{ term: "input.containers", value: [] }],
      },
    });
  });
});

const chained = compileRego([
  {
    file: "chain.rego",
    source: `package chain

import data.lib

allow if lib.trusted(input.image)

denied if not harmless

harmless if input.kind == "Pod"

twice if {
  lib.trusted("a/b") == false
  not harmless
}

again if harmless

again if harmless

every_port if every port in input.ports { port > 1024 }

disabled := false

on if disabled

deep if allow with input.image as "x/y"
`,
  },
  {
    file: "lib.rego",
    source: `package lib

trusted(image) if startswith(image, registry)

registry := data.settings.registry
`,
  },
]);

function chain(query: string, input: unknown, limits = {}) {
  const outcome = chained.ok ? chained.value.explainUndefined(query, { input }, limits) : chained;
  return outcome.ok ? outcome.value : outcome.errors;
}

describe("what failed is followed into the rules and functions behind it", () => {
  test("through functions and rules to the document that is missing", () => {
    expect(chain("data.chain.allow", { image: "docker.io/x" })).toMatchObject([
      {
        rule: "data.chain.allow",
        failed: {
          text: "data.lib.trusted(input.image)",
          because: [
            {
              rule: "data.lib.trusted",
              file: "lib.rego",
              row: 3,
              failed: {
                text: "data.lib.registry",
                because: [{ rule: "data.lib.registry", failed: { text: "data.settings.registry" } }],
              },
            },
          ],
        },
      },
    ]);
  });

  test("a negated literal fails because of what succeeds", () => {
    expect(chain("data.chain.denied", { kind: "Pod" })).toMatchObject([
      { failed: { text: "not data.chain.harmless", because: [{ rule: "data.chain.harmless", succeeded: true }] } },
    ]);
  });

  test("what was evaluated before is known also where it is not evaluated again", () => {
    const explained = chain("data.chain.again", { kind: "Job" });
    expect(explained).toMatchObject([
      { failed: { because: [{ rule: "data.chain.harmless" }] } },
      { failed: { because: [{ rule: "data.chain.harmless" }] } },
    ]);
  });

  test("a rule that is false is a reason too", () => {
    expect(chain("data.chain.on", {})).toMatchObject([
      { failed: { text: "data.chain.disabled", because: [{ succeeded: true, value: false }] } },
    ]);
  });

  test("of an `every` the literal that failed is shown, with the member", () => {
    expect(chain("data.chain.every_port", { ports: [8080, 80] })).toMatchObject([
      { failed: { inside: { text: "port > 1024", values: [{ term: "port", value: 80 }] } } },
    ]);
  });

  test("a query of several rules explains all that it tries", () => {
    const rules = new Set(chain("data.chain", {}).map((body) => "rule" in body && body.rule));
    expect(rules).toContain("data.chain.deep");
    expect(rules).toContain("data.chain.twice");
  });

  test("the input is that which a `with` gives, as far as it is known", () => {
    const source = `package a

p if { q with input as {"x": 2} }

p if { some y in [3]; q with input as {"x": y} }

p if { q with input.x as 4 }

q if input.x == 5
`;
    const policy = compileRego([{ file: "a.rego", source }]);
    const explained = policy.ok ? policy.value.explainUndefined("data.a.p", { input: { x: 1 } }) : policy;
    const values = explained.ok ? explained.value.map(({ failed }) => failed?.because?.[0]?.failed?.values) : [];
    expect(values).toStrictEqual([[{ term: "input.x", value: 2 }], [{ term: "input.x", value: 3 }], []]);
  });

  test("limits end the chain, and the list of bodies", () => {
    const one = chain("data.chain.allow", { image: "x" }, { depth: 1 });
    expect(JSON.stringify(one)).not.toContain("because");
    expect(chain("data.chain", {}, { bodies: 3 })).toHaveLength(3);
  });

  test("a query that does not compile, or ends with an error, is that error", () => {
    expect(chain("x", {})).toMatchObject([{ code: "rego_unsafe_var_error" }]);
    const limited = chained.ok && chained.value.explainUndefined("data.chain", { limits: { steps: 1 } });
    expect(limited).toMatchObject({ ok: false, errors: [{ code: "eval_cancel_error" }] });
  });
});

test("a host without explanations is told what they need", () => {
  const policy = compilePolicy([], { builtins: allBuiltins() });
  const explained = policy.ok && policy.value.explainUndefined("data.a.p");
  expect(explained).toMatchObject({ ok: false, errors: [{ message: "explanations need the option `explain`" }] });
});
