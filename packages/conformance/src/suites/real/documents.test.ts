import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { real } from "../real.js";

const FILES = {
  "manifests/a.yaml": "kind: Pod\napiVersion: v1\nmetadata: {generateName: web-, namespace: shop}\nspec: {os: null}\n",
  "manifests/list.yaml": "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod}\n",
  "manifests/bad.yaml": "a: {{ b }}\n",
  "manifests/pod.yaml":
    "apiVersion: v1\nkind: Pod\nmetadata: {name: one}\nspec: {containers: [{env: [{value: true}]}]}\n",
  "manifests/port.yaml": "apiVersion: v1\nkind: Pod\nspec: {containers: [{ports: [{hostPort: http}]}]}\n",
};
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const JSON_OF_A =
  '{"apiVersion":"v1","kind":"Pod","metadata":{"generateName":"web-","namespace":"shop"},"spec":{"os":null}}';
const pod = { document: 0, apiVersion: "v1", kind: "Pod" };
const line = { ...pod, file: "a.yaml", name: "web-", namespace: "shop", status: "ok", jsonSha256: hash(JSON_OF_A) };
const list = { ...pod, file: "list.yaml", kind: "List", status: "list" };
const item = { ...pod, file: "list.yaml", item: 0, status: "ok" };
const goError = (field: string) => `json: cannot unmarshal bool into Go struct field EnvVar.${field} of type string`;
const judge = (...lines: readonly object[]) => judgeLines(real, "documents.jsonl", lines, FILES);

describe("a document", () => {
  it.each([
    ["reads as the reference reads it, hash by hash", line],
    ["is unreadable where it is to the reference", { file: "bad.yaml", document: 0, status: "parse-error" }],
    [
      "with a wrong type in a field that a rule reads is refused",
      { ...pod, file: "port.yaml", status: "decode-error", error: goError("spec.containers.ports.hostPort") },
    ],
  ])("%s", async (_, one) => {
    expect(Object.values(await judge(one))).toEqual([{ kind: "passed" }]);
  });

  it("that is a list is followed by its items", async () => {
    expect(Object.values(await judge(list, item))).toEqual([{ kind: "passed" }, { kind: "passed" }]);
  });

  it("with a wrong type in a field that no rule reads deviates", async () => {
    const error = goError("spec.containers.env.value");
    const [outcome] = Object.values(
      await judge({ ...pod, file: "pod.yaml", name: "one", status: "decode-error", error }),
    );
    expect(outcome?.kind).toBe("deviation");
  });

  it.each([
    ["jsonSha256", { ...line, jsonSha256: hash("{}") }],
    ["jsonSha256", { ...line, file: "bad.yaml" }],
    ["name", { ...line, name: "web" }],
    ["kind", { ...line, kind: "pod" }],
    ["namespace", { ...line, namespace: undefined }],
    ["reads", { file: "a.yaml", document: 0, status: "parse-error" }],
    ["reads", { ...line, document: 1 }],
    ["reads", { ...line, status: "list" }],
  ])("fails when %s differs", async (field, one) => {
    const outcomes = Object.values(await judge(one));
    expect(outcomes).toContainEqual({ kind: "failed", difference: expect.stringContaining(`${field}: expected`) });
  });

  it("of a file that is missing is looked for, and no more documents in it", async () => {
    await expect(judge({ ...line, file: "missing.yaml" })).rejects.toThrow("missing.yaml: no such file or folder");
  });

  it("that the reference does not see is a failure of its own", async () => {
    expect(await judge(list)).toMatchObject({
      "list.yaml#0": { kind: "passed" },
      "list.yaml#0.0": { kind: "failed", difference: "the reference sees no such document" },
    });
  });
});
