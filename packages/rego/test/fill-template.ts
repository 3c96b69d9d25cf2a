import { callBuiltin } from "../src/builtins/call-builtin.js";
import { renderTemplateBuiltins } from "../src/builtins/render-template/render-template.js";
import type { Value } from "../src/index.js";

/** Variables of every type. */
const VARIABLES: Value = {
  a: "<1>",
  n: 0,
  b: true,
  l: [1, "x", null, { k: 2 }],
  m: { b: 1, a: [true] },
  e: [],
  s: "äb",
  z: null,
  es: "",
};

/** What `strings.render_template` makes of a template, or its error, as text. */
export const fillTemplate = (template: Value, variables: Value = VARIABLES): string =>
  callBuiltin(renderTemplateBuiltins, "strings.render_template", [template, variables]);
