import { expect, test } from "vitest";
import { CONTROL_TEXTS } from "./controls.js";
import { describeRule } from "./describe-rule.js";
import { FIELD_TEXTS } from "./fields.js";

test("a control is described by what it asks and by its facts, as Markdown", () => {
  const { summary, description } = describeRule("hostPorts") ?? expect.unreachable();
  expect(summary).toMatch(/^Host ports must not be used/);
  expect(description).toContain("\n- Allowed: absent, 0\n");
  expect(description).toContain("ephemeralContainers}\\[\\*\\].ports\\[\\*\\].hostPort");
});

test("every control, field and constraint has a description, and nothing else has", () => {
  for (const { id } of CONTROL_TEXTS) expect(describeRule(id)).toBeDefined();
  for (const { id, constraint } of FIELD_TEXTS)
    for (const name of [id, constraint]) expect(describeRule(name)).toBeDefined();
  expect(describeRule("toString")).toBeUndefined();
});

test("what has one name is described together", () => {
  const { summary, description } = describeRule("runAsUser") ?? expect.unreachable();
  expect(summary).toBe(
    "Containers must not be given the user id of root. The user must lie in a range, or must not be root.",
  );
  expect(description).toContain("spec.policies.runAsUser");
  expect(describeRule("D8HostProcesses")?.description).toMatch(/hostIPC[\s\S]*hostPID/);
});
