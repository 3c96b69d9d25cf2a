import { expect, test } from "vitest";
import { CONTROL_TEXTS } from "./controls.js";
import { describeControl } from "./describe-control.js";

test("a control is described by what it asks and by its facts, as Markdown", () => {
  const { summary, description } = describeControl("hostPorts") ?? expect.unreachable();
  expect(summary).toMatch(/^Host ports must not be used/);
  expect(description).toContain("\n- Allowed: absent, 0\n");
  expect(description).toContain("ephemeralContainers}\\[\\*\\].ports\\[\\*\\].hostPort");
});

test("every control has a description, and nothing else has", () => {
  for (const { id } of CONTROL_TEXTS) expect(describeControl(id)).toBeDefined();
  expect(describeControl("toString")).toBeUndefined();
});
