import type { FieldPath } from "@ostiary/rules";

/** The value at a path, of whatever shape the rest is; `undefined` where there is none. */
export const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), value);

/** The list at a path; an empty one where there is none. */
export const listAt = (value: unknown, path: FieldPath): readonly unknown[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
};
