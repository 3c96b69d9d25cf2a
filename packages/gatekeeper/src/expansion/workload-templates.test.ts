import { POD_CARRIERS } from "@ostiary/rules";
import { expect, it } from "vitest";
import { EXPAND_DEPLOYMENTS } from "../../test/expansion-templates.js";
import { expand } from "./expand.js";
import { readExpansionTemplates } from "./read-expansion-templates.js";
import { withWorkloadTemplates } from "./workload-templates.js";

const templates = (documents: readonly unknown[] = []) =>
  readExpansionTemplates(withWorkloadTemplates(documents)).templates;

const nest = (path: readonly (string | number)[], value: unknown): unknown =>
  path.reduceRight((inner, name) => ({ [name]: inner }), value);

const current = POD_CARRIERS.filter(({ group, kind }) => group !== "extensions" && kind !== "Pod");

it.each(current)("a pod is made of $group $kind, from where its pod lies", ({ group, kind, podPath }) => {
  const pod = { spec: { containers: [] } };
  const apiVersion = group === "" ? "v1" : `${group}/v1`;
  const object = Object.assign({ apiVersion, kind, metadata: { name: "one" } }, nest(podPath, pod));
  const outcome = expand(object, { templates: templates() });
  expect(outcome.ok && outcome.value.at(-1)).toMatchObject({ object: { kind: "Pod", ...pod }, source: podPath });
});

it("kinds that the cluster's own templates expand are left to them", () => {
  const names = templates([EXPAND_DEPLOYMENTS])
    .templatesFor({ group: "apps", version: "v1", kind: "Deployment" })
    .map(({ name }) => name);
  expect(names).toEqual(["expand-deployments"]);
  const older = templates([EXPAND_DEPLOYMENTS]).templatesFor({ group: "apps", version: "v1beta2", kind: "Deployment" });
  expect(older.map(({ name }) => name)).toEqual(["built-in-deployment"]);
});

it("all of them are valid, and form no cycle", () => {
  expect(readExpansionTemplates(withWorkloadTemplates([])).problems).toEqual([]);
});
