import fc from "fast-check";
import { numberFromText } from "./number.js";
import { RegoObject } from "./object.js";
import { RegoSet } from "./set.js";
import type { Value } from "./value.js";

const numberTexts = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(String),
  fc.constantFrom("1.0", "1e0", "0.5", "0.50", "-0", "100000000000000000000", "1e20", "0.33333333333333333334"),
);

const scalars: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false),
  numberTexts.map(numberFromText),
  fc.constantFrom("", "a", "b", "a\0", "\0a", "__proto__", "\uffff", "\u{10000}", "1"),
);

/** Small values of every type, chosen so that equal ones of different make are frequent. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalars,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(tie("value"), { maxLength: 3 }).map((members) => new RegoSet(members)),
    fc.array(fc.tuple(tie("value"), tie("value")), { maxLength: 3 }).map((entries) => new RegoObject(entries)),
    fc.dictionary(fc.constantFrom("a", "b", "__proto__"), tie("value"), { maxKeys: 3 }),
  ),
})).value;

/** Arrays and objects in turn, so many levels deep, around a value. */
export function nested(depth: number, innermost: Value): Value {
  let value = innermost;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
