import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { run } from "../../test/run.js";

const EXPANSION = `apiVersion: expansion.gatekeeper.sh/v1beta1
kind: ExpansionTemplate
metadata: {name: deployments}
spec:
  applyTo: [{groups: [apps], versions: [v1], kinds: [Deployment]}]
  templateSource: spec.template
  generatedGVK: {group: "", version: v1, kind: Pod}
`;
const deployment = (name: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec: {template: {spec: {x: "1"}}}\n`;
const FILES = { "in.yaml": [EXPANSION, deployment("a"), deployment("b")].join("---\n"), "e.yaml": EXPANSION };
const expand = (...words: readonly string[]) => run(["gator", "expand", ...words], { folder: makeFolder(FILES) });

it("prints what would be created, the last name first", async () => {
  const { code, output } = await expand("-n", "in.yaml");
  expect(code).toBe(0);
  expect(output.split("---\n").map((text) => /name: (\S+-pod)/.exec(text)?.[1])).toEqual(["b-pod", "a-pod"]);
  expect(output).toContain('spec:\n  x: "1"\n---\n');
});

it("writes JSON", async () => {
  const { output } = await expand("-n", "in.yaml", "-f", "json");
  expect(output.split("---\n").map((text) => JSON.parse(text).kind)).toEqual(["Pod", "Pod"]);
});

it("writes to a file", async () => {
  const folder = makeFolder(FILES);
  expect(await run(["gator", "expand", "-n", "e.yaml", "-o", "out.yaml"], { folder })).toMatchObject({
    output: "Writing output to file: out.yaml\n",
  });
  expect(readFileSync(join(folder, "out.yaml"), "utf8")).toBe("");
});

it.each([
  [[], "no input data identified\n"],
  [["-n", "in.yaml", "-f", "xml"], "unrecognized value for format flag: xml\n"],
  [["-n", "in.yaml", "-o", "no/out"], "error creating file at path no/out: open no/out: no such file or directory\n"],
])("%j fails", async (words, errors) => {
  expect(await expand(...words)).toMatchObject({ code: 1, errors });
});

it("an object that cannot be expanded fails", async () => {
  const broken = makeFolder({ "in.yaml": `${EXPANSION}---\n${deployment("a").replace("spec:", "data:")}` });
  expect(await run(["gator", "expand", "-n", "in.yaml"], { folder: broken })).toMatchObject({
    code: 1,
    errors:
      'error expanding resources: error expanding resource a: could not find source field "spec.template" in resource a\n',
  });
});
