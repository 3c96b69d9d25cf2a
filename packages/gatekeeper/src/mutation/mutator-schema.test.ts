import { formatFieldPath, ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import { mutatorSchemaFaults } from "./mutator-schema.js";

const faults = (spec: object, release: GatekeeperRelease = "3.23") =>
  mutatorSchemaFaults(ObjectView.root(new Reading(), { spec }, []).object("spec"), release).map(
    ({ path, message }) => `${formatFieldPath(path)}: ${message}`,
  );
const unsupported = (value: string, supported: string) =>
  `Unsupported value: "${value}": supported values: ${supported}`;

describe("refused are", () => {
  it.each([
    [{ match: { source: "Other" } }, `spec.match.source: ${unsupported("Other", '"All", "Generated", "Original"')}`],
    [{ match: { source: "" } }, `spec.match.source: ${unsupported("", '"All", "Generated", "Original"')}`],
    [{ parameters: { operation: "Merge" } }, `spec.parameters.operation: ${unsupported("Merge", '"merge", "prune"')}`],
    [
      { parameters: { assign: { externalData: { dataSource: "x", failurePolicy: "Fail" } } } },
      `spec.parameters.assign.externalData.dataSource: ${unsupported("x", '"ValueAtLocation", "Username"')}`,
    ],
    [
      { parameters: { assign: { externalData: { failurePolicy: "x" } } } },
      `spec.parameters.assign.externalData.failurePolicy: ${unsupported("x", '"UseDefault", "Ignore", "Fail"')}`,
    ],
    [
      { parameters: { pathTests: [{ condition: "MustExist" }, { condition: "Maybe" }] } },
      `spec.parameters.pathTests[1].condition: ${unsupported("Maybe", '"MustExist", "MustNotExist"')}`,
    ],
    [
      { applyTo: [{ operations: ["*", "x"] }] },
      `spec.applyTo[0].operations[1]: ${unsupported("x", '"CREATE", "UPDATE", "*"')}`,
    ],
    [{ match: { name: "A" } }, `spec.match.name: Invalid value: "A": should match '^\\*?[-:a-z0-9]*\\*?$'`],
    [
      { match: { namespaces: ["a", "a b"] } },
      `spec.match.namespaces[1]: Invalid value: "a b": should match '^\\*?[-:a-z0-9]*\\*?$'`,
    ],
    [
      { match: { excludedNamespaces: ["a*b"] } },
      `spec.match.excludedNamespaces[0]: Invalid value: "a*b": should match '^\\*?[-:a-z0-9]*\\*?$'`,
    ],
    [
      { match: { labelSelector: { matchExpressions: [{ key: "a" }] } } },
      "spec.match.labelSelector.matchExpressions[0].operator: Required value",
    ],
    [
      { match: { namespaceSelector: { matchExpressions: [{ operator: "In" }] } } },
      "spec.match.namespaceSelector.matchExpressions[0].key: Required value",
    ],
  ])("%j", (spec, fault) => {
    expect(faults(spec)).toEqual([fault]);
  });
});

it("what is absent is fine, and so are wildcards at the ends", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ match: { name: "*", namespaces: ["*a*", "kube-*"], source: "All" }, applyTo: [{}] })).toEqual([]);
});

it("before 3.16 there were other wildcards, and before 3.23 there were no operations", () => {
  const [fault] = faults({ match: { name: "*" } }, "3.15");
  expect(faults({ match: { name: "*" } }, "3.16")).toEqual([]);
  expect(fault).toContain("should match '^(\\*|\\*-)?[a-z0-9]");
  expect(faults({ match: { name: "*-a" } }, "3.13")).toEqual([]);
  expect(faults({ applyTo: [{ operations: ["x"] }] }, "3.22")).toEqual([]);
});
