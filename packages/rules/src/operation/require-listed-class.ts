import type { ConstraintCheck } from "../constraint-kind.js";
import { printValue } from "../language/print-value.js";

/** A field of `spec` that names a class, and what it is called in messages. */
export interface ClassField {
  readonly key: string;
  /** The kind of the object, whatever the object says. */
  readonly kind: string;
  /** E.g. `priority class`. */
  readonly words: string;
}

/**
 * Requires that an object names one of the classes, or none. An empty name is a name, and so is a null.
 *
 * @param classes - the names that are allowed
 */
export const requireListedClass = ({ key, kind, words }: ClassField, classes: readonly string[]): ConstraintCheck => {
  const list = printValue(classes, "exact");
  return ({ object, name }) => {
    const spec = object.object("spec");
    const found = spec.string(key) ?? spec.raw(key);
    if (found === undefined || classes.some((name) => name === found)) return [];
    return [
      {
        message: `${kind} <${name}> has invalid ${words}: ${printValue(found, "float")}, allowed: ${list}`,
        findings: [{ path: spec.path(key), found, allowed: classes }],
      },
    ];
  };
};
