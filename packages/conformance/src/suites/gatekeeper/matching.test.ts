import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const object = { apiVersion: "v1", kind: "Pod", metadata: { name: "one", namespace: "shop", labels: { app: "web" } } };
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: { team: "a" } } };
const byTeam = { namespaceSelector: { matchLabels: { team: "a" } } };
const badSelector = { labelSelector: { matchExpressions: [{ key: "a", operator: "Is" }] } };
const BAD = '"Is" is not a valid label selector operator';
const MISSING = "namespace selector for namespace-scoped object but missing Namespace";
const NEITHER = "invalid request object: neither object nor old object are defined";
const NO_OLD_OBJECT = "oldObject cannot be nil for DELETE operations";
const START = "failed to run Match criteria:";
const [passed, failed, skipped] = ["passed", "failed", "skipped"].map((kind) => ({ kind }));

const judge = async (line: { readonly op: string } & object) =>
  Object.values(await judgeLines(gatekeeper, "match.jsonl", [{ name: "one", source: "", ...line }]))[0];

describe("match: an object, and its Namespace if it is known", () => {
  it.each([
    [{ match: {}, object, expect: true }, passed],
    [{ match: {}, object, expect: false }, failed],
    [{ match: byTeam, object, namespace, expect: true }, passed],
    [{ match: byTeam, object, namespace: null, expect: null, message: `${START} ${MISSING}` }, passed],
    [{ match: badSelector, object, expect: null, message: "else" }, failed],
    [{ match: {}, object: null, expect: null, message: "obj must be non-nil" }, skipped],
  ])("%#", async (line, outcome) => {
    expect(await judge({ op: "match", ...line })).toMatchObject(outcome ?? {});
  });
});

describe("match-review: one match of the new and the old object suffices", () => {
  const other = { ...object, metadata: { name: "one", namespace: "shop" } };
  const byLabel = { labelSelector: { matchLabels: { app: "web" } } };
  it.each([
    [{ match: byLabel, request: { object: other, oldObject: object }, expect: true }, passed],
    [{ match: byLabel, request: { object: other, oldObject: null }, expect: false }, passed],
    [{ match: byTeam, request: { object, namespace: "shop" }, cachedNamespaces: [namespace], expect: true }, passed],
    [{ match: byTeam, request: { object, namespace: "shop" }, namespace, expect: true }, passed],
    [
      {
        match: badSelector,
        request: { object },
        expect: null,
        message: `error matching the requested object: one :${START} ${BAD}`,
      },
      passed,
    ],
    [{ match: {}, request: { object: null, oldObject: null }, expect: null, message: NEITHER }, passed],
    [{ match: {}, request: { object: null, oldObject: null }, expect: null, message: "else" }, failed],
    [{ match: {}, request: { object, operation: "DELETE" }, expect: null, message: NO_OLD_OBJECT }, passed],
    [{ match: {}, request: { object, operation: "DELETE" }, expect: null, message: "else" }, failed],
    [{ match: {}, request: { object: { ...object, apiVersion: "a/b/c" } }, expect: null }, passed],
    [{ match: {}, request: { object }, expect: null }, failed],
  ])("%#", async (line, outcome) => {
    expect(await judge({ op: "match-review", ...line })).toMatchObject(outcome ?? {});
  });
});

describe("validate-constraint-match: selectors as a cluster takes them", () => {
  const invalid = 'spec.labelSelector.matchExpressions[0].operator: Invalid value: "Is": not a valid selector operator';
  it.each([
    [{ match: byTeam, expect: true }, passed],
    [{ match: badSelector, expect: false, message: invalid }, passed],
    [
      {
        match: { ...badSelector, namespaceSelector: badSelector.labelSelector },
        expect: false,
        message: `[${invalid}, ${invalid}]`,
      },
      passed,
    ],
    [{ match: badSelector, expect: true }, failed],
    [{ match: { labelSelector: 3 }, expect: false, message: "in Go's words" }, passed],
    [{ match: { labelSelector: 3 }, expect: true }, failed],
  ])("%#", async (line, outcome) => {
    expect(await judge({ op: "validate-constraint-match", ...line })).toMatchObject(outcome ?? {});
  });
});

describe("what else is asked of an object", () => {
  const pods = { groups: [""], versions: ["v1"], kinds: ["Pod"] };
  const gvk = { group: "", version: "v1", kind: "Pod" };
  const bad = 'invalid operation "DELETE" in applyTo[0].operations: must be one of CREATE, UPDATE, *';
  const nowhere = "invalid request object: resource one has no version";
  it.each([
    [{ op: "apply-to", applyTo: [pods], gvk, expect: true }, passed],
    [{ op: "apply-to", applyTo: [], gvk, expect: true }, failed],
    [
      {
        op: "apply-to-operation",
        applyTo: [{ ...pods, operations: ["UPDATE"] }],
        gvk,
        operation: "CREATE",
        expect: false,
      },
      passed,
    ],
    [{ op: "validate-operations", applyTo: [{ operations: ["DELETE"] }], expect: false, message: bad }, passed],
    [{ op: "validate-operations", applyTo: [{}], expect: true }, passed],
    [{ op: "inventory-path", object, expect: ["namespace", "shop", "v1", "Pod", "one"] }, passed],
    [{ op: "inventory-path", object: { ...object, apiVersion: "" }, expect: null, message: nowhere }, passed],
  ])("%#", async (line, outcome) => {
    expect(await judge(line)).toMatchObject(outcome ?? {});
  });

  it("cases that are about something else are skipped, and counted", async () => {
    expect(await judge({ op: "sleep" })).toEqual({ kind: "skipped", reason: "nobody reads sleep yet" });
  });
});
