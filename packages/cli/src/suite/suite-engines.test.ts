import { expect, test } from "vitest";
import { suiteEngines } from "./suite-engines.js";
import type { TemplateWatch } from "./template-coverage.js";

test("CEL comes before Rego, and rules in Rego may ask for the time", () => {
  const [cel, rego] = suiteEngines({});
  expect([cel?.name, rego?.name]).toEqual(["K8sNativeValidation", "Rego"]);
  const source = { rego: 'package a\nviolation[{"msg": "late"}] { time.now_ns() > 0 }' };
  const compiled = rego?.compile({ kind: "A", source });
  const request = {
    uid: "",
    kind: { group: "", version: "v1", kind: "Pod" },
    resource: { group: "", version: "", resource: "" },
    name: "",
    namespace: "",
    operation: "" as const,
    userInfo: {},
    object: {},
    oldObject: null,
    options: null,
  };
  const review = { request, namespaceObject: undefined, inventory: {}, providers: {} };
  const outcome = compiled?.ok
    ? compiled.value.review([{ kind: "A", name: "a", parameters: undefined }], review)
    : undefined;
  expect(outcome).toMatchObject({ ok: true, value: [{ message: "late" }] });
});

test("rules in both languages can be watched", () => {
  const kinds: string[] = [];
  const watch: TemplateWatch = {
    cel: (kind) => {
      kinds.push(`cel ${kind}`);
      return { evaluated: () => undefined };
    },
    rego: (kind) => {
      kinds.push(`rego ${kind}`);
      return {};
    },
  };
  const [cel, rego] = suiteEngines({ watch });
  cel?.compile({ kind: "A", source: { validations: [{ expression: "true" }] } });
  rego?.compile({ kind: "B", source: { rego: 'package b\nviolation[{"msg": "x"}] { true }' } });
  expect(kinds).toEqual(["cel A", "rego B"]);
});
