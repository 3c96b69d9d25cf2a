import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const judge = async (line: Readonly<Record<string, unknown>>) =>
  Object.values(await judgeLines(gatekeeper, "mutation-random.jsonl", [{ name: "one", ...line }]))[0]?.kind;

const pods = [{ groups: [""], versions: ["v1"], kinds: ["Pod"] }];
const assign = (location: string, field: object, name = "a") => ({
  apiVersion: "mutations.gatekeeper.sh/v1",
  kind: "Assign",
  metadata: { name },
  spec: { applyTo: pods, location, parameters: { assign: field } },
});
const object = { apiVersion: "v1", kind: "Pod", metadata: { name: "web", namespace: "shop" } };
const setting = assign("spec.x", { value: 1 });
const changed = { ...object, spec: { x: 1 } };
const empty = assign("", { value: 1 });

describe("validate: a mutator is accepted, or why it is not", () => {
  it.each<[line: object, kind: string]>([
    [{ mutators: [setting], expect: true }, "passed"],
    [{ mutators: [empty], expect: false, message: "empty path" }, "passed"],
    [{ mutators: [empty], expect: false, message: "else" }, "failed"],
    [{ mutators: [empty], expect: true }, "failed"],
  ])("%#: %s", async (line, kind) => {
    expect(await judge({ op: "validate", ...line })).toBe(kind);
  });
});

describe("mutate: the object, and what is told of the run", () => {
  const failing = assign("spec.x.y", { value: 1 });
  const nested = { ...object, spec: { x: 1 } };
  const message =
    "mutation <uuid> for mutator Assign.mutations.gatekeeper.sh /a failed for  Pod shop web: mismatch between path entry (type: object) and received object (type: int64). Path: y";
  const failure = { mutators: [failing], object: nested, expect: null, error: "mutation-failed" };
  const asked = assign("spec.x", { externalData: { provider: "p" } });
  const providers = { p: { response: { idempotent: true, items: [{ key: "", value: "v" }] } } };
  const torn = [setting, assign("spec.x.y", { value: 1 }, "b"), assign("spec.x[k: v].y", { value: 1 }, "c")];
  const conflict =
    "the following mutators have conflicting schemas: [Assign.mutations.gatekeeper.sh /b,Assign.mutations.gatekeeper.sh /c]";
  it.each<[line: object, kind: string]>([
    [{ mutators: [setting], object, expect: changed }, "passed"],
    [{ mutators: [setting], object, expect: object }, "failed"],
    [{ mutators: [setting], object, expect: changed, mutated: true, iterations: 2 }, "passed"],
    [{ mutators: [setting], object, expect: changed, mutated: true, iterations: 1 }, "failed"],
    [{ mutators: [setting, empty], object, expect: changed, mutatorErrors: [null, "empty path"] }, "passed"],
    [{ mutators: [setting, empty], object, expect: changed, mutatorErrors: [null, null] }, "failed"],
    [
      {
        mutators: torn,
        object,
        expect: changed,
        mutatorErrors: [null, null, conflict],
        conflicts: ["Assign/c", "Assign/b"],
      },
      "passed",
    ],
    [{ mutators: torn, object, expect: changed, mutatorErrors: [null, null, conflict], conflicts: [] }, "failed"],
    [failure, "passed"],
    [{ ...failure, message, mutated: false, iterations: 1 }, "passed"],
    [{ ...failure, message: "else" }, "failed"],
    [{ ...failure, error: "match-error" }, "failed"],
    [{ mutators: [asked], object, providers, expect: { ...object, spec: { x: "v" } } }, "passed"],
    [
      { mutators: [setting], object, operation: "DELETE", source: "Original", namespace: null, expect: object },
      "passed",
    ],
  ])("%#: %s", async (line, kind) => {
    expect(await judge({ op: "mutate", ...line })).toBe(kind);
  });
});

describe("external-data-keys: what providers are asked", () => {
  const asking = assign("spec.x", { externalData: { provider: "p", dataSource: "Username" } });
  it.each<[line: object, kind: string]>([
    [{ mutators: [asking], username: "alice", expect: { p: ["alice"] } }, "passed"],
    [{ mutators: [asking], username: "bob", expect: { p: ["alice"] } }, "failed"],
    [{ mutators: [assign("kind.x", { value: 1 })], expect: {} }, "passed"],
  ])("%#: %s", async (line, kind) => {
    expect(await judge({ op: "external-data-keys", object, ...line })).toBe(kind);
  });
});

describe("mutate-webhook: the answer, and what its patch makes of the object", () => {
  const kind = { group: "", version: "v1", kind: "Pod" };
  const request = { operation: "CREATE", kind, namespace: "shop", userInfo: { username: "alice" }, object };
  const namespaces = [{ metadata: { name: "shop" } }];
  const answer = { allowed: true, code: 200 };
  const patch = [{ op: "add", path: "/spec", value: { x: 1 } }];
  it.each<[line: object, kind: string]>([
    [{ request, namespaces, expect: { ...answer, patchType: "JSONPatch", patch, patchedObject: changed } }, "passed"],
    [{ request, namespaces, expect: { ...answer, patchType: "JSONPatch", patch, patchedObject: object } }, "failed"],
    [
      { request, namespaces: [], expect: { allowed: false, code: 500, message: 'namespaces "shop" not found' } },
      "passed",
    ],
    [
      {
        request: { ...request, operation: "DELETE", object: undefined },
        namespaces,
        expect: { ...answer, message: "Mutating only on create or update" },
      },
      "passed",
    ],
    [{ request, namespaces, expect: { ...answer, message: "Resource was not mutated" } }, "failed"],
  ])("%#: %s", async (line, outcome) => {
    expect(await judge({ op: "mutate-webhook", mutators: [setting], ...line })).toBe(outcome);
  });
});
