import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { TEMPLATE } from "../../test/gator-policies.js";
import { run } from "../../test/run.js";

const NEEDS = JSON.stringify([[{ groups: [""], versions: ["v1"], kinds: ["Service"] }]]);
const template = (needs: string): string =>
  TEMPLATE.replace(
    "metadata:\n",
    `metadata:\n  annotations: {metadata.gatekeeper.sh/requires-sync-data: '${needs}'}\n`,
  );
const SYNC =
  "apiVersion: syncset.gatekeeper.sh/v1alpha1\nkind: SyncSet\nspec: {gvks: [{version: v1, kind: Service}]}\n";
const MANIFEST =
  'apiVersion: gvkmanifest.gatekeeper.sh/v1alpha1\nkind: GVKManifest\nspec: {groups: {"": {v1: [Service]}}}\n';

const check = (texts: readonly string[], ...words: readonly string[]) =>
  run(["gator", "sync", "test", "-n", "in.yaml", ...words], { folder: makeFolder({ "in.yaml": texts.join("---\n") }) });

it("nothing is said when everything is synced", async () => {
  expect(await check([template(NEEDS), SYNC, MANIFEST])).toEqual({ code: 0, output: "", errors: "" });
});

it("what is not synced is told, and that other objects are skipped", async () => {
  const other = "kind: Pod\nmetadata: {name: p}\n";
  const { code, output, errors } = await check([template(NEEDS), other], "-f");
  expect([code, errors]).toEqual([1, "the following requirements were not met: \nrefuse:\n- /v1:Service\n\n"]);
  expect(output).toMatch(/^skipping unstructured "p" because .*\nignoring absence of supported GVK manifest due to/);
});

it("an annotation that cannot be read is told", async () => {
  expect(await check([template("[")])).toMatchObject({
    code: 1,
    errors: "encountered errors parsing the following templates: \nrefuse:\nunexpected EOF\n\n",
  });
});

it("without a manifest nothing can be said", async () => {
  const { code, errors } = await check([template(NEEDS), SYNC]);
  expect(code).toBe(1);
  expect(errors).toMatch(/^checking: no GVK manifest found; /);
});
