import type { Json } from "@ostiary/core";
import { goJson } from "./field-error.js";
import { isJsonList } from "./json-fields.js";
import type { KeywordFamily } from "./keyword-family.js";
import { ValidationResult, type ValueError, valueError } from "./validation-result.js";

/**
 * `items`, `minItems`, `maxItems` and `uniqueItems`.
 *
 * @source k8s.io/kube-openapi, pkg/validation/validate/slice_validator.go
 */
export const arrayKeywords: KeywordFamily = {
  applies: ({ value }) => isJsonList(value),
  judge: ({ schema, value, place, context }) => {
    const result = new ValidationResult();
    const list = isJsonList(value) ? value : [];
    const { items, minItems, maxItems } = schema;
    if (items?.schema !== undefined) {
      for (const [index, entry] of list.entries()) {
        result.merge(context.validate(items.schema, entry, `${place}[${index}]`));
      }
    }
    if (minItems !== undefined && list.length < minItems) {
      result.add(valueError(place, list.length, `${place} in body should have at least ${minItems} items`));
    }
    if (maxItems !== undefined && list.length > maxItems) result.add(tooMany(place, list.length, maxItems, "items"));
    if (schema.uniqueItems === true && hasDuplicates(list)) {
      result.add(valueError(place, "", `${place} in body shouldn't contain duplicates`));
    }
    result.matches++;
    return result;
  },
};

const hasDuplicates = (list: readonly Json[]): boolean => new Set(list.map(goJson)).size < list.length;

/** What is said of too many items, and of too many properties too. */
export const tooMany = (place: string, count: number, limit: number, what: string): ValueError => {
  const allowed = limit < 0 ? "has too many items" : `must have at most ${limit} ${limit === 1 ? "item" : "items"}`;
  return {
    text: `${place} in body should have at most ${limit} ${what}`,
    place,
    body: `Too many: ${count}: ${allowed}`,
  };
};
