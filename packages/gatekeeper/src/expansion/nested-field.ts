import { goTypeName, printGoValue } from "../mutation/go-value.js";
import { isFields, ownField, type WorkingFields, type WorkingValue } from "../mutation/working-value.js";
import { fail, type Outcome, succeed } from "../outcome.js";

/**
 * Follows names of fields into an object.
 *
 * @returns the object there, `undefined` where there is none, or a failure in the words of Kubernetes' library where something
 *   else than an object is in the way
 * @source k8s.io/apimachinery, pkg/apis/meta/v1/unstructured, NestedMap
 */
export const nestedObject = (object: WorkingFields, names: readonly string[]): Outcome<WorkingFields | undefined> => {
  const found = nestedField(object, names);
  if (!found.ok) return found;
  const { value } = found;
  if (value === undefined || isFields(value)) return succeed(value);
  return refuse(names, value);
};

/** Follows names of fields to any value; a null on the way is as good as nothing. */
export const nestedField = (object: WorkingFields, names: readonly string[]): Outcome<WorkingValue | undefined> => {
  let value: WorkingValue | undefined = object;
  for (const [index, name] of names.entries()) {
    if (value === undefined || value === null) return succeed(undefined);
    if (!isFields(value)) return refuse(names.slice(0, index + 1), value);
    value = ownField(value, name);
  }
  return succeed(value);
};

const refuse = (names: readonly string[], value: WorkingValue): Outcome<never> => {
  const found = `${printGoValue(value)} is of the type ${goTypeName(value)}`;
  return fail("wrong-type", `.${names.join(".")} accessor error: ${found}, expected map[string]interface{}`);
};
