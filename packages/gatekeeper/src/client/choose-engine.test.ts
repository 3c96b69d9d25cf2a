import { expect, test } from "vitest";
import type { TemplateEngine } from "../engine/template-engine.js";
import { fail } from "../outcome.js";
import type { Template } from "../template/template.js";
import { chooseEngine } from "./choose-engine.js";

const engine = (name: TemplateEngine["name"]): TemplateEngine => ({ name, compile: () => fail("none", "none") });
const [cel, rego] = [engine("K8sNativeValidation"), engine("Rego")];
const template = (...engines: readonly string[]): Template => ({
  name: "a",
  kind: "A",
  target: "",
  operations: [],
  code: engines.map((name) => ({ engine: name, source: name })),
  schema: { validate: () => [], unknownFields: () => [], applyDefaults: (object) => object, judgeByRules: () => [] },
});

test("the first engine that there is code for runs it, wherever the code stands", () => {
  expect(chooseEngine(template("Rego", "K8sNativeValidation"), [cel, rego])).toEqual({
    ok: true,
    value: { engine: cel, source: "K8sNativeValidation" },
  });
  expect(chooseEngine(template("Rego", "K8sNativeValidation"), [rego])).toMatchObject({ value: { engine: rego } });
});

test.each([
  [[cel, rego], "map[K8sNativeValidation:1 Rego:2]"],
  [[rego, cel], "map[K8sNativeValidation:2 Rego:1]"],
  [[rego], "map[Rego:1]"],
  [[], "map[]"],
])("without code for any of %#, all are named with their rank: %s", (engines, names) => {
  const chosen = chooseEngine(template("Lua"), engines);
  expect(chosen.ok ? "" : chosen.error.message).toBe(
    `no language driver is installed that handles this constraint template: available drivers: ${names}, wanted ""`,
  );
});
