import { readJson } from "../../value/json.js";
import { toText } from "../../value/text.js";
import { isPlainObject, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { checkLength } from "../text/strings.js";
import { parseTemplate } from "./go-template-parser.js";
import { TemplateRunner } from "./go-template-runner.js";
import { TemplateFault } from "./go-template-tokens.js";

/** The builtin that fills a template of Go's `text/template`; templates inside templates are not supported. */
export const renderTemplateBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("strings.render_template", render),
];

function render(operands: Operands, context: BuiltinContext): string {
  const template = operands.string(1);
  const data = dataOf(operands);
  const parts: string[] = [];
  let length = 0;
  const write = (text: string): void => {
    context.charge(1);
    length += text.length;
    checkLength(length, context);
    parts.push(text);
  };
  try {
    new TemplateRunner(data, write).run(parseTemplate(template), data);
  } catch (fault) {
    if (fault instanceof TemplateFault) throw operands.fault(fault.message);
    throw fault;
  }
  return parts.join("").replaceAll("<no value>", "<undefined>");
}

/** OPA takes the object's text for JSON, so that sets and keys that are no strings are faults. */
function dataOf(operands: Operands): Value {
  const object = operands.object(2);
  if (isPlainObject(object)) return object;
  const reading = readJson(toText(object));
  if (!reading.ok) throw operands.fault(reading.message);
  return reading.value;
}
