import { expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const claim = (id: string, path: string) => ({
  id,
  path,
  gvks: ["/v1/Pod"],
  operations: ["CREATE"],
  terminalType: "Unknown",
  mustTerminate: false,
});
const [object, list, broken] = [claim("object", "a.b"), claim("list", "a[k: v]"), claim("broken", "a.")];
const id = (name: string) => ({ group: "", kind: "", namespace: "", name });
const remove = { op: "schema-remove", before: [object, list], remove: "list", check: "object" };

it.each([
  [{ op: "schema-conflict", before: [object], add: list, expect: ["list", "object"] }, "passed"],
  [{ op: "schema-conflict", before: [object], add: broken, expect: [] }, "passed"],
  [{ op: "schema-conflict", before: [object], add: list, expect: [] }, "failed"],
  [{ ...remove, expect: { conflictBefore: true, conflictAfter: false } }, "passed"],
  [{ ...remove, expect: { conflictBefore: true, conflictAfter: true } }, "failed"],
  [{ op: "order", before: [id("b"), id("a")], add: id("b"), expect: ["a", "b"] }, "passed"],
  [{ op: "order", before: [id("b")], add: id("a"), expect: ["b", "a"] }, "failed"],
])("%#: %s", async (line, kind) => {
  const outcomes = await judgeLines(gatekeeper, "mutation-system.jsonl", [{ name: "one", ...line }]);
  expect(Object.values(outcomes)[0]?.kind).toBe(kind);
});
