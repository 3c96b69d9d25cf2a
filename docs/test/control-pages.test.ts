import { CONTROLS } from "@ostiary/rules";
import { expect, it } from "vitest";
import { CONTROL_FIXES } from "../scripts/control-fixes.js";
import { controlPages } from "../scripts/control-pages.js";

const pages = new Map(controlPages().map(({ path, text }) => [path, text]));
const ids = CONTROLS.map(({ id }) => id);
const pageOf = (id: string): string => pages.get(`controls/${id}.md`) ?? "";

it("there is a page for every control and an index that leads to it", () => {
  expect([...pages.keys()].sort()).toEqual(["controls/index.md", ...ids.map((id) => `controls/${id}.md`)].sort());
  const index = pages.get("controls/index.md") ?? "";
  expect(ids.filter((id) => !index.includes(`(./${id}.md)`))).toEqual([]);
});

it("every control has something to do about it, and nothing else has", () => {
  expect(Object.keys(CONTROL_FIXES).sort()).toEqual([...ids].sort());
});

it.each(ids)(
  "the page of %s shows both examples, the answer of Kubernetes and of the command, and all behaviours",
  (id) => {
    const page = pageOf(id);
    expect(page).toMatch(/pods "example" is forbidden: violates PodSecurity "(baseline|restricted):latest": /);
    expect(page).toContain(`error ${id}: `);
    expect(page.match(/^```yaml$/gm)).toHaveLength(2);
    const { behaviours = [] } = CONTROLS.find((control) => control.id === id) ?? {};
    expect(page.match(/^### Behaviour \d+: /gm)).toHaveLength(behaviours.length);
    expect(page).not.toMatch(/undefined|\[object/);
  },
);

it("cases that pass and cases that fail are told apart by behaviour", () => {
  const [, before = "", after = ""] = pageOf("runAsNonRoot").split(/^### Behaviour/m);
  expect(before).toContain(
    "| a pod in a user namespace that says nothing about root, which is no excuse yet | runAsNonRoot != true",
  );
  expect(after).toContain("| a pod in a user namespace that says nothing about root | passes |");
});
