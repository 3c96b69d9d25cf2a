import { CONTROLS } from "@ostiary/rules";
import { expect, it } from "vitest";
import { standardsPage } from "../scripts/standards-page.js";

const { text } = standardsPage();
const [byControl = "", baseline = "", restricted = ""] = text.split(/^## Pods on which they disagree/m);

it.each(CONTROLS)("Kubernetes refuses the pod for $id, whatever Deckhouse says", ({ id, level }) => {
  expect(byControl).toContain(`| [\`${id}\`](../controls/${id}.md) | ${level} | refused |`);
});

it("pods on which all agree are left out", () => {
  const rows = `${baseline}\n${restricted}`.split("\n").filter((row) => /\| (passes|refused) \|$/.test(row));
  const isUnanimous = (row: string) => new Set(row.match(/\b(passes|refused)(?= \|)/g)).size < 2;
  expect(rows.filter(isUnanimous)).toEqual([]);
});

it.each([
  [
    "the node's port 0",
    baseline,
    "a container with the host port 0, which is none",
    "passes | refused | refused | refused",
  ],
  ["a lower-case ALL", restricted, "a container that writes ALL in lower case", "refused | passes | passes | passes"],
])("they disagree about %s", (_, section, pod, verdicts) => {
  expect(section.split("\n").find((row) => row.startsWith(`| ${pod} |`))).toContain(verdicts);
});
