import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALWAYS, constraintOf, creating, POD, templateOf } from "../../test/policies.js";
import { createClient } from "../all-engines/create-client.js";
import type { ClientDocuments } from "./gatekeeper-client.js";

const load = (documents: Partial<ClientDocuments>) =>
  createClient({ templates: [], constraints: [], data: [], ...documents });

const messages = (documents: Partial<ClientDocuments>): readonly string[] => {
  const { client } = load(documents);
  const outcome = client.review({
    request: creating(POD),
    source: "Original",
    enforcementPoint: "gator.gatekeeper.sh",
  });
  return outcome.ok ? outcome.value.map(({ message }) => message) : [outcome.error.message];
};

const says = (kind: string, message: string) => templateOf(kind, `violation[{"msg": "${message}"}] { true }`);

describe("loading", () => {
  test("a broken document is told in its place, and hinders nothing else", () => {
    const loaded = load({
      templates: [says("A", "a"), {}, templateOf("B", "x = 1"), null],
      constraints: [constraintOf("A", "one"), constraintOf("B", "two"), 5],
      data: [POD, { kind: "Pod", metadata: { name: "lost" } }],
    });
    expect(loaded.templateFaults.map((fault) => fault === undefined)).toEqual([true, false, false, false]);
    expect(loaded.constraintFaults.map((fault) => fault?.message)).toEqual([
      undefined,
      'missing ConstraintTemplate: template "b" not found',
      expect.stringContaining("invalid Constraint"),
    ]);
    expect(loaded.dataFaults[1]?.message).toBe(
      "admission.k8s.gatekeeper.sh: invalid request object: resource lost has no version\n",
    );
    expect(loaded.client.constraints).toMatchObject([{ kind: "A", name: "one" }]);
  });

  test("a later template or constraint of a name replaces the earlier one, but not when it is broken", () => {
    const constraints = [constraintOf("A", "one")];
    expect(messages({ templates: [says("A", "old"), says("A", "new")], constraints })).toEqual(["new"]);
    expect(messages({ templates: [says("A", "old"), templateOf("A", "x = 1")], constraints })).toEqual(["old"]);
    const parameters = templateOf("A", 'violation[{"msg": input.parameters.a}] { true }');
    const both = ["x", "y"].map((a) => constraintOf("A", "one", { parameters: { a } }));
    expect(messages({ templates: [parameters], constraints: both })).toEqual(["y"]);
  });

  test("nothing that is handed in is changed, and the same input gives the same bytes", () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    const documents = freeze({ templates: [says("A", "a")], constraints: [constraintOf("A", "one")], data: [POD] });
    expect(JSON.stringify(messages(documents))).toBe(JSON.stringify(messages(documents)));
  });

  test("what is no list is one document", () => {
    // Callers in JavaScript hand in what they like.
    const { templateFaults, dataFaults } = createClient({ templates: 5, constraints: [], data: POD } as never);
    expect([templateFaults.length, dataFaults]).toEqual([1, [undefined]]);
  });

  test("whatever is handed in, nothing is thrown", () => {
    const junk = fc.array(fc.anything({ withNullPrototype: true }), { maxLength: 3 });
    fc.assert(
      fc.property(junk, junk, junk, (templates, constraints, data) => {
        expect(() => messages({ templates, constraints, data })).not.toThrow();
      }),
      { numRuns: 20 },
    );
  });
});

describe("properties", () => {
  const kinds = fc.constantFrom("A", "B", "C");

  test("the order in which templates of different kinds are made does not matter", () => {
    const constraints = ["A", "B", "C"].map((kind) => constraintOf(kind, "one"));
    const templates = fc.shuffledSubarray(["A", "B", "C"], { minLength: 3 });
    fc.assert(
      fc.property(templates, (order) => {
        expect(messages({ templates: order.map((kind) => says(kind, kind)), constraints })).toEqual(["A", "B", "C"]);
      }),
      { numRuns: 10 },
    );
  });

  test("a constraint that does not match costs and changes nothing", () => {
    const templates = [says("A", "a"), says("B", "b"), templateOf("C", "violation[x] { x := walk_forever }")];
    const elsewhere = { match: { namespaces: ["elsewhere"] } };
    const matching = fc.uniqueArray(kinds).map((names) => names.map((kind) => constraintOf(kind, "one")));
    const others = fc.uniqueArray(kinds).map((names) => names.map((kind) => constraintOf(kind, "two", elsewhere)));
    fc.assert(
      fc.property(matching, others, (constraints, added) => {
        expect(messages({ templates, constraints: [...constraints, ...added] })).toEqual(
          messages({ templates, constraints }),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe("hostile templates and constraints", () => {
  test("a rule that runs on and on fails the review", () => {
    const endless = templateOf(
      "A",
      'violation[{"msg": "x"}] { n := numbers.range(1, 3000); n[_] * n[_] * n[_] == -1 }',
    );
    const [message] = messages({ templates: [endless], constraints: [constraintOf("A", "one")] });
    expect(message).toContain("eval_cancel_error: evaluation limit of");
  });

  test("large parameters and names like `__proto__` are data", () => {
    const template = templateOf(
      "A",
      'violation[{"msg": msg}] { msg := sprintf("%v %v", [count(input.parameters.text), input.parameters["__proto__"].a]) }',
    );
    const parameters = JSON.parse(`{"text": "${"x".repeat(10_000_000)}", "__proto__": {"a": 1}}`);
    expect(messages({ templates: [template], constraints: [constraintOf("A", "one", { parameters })] })).toEqual([
      "10000000 1",
    ]);
  });

  test(`a rule is asked only where it is enforced: ${ALWAYS}`, () => {
    const scopedTo = (name: string) =>
      constraintOf("A", "one", {
        enforcementAction: "scoped",
        scopedEnforcementActions: [{ action: "deny", enforcementPoints: [{ name }] }],
      });
    const templates = [templateOf("A", ALWAYS)];
    expect(messages({ templates, constraints: [scopedTo("audit.gatekeeper.sh")] })).toEqual([]);
    expect(messages({ templates, constraints: [scopedTo("gator.gatekeeper.sh")] })).toEqual(["no"]);
  });
});
