import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeFolder } from "./folder.js";
import { BAD_POD, GOOD_POD } from "./manifests.js";
import { PROBES_POLICY } from "./policies.js";
import { describeFolder, isAdmitted } from "./readme-example.js";
import { run } from "./run.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The fenced blocks of a language, in their order. */
const blocks = (language: string): readonly string[] =>
  [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = ""]) => (name === language ? [text] : []));

const [pod = "", configuration = "", deckhouse = ""] = blocks("yaml");

test("the transcript is what the command prints", async () => {
  const folder = makeFolder({ "pod.yaml": pod });
  const { code, output } = await run(["check", "pod.yaml"], { folder });
  expect(code).toBe(1);
  expect(blocks("console")).toEqual([`$ ostiary check pod.yaml\n${output}`]);
});

test("the configuration is one", async () => {
  const rollout = `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: a}\nspec: {template: {spec: {hostPID: true}}}\n`;
  const folder = makeFolder({ "ostiary.yaml": configuration, "charts/values.yaml": "a: 1", "rollout.yaml": rollout });
  const { code, output, errors } = await run(["check", "."], { folder });
  expect([code, errors]).toEqual([1, ""]);
  expect(output).toContain("restricted:v1.30 denies");
});

test("the configuration for Deckhouse is one", async () => {
  const folder = makeFolder({ "ostiary.yaml": deckhouse, "cluster/policies/a.yaml": PROBES_POLICY, "pod.yaml": pod });
  const { code, output, errors } = await run(["check", "pod.yaml", "--namespace-labels", "team=a"], { folder });
  expect([code, errors]).toEqual([1, ""]);
  expect(output).toContain("OperationPolicy probes denies by D8RequiredProbes probes");
  expect(output).toContain("baseline warns by D8HostNetwork d8-pod-security-baseline-warn");
});

test("the example is a program that works", async () => {
  expect(blocks("ts")).toEqual([readFileSync(new URL("readme-example.ts", import.meta.url), "utf8")]);
  expect(isAdmitted({ apiVersion: "v1", kind: "Pod", spec: { containers: [{ name: "a" }] } })).toBe(false);
  const lines: string[] = [];
  for await (const line of describeFolder(makeFolder({ "a.yaml": GOOD_POD, "b.yaml": BAD_POD }))) lines.push(line);
  expect(lines).toEqual(["Pod good: admitted", "Pod bad: refused"]);
});

test("every option of the command is explained", async () => {
  const { output } = await run(["check", "--help"]);
  const options = new Set(output.match(/--[a-z][a-z-]+/g));
  options.delete("--help");
  for (const option of options) expect(readme).toContain(option);
});
