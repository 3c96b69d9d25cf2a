import { expect, it } from "vitest";
import { pipelineSteps } from "./pipeline-steps.js";

it("a workflow of GitHub runs its steps", () => {
  const workflow = { jobs: { one: { steps: [{ uses: "x" }, { run: "a" }] }, two: { steps: [{ run: "b\nc" }] } } };
  expect(pipelineSteps(".github/workflows/x.yaml", workflow)).toEqual(["a", "b\nc"]);
});

it("a pipeline of GitLab runs its scripts", () => {
  expect(pipelineSteps(".gitlab-ci.yml", { one: { script: ["a", "b"] }, two: { script: "c" } })).toEqual([
    "a",
    "b",
    "c",
  ]);
});

it.each([[undefined], ["pod.yaml"]])("other files run nothing: %s", (file) => {
  expect(pipelineSteps(file, { run: "a", script: "b" })).toEqual([]);
});
