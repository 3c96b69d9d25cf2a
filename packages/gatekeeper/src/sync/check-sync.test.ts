import { expect, it } from "vitest";
import { REFUSE_TEMPLATE } from "../../test/gator-policies.js";
import { checkSync } from "./check-sync.js";
import { printSyncRequirement } from "./sync-requirements.js";

const kind = (name: string) => ({ group: "", version: "v1", kind: name });
const template = (name: string, ...needs: readonly (readonly string[])[]) => {
  const clauses = needs.map((kinds) => [{ groups: [""], versions: ["v1"], kinds }]);
  const annotations = { "metadata.gatekeeper.sh/requires-sync-data": JSON.stringify(clauses) };
  return { ...REFUSE_TEMPLATE, metadata: { name, annotations } };
};
const syncSet = (...kinds: readonly string[]) => ({
  apiVersion: "syncset.gatekeeper.sh/v1alpha1",
  kind: "SyncSet",
  spec: { gvks: kinds.map(kind) },
});
const config = (...kinds: readonly string[]) => ({
  apiVersion: "config.gatekeeper.sh/v1alpha1",
  kind: "Config",
  spec: { sync: { syncOnly: kinds.map(kind) } },
});
const manifest = (...kinds: readonly string[]) => ({
  apiVersion: "gvkmanifest.gatekeeper.sh/v1alpha1",
  kind: "GVKManifest",
  spec: { groups: { "": { v1: kinds } } },
});

const check = (objects: readonly unknown[], mode: "required" | "omitted" = "omitted") => {
  const { fault, missing } = checkSync(objects, mode);
  if (fault !== undefined) return fault.message;
  return Object.fromEntries([...missing].map(([name, unmet]) => [name, unmet.map(printSyncRequirement)]));
};

it("a requirement is met by any of its kinds, synced by a SyncSet or the Config", () => {
  const templates = [template("b", ["A", "B"], ["C"]), template("a", ["D"])];
  expect(check([...templates, syncSet("B"), config("C"), syncSet("D")])).toEqual({});
  expect(check([...templates, syncSet("A")])).toEqual({ a: ["- /v1:D"], b: ["- /v1:C"] });
});

it("a kind must be known to the cluster, unless the manifest is left out", () => {
  const objects = [template("a", ["A"]), syncSet("A"), manifest("B")];
  expect(check(objects, "required")).toEqual({ a: ["- /v1:A"] });
  expect(check(objects, "omitted")).toEqual({});
  expect(check([template("a", ["A"]), syncSet("A"), manifest("A")], "required")).toEqual({});
});

it.each([
  ["no GVK manifest found; ", [template("a")]],
  ["multiple configs found; Config is a singleton resource", [config(), config()]],
  ["multiple GVK manifests found; ", [manifest(), manifest()]],
])("%s", (message, objects) => {
  const said = check(objects, "required");
  expect(typeof said === "string" && said.startsWith(message)).toBe(true);
});

it("annotations that cannot be read are told in place of everything else", () => {
  const broken = {
    ...REFUSE_TEMPLATE,
    metadata: { name: "z", annotations: { "metadata.gatekeeper.sh/requires-sync-data": "[" } },
  };
  const newer = { ...template("y"), apiVersion: "templates.gatekeeper.sh/v9" };
  const outcome = checkSync([broken, newer, template("a", ["A"])], "required");
  expect([...outcome.faults].map(([name, { message }]) => [name, message])).toEqual([
    ["y", expect.stringContaining('registered for version "templates.gatekeeper.sh/v9"')],
    ["z", "unexpected EOF"],
  ]);
  expect(outcome.missing.size).toBe(0);
});

it("other objects are skipped, whatever they are", () => {
  const outcome = checkSync(
    [{ kind: "Pod", metadata: { name: "p" } }, null, { apiVersion: "__proto__/v1", kind: "x" }],
    "omitted",
  );
  expect(outcome).toMatchObject({ skipped: ["p", "", ""], manifest: "absent" });
});

it("objects before the one that makes everything impossible are told too", () => {
  const pod = (name: string) => ({ kind: "Pod", metadata: { name } });
  expect(checkSync([pod("a"), config(), pod("b"), config(), pod("c")], "omitted").skipped).toEqual(["a", "b"]);
  expect(checkSync([pod("a"), template("t", ["A"])], "required").skipped).toEqual(["a"]);
});
