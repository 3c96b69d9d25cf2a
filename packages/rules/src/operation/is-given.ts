import type { ObjectView } from "../subject/object-view.js";

/**
 * Whether the rule language takes a field for given: any value but `false` will do, a null too.
 *
 * @source operation-policy, 1.3: "present"
 */
export const isGiven = (fields: ObjectView, key: string): boolean => {
  const value = fields.raw(key);
  return value !== undefined && value !== false;
};
