import { membersOf } from "../../value/collection.js";
import { toText } from "../../value/text.js";
import { isSet, type Value } from "../../value/value.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { BuiltinFault } from "../builtin-fault.js";
import type { Operands } from "../operands.js";

/** What a template string compiles to. Source: rego.md, section 9.5. */
export const templateStringBuiltins: readonly BuiltinDefinition[] = [
  { name: "internal.template_string", signature: "array[any] -> string", call: join },
];

/** Each expression comes as the set of its values: none prints as undefined, more than one is a conflict. */
function join(operands: Operands): string {
  return operands.array(1).map(partText).join("");
}

function partText(part: Value): string {
  if (!isSet(part)) return plainText(part);
  const [value, another] = membersOf(part);
  if (another !== undefined) {
    throw new BuiltinFault("eval_conflict_error", "template-strings must not produce multiple outputs");
  }
  return value === undefined ? "<undefined>" : plainText(value);
}

const plainText = (value: Value): string => (typeof value === "string" ? value : toText(value));
