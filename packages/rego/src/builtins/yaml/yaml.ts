import type { Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { checkLength } from "../text/strings.js";
import { readYaml, type YamlReading } from "./yaml-reader.js";
import { writeYaml } from "./yaml-writer.js";

/** Builtins of YAML. */
export const yamlBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("yaml.marshal", marshal),
  /* @__PURE__ */ heavy("yaml.unmarshal", unmarshal),
  /* @__PURE__ */ heavy("yaml.is_valid", isValid),
];

function marshal(operands: Operands, context: BuiltinContext): string {
  const text = writeYaml(operands.value(1));
  if (text === undefined) throw operands.fault("value is nested too deeply");
  checkLength(text.length, context);
  return text;
}

function read(text: string, context: BuiltinContext): YamlReading {
  let values = 0;
  context.charge(Math.ceil(text.length / 4));
  return readYaml(text, (more) => {
    values += more;
    if (values > context.limits.collectionSize) context.exceed("collectionSize");
    context.charge(more);
  });
}

function unmarshal(operands: Operands, context: BuiltinContext): Value {
  const reading = read(operands.string(1), context);
  if (!reading.ok) throw operands.fault(reading.message);
  return reading.value;
}

function isValid(operands: Operands, context: BuiltinContext): boolean {
  const text = operands.value(1);
  return typeof text === "string" && read(text, context).ok;
}
