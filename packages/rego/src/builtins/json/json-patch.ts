import { property } from "../../value/collection.js";
import { equal } from "../../value/compare.js";
import { toText } from "../../value/text.js";
import { typeNameOf } from "../../value/type-name.js";
import { isCollection, isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { insertAt, removeAt, valueAt } from "./json-edit.js";
import { type JsonPath, readPath } from "./json-path.js";

/** The builtin that applies RFC 6902 patches, to sets too. Source: rego.md, section 10.6. */
export const jsonPatchBuiltins: readonly BuiltinDefinition[] = [/* @__PURE__ */ heavy("json.patch", patch)];

/** What an operation works on; undefined: the whole value was removed, which crashes OPA. */
type Document = Value | undefined;

type Operation = (document: Value, patch: Patch) => Document;

/** One operation, its parts read on demand. */
interface Patch {
  readonly fields: ObjectValue;
  readonly operands: Operands;
  readonly context: BuiltinContext;
}

const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["add", (document, patch) => insertAt(document, pathOf("path", patch), field("value", patch), patch)],
  ["remove", (document, patch) => removeAt(document, pathOf("path", patch), patch)],
  ["replace", replace],
  ["move", move],
  [
    "copy",
    (document, patch) =>
      insertAt(document, pathOf("path", patch), valueAt(document, pathOf("from", patch), patch), patch),
  ],
  ["test", verify],
]);

function patch(operands: Operands, context: BuiltinContext): Document {
  let document: Document = operands.value(1);
  for (const fields of operands.array(2)) {
    if (!isObjectValue(fields)) {
      throw operands.fault("must be an array of JSON-Patch objects, but at least one element is not an object");
    }
    const one: Patch = { fields, operands, context };
    const operation = operationOf(one);
    document = document === undefined ? restore(one) : operation(document, one);
  }
  return document;
}

/** After everything was removed, only a new whole can be put in its place. */
function restore(patch: Patch): Document {
  const value = property(patch.fields, "value");
  if (value !== undefined && pathOf("path", patch).length === 0) return value;
  throw patch.operands.fault("deleted node encountered during insert operation");
}

function operationOf(patch: Patch): Operation {
  field("path", patch);
  const name = field("op", patch);
  if (typeof name !== "string") {
    throw patch.operands.fault(`attribute 'op' must be a string but found: ${typeNameOf(name)}`);
  }
  pathOf("path", patch);
  const operation = operations.get(name);
  if (operation === undefined) throw patch.operands.fault(`unrecognized op: '${name}'`);
  return operation;
}

function field(name: string, { fields, operands }: Patch): Value {
  const value = property(fields, name);
  if (value === undefined) throw operands.fault(`missing required attribute '${name}'`);
  return value;
}

const pathOf = (name: string, patch: Patch): JsonPath => readPath(field(name, patch), patch.operands);

function replace(document: Value, patch: Patch): Document {
  const path = pathOf("path", patch);
  const rest = removeAt(document, path, patch);
  const value = field("value", patch);
  return path.length === 0 ? value : insertAt(rest ?? null, path, value, patch);
}

function move(document: Value, patch: Patch): Document {
  const [path, from] = [pathOf("path", patch), pathOf("from", patch)];
  const value = valueAt(document, from, patch);
  const rest = removeAt(document, from, patch);
  const isInside = path.length > from.length && from.every((key, index) => equal(key, path[index] ?? null));
  if (isInside && isCollection(value)) {
    throw patch.operands.fault(
      `cannot unfold the already deleted composite node for key ${toText(from.at(-1) ?? null)}`,
    );
  }
  return path.length === 0 ? value : insertAt(rest ?? null, path, value, patch);
}

function verify(document: Value, patch: Patch): Document {
  const [found, wanted] = [valueAt(document, pathOf("path", patch), patch), field("value", patch)];
  if (equal(found, wanted)) return document;
  throw patch.operands.fault(
    `value from EditTree != patch value.\n\nExpected: ${toText(wanted)}\n\nFound: ${toText(found)}`,
  );
}
