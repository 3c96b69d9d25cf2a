import { evaluate } from "@ostiary/core";
import { readManifests } from "@ostiary/manifests";
import { CONTROLS } from "@ostiary/rules";
import { expect, test } from "vitest";
import { generateControls } from "../../scripts/generate-controls.mjs";
import { CONTROL_TEXTS } from "./controls.js";

test("the texts are those of the comments above the controls: otherwise run `pnpm --filter ostiary generate`", () => {
  expect(CONTROL_TEXTS).toEqual(generateControls());
});

test("all controls have texts, in their order", () => {
  expect(CONTROL_TEXTS.map(({ id }) => id)).toEqual(CONTROLS.map(({ id }) => id));
});

test.each(CONTROL_TEXTS)("what is said of $id is complete", ({ summary, facts }) => {
  expect(summary).toMatch(/^[A-Z].*\.$/);
  expect(facts.map(({ name }) => name)).toEqual(expect.arrayContaining(["Fields", "Allowed", "Since"]));
  for (const { lines } of facts) expect(lines.join("")).not.toBe("");
});

test.each(CONTROL_TEXTS)("the examples of $id pass and fail", ({ id, level, passing, failing, message }) => {
  const judge = (text: string) => {
    const [document] = readManifests(text);
    if (document?.kind !== "object") return expect.unreachable();
    const standard = level === "restricted" ? "restricted" : "baseline";
    return evaluate(document.value, {}, [], { standards: { enforce: standard } }).violations;
  };
  expect(judge(passing)).toEqual([]);
  expect(judge(failing).find(({ rule }) => rule === id)?.message).toBe(message);
});
