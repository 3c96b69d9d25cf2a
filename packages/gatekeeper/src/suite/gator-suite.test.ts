import { describe, expect, it } from "vitest";
import { isGatorSuite, readGatorSuite } from "./gator-suite.js";

const read = (document: unknown) => {
  const outcome = readGatorSuite(document);
  return outcome.ok ? outcome.value : outcome.error.message;
};
const withAssertion = (assertion: unknown) => ({ tests: [{ cases: [{ assertions: [assertion] }] }] });

it.each([
  [{ apiVersion: "test.gatekeeper.sh/v1alpha1", kind: "Suite" }, true],
  [{ apiVersion: "test.gatekeeper.sh/v9", kind: "Suite" }, true],
  [{ apiVersion: "test.gatekeeper.sh/v1alpha1", kind: "suite" }, false],
  [{ apiVersion: "v1", kind: "Suite" }, false],
  [null, false],
])("%j is a Suite: %j", (document, expected) => {
  expect(isGatorSuite(document)).toBe(expected);
});

describe("a Suite is read (gator 3.1)", () => {
  it("with all its fields", () => {
    const test = {
      name: "t",
      template: "t.yaml",
      constraint: "c.yaml",
      expansion: "e.yaml",
      invalid: true,
      skip: true,
      cases: [
        {
          name: "c",
          object: "o.yaml",
          inventory: ["i.yaml"],
          skip: true,
          assertions: [{ violations: "no", message: "m" }, { violations: 3 }],
        },
      ],
    };
    expect(read({ skip: true, tests: [test] })).toEqual({ skip: true, tests: [test] });
  });

  it("without any, unknown ones ignored", () => {
    const empty = { name: "", template: "", constraint: "", expansion: "", invalid: false, skip: false };
    expect(read({ tests: [null, { cases: [{ more: 1 }], more: 1 }] })).toEqual({
      skip: false,
      tests: [
        { ...empty, cases: [] },
        { ...empty, cases: [{ name: "", object: "", inventory: [], assertions: [], skip: false }] },
      ],
    });
    expect(read(null)).toEqual({ skip: false, tests: [] });
  });

  it("in which an assertion without violations asks for at least one", () => {
    expect(read(withAssertion({}))).toMatchObject({ tests: [{ cases: [{ assertions: [{ violations: "yes" }] }] }] });
  });
});

describe("a wrong type is told as Go's decoder tells it:", () => {
  it.each<[string, unknown]>([
    ["number into Go struct field Suite.tests of type []verify.Test", { tests: 5 }],
    ["string into Go struct field Suite.tests of type verify.Test", { tests: ["x"] }],
    ["string into Go struct field Suite.skip of type bool", { skip: "yes" }],
    ["number into Go struct field Test.tests.name of type string", { tests: [{ name: 1 }] }],
    ["object into Go struct field Test.tests.cases of type []*verify.Case", { tests: [{ cases: {} }] }],
    [
      "bool into Go struct field Assertion.tests.cases.assertions.violations of type int32",
      withAssertion({ violations: true }),
    ],
    [
      "number 1.5 into Go struct field Assertion.tests.cases.assertions.violations of type int32",
      withAssertion({ violations: 1.5 }),
    ],
    [
      "array into Go struct field Assertion.tests.cases.assertions.message of type string",
      withAssertion({ message: [] }),
    ],
  ])("%s", (message, document) => {
    expect(read(document)).toBe(`invalid yaml: json: cannot unmarshal ${message}`);
  });
});
