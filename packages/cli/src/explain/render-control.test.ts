import { expect, test } from "vitest";
import { CONTROL_TEXTS } from "./controls.js";
import { renderControl } from "./render-control.js";

test.each(CONTROL_TEXTS)("the page of $id shows its facts, both examples and what Kubernetes says", (control) => {
  const page = renderControl(control, (text) => `*${text}*`);
  expect(page).toContain(`*${control.id}* (${control.level}, since ${control.since})\n${control.summary}\n`);
  for (const { lines } of control.facts) for (const line of lines) expect(page).toContain(line);
  for (const heading of ["*A pod that passes:*", "*A pod that fails:*"]) expect(page).toContain(heading);
  expect(page).toContain(`\n  ${control.message}\n`);
});
