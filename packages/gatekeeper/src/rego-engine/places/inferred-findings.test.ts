import { expect, test } from "vitest";
import { inferFindings } from "./inferred-findings.js";

const POD = { spec: { containers: [{ name: "a" }, { name: "b", image: "x" }], hostPID: true } };

test("places become findings, each once, with the container that they lie in", () => {
  const image = { path: ["spec", "containers", 1, "image"], value: "x" };
  const absent = { path: ["spec", "containers", 0, "image"], value: undefined };
  expect(inferFindings([image, absent, image, { path: ["spec", "hostPID"], value: true }], POD)).toEqual([
    { path: image.path, container: { list: "containers", index: 1, name: "b" }, found: "x", inferred: true },
    { path: absent.path, container: { list: "containers", index: 0, name: "a" }, found: undefined, inferred: true },
    { path: ["spec", "hostPID"], found: true, inferred: true },
  ]);
});

test("containers are found in templates of pods, and only below `spec`", () => {
  const deployment = { spec: { template: { spec: { initContainers: [{ name: "i" }] } } }, containers: [{}] };
  const inTemplate = ["spec", "template", "spec", "initContainers", 0];
  const findings = inferFindings(
    [
      { path: inTemplate, value: undefined },
      { path: ["containers", 0], value: undefined },
    ],
    deployment,
  );
  expect(findings.map(({ container }) => container?.name)).toEqual(["i", undefined]);
});

test("what nests too deep to be written down is left out", () => {
  let deep: object = {};
  for (let level = 0; level < 10_000; level += 1) deep = { a: deep };
  const [finding] = inferFindings([{ path: ["spec"], value: deep as never }], { spec: {} });
  expect(finding).toEqual({ path: ["spec"], found: undefined, inferred: true });
});
