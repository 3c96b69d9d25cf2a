import { expect, test } from "vitest";
import { ALWAYS, templateOf } from "../../test/policies.js";
import { createClient } from "./create-client.js";

test("the engines are those of the release, unless the caller names some", () => {
  const native = templateOf("A", "", { rego: "", code: [{ engine: "K8sNativeValidation", source: {} }] });
  const faultOf = (template: object, options: Parameters<typeof createClient>[1]) =>
    createClient({ templates: [template], constraints: [], data: [] }, options).templateFaults[0]?.code;
  expect(faultOf(native, { release: "3.16" })).toBe("no-engine");
  expect(faultOf(native, { release: "3.17" })).not.toBe("no-engine");
  expect(faultOf(templateOf("A", ALWAYS), { engines: [] })).toBe("no-engine");
});
