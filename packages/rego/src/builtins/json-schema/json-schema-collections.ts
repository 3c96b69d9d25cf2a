import { objectKeys, property } from "../../value/collection.js";
import type { ObjectValue, Value } from "../../value/value.js";
import type { Schema } from "./json-schema-model.js";
import { normalText } from "./json-schema-text.js";
import { bestVerdict, type DocumentPlace, SchemaVerdict } from "./json-schema-verdict.js";

/** What judges a collection, and where its findings go. */
export interface Judgement {
  readonly place: DocumentPlace;
  readonly verdict: SchemaVerdict;
  /** The verdict of a schema about a member. */
  readonly verdictOf: (schema: Schema, value: Value, place: DocumentPlace) => SchemaVerdict;
}

/** Adds what the keywords of arrays find. */
export function judgeItems(schema: Schema, items: readonly Value[], judgement: Judgement): void {
  const { place, verdict } = judgement;
  judgeEachItem(schema, items, judgement);
  if (items.length < (schema.minItems ?? 0))
    verdict.report(place, "array_min_items", `Array must have at least ${schema.minItems} items`);
  if (items.length > (schema.maxItems ?? Number.POSITIVE_INFINITY))
    verdict.report(place, "array_max_items", `Array must have at most ${schema.maxItems} items`);
  if (schema.uniqueItems === true) judgeUniqueness(items, place, verdict);
  if (schema.contains !== undefined) judgeContains(schema.contains, items, judgement);
  verdict.score += 1;
}

function judgeEachItem(schema: Schema, items: readonly Value[], { place, verdict, verdictOf }: Judgement): void {
  const { items: wanted = [], additionalItems } = schema;
  const isList = isSchemaList(wanted);
  for (const [index, item] of items.entries()) {
    const own = isList ? wanted[index] : wanted;
    const one = own ?? (isList && wanted.length > 0 ? additionalItems : undefined);
    if (typeof one === "object") verdict.merge(verdictOf(one, item, place.at(String(index))));
  }
  if (isList && wanted.length > 0 && items.length > wanted.length && additionalItems === false)
    verdict.report(place, "array_no_additional_items", "No additional items allowed on array");
}

const isSchemaList = (items: Schema | readonly Schema[]): items is readonly Schema[] => Array.isArray(items);

function judgeUniqueness(items: readonly Value[], place: DocumentPlace, verdict: SchemaVerdict): void {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = normalText(item);
    const first = seen.get(text);
    if (first !== undefined) verdict.report(place, "unique", `array items[${first},${index}] must be unique`);
    seen.set(text, index);
  }
}

function judgeContains(wanted: Schema, items: readonly Value[], { place, verdict, verdictOf }: Judgement): void {
  const verdicts: SchemaVerdict[] = [];
  for (const [index, item] of items.entries()) {
    const answer = verdictOf(wanted, item, place.at(String(index)));
    if (answer.isValid) return;
    verdicts.push(answer);
  }
  verdict.report(place, "contains", "At least one of the items must match");
  verdict.merge(bestVerdict(verdicts) ?? new SchemaVerdict());
}

/** Adds what the keywords of objects find, except `properties`. */
export function judgeMembers(schema: Schema, object: ObjectValue, judgement: Judgement): void {
  const { place, verdict } = judgement;
  const keys = objectKeys(object).filter((key) => typeof key === "string");
  if (keys.length < (schema.minProperties ?? 0))
    verdict.report(place, "array_min_properties", `Must have at least ${schema.minProperties} properties`);
  if (keys.length > (schema.maxProperties ?? Number.POSITIVE_INFINITY))
    verdict.report(place, "array_max_properties", `Must have at most ${schema.maxProperties} properties`);
  for (const name of schema.required) {
    if (property(object, name) === undefined) verdict.report(place, "required", `${name} is required`);
    else verdict.score += 1;
  }
  const described = new Set(schema.properties.map(([name]) => name));
  for (const key of keys) {
    const value = property(object, key) ?? null;
    const isMatched = judgePatterns(schema, key, value, judgement);
    if (!described.has(key) && !isMatched) judgeAdditional(schema, key, value, judgement);
  }
  if (schema.propertyNames !== undefined) judgeNames(schema.propertyNames, keys, judgement);
  verdict.score += 1;
}

/** Whether the key matches a pattern. */
function judgePatterns(schema: Schema, key: string, value: Value, { place, verdict, verdictOf }: Judgement): boolean {
  const matching = schema.patternProperties.filter(([pattern]) => pattern.regex.test(key));
  for (const [, member] of matching) verdict.merge(verdictOf(member, value, place.at(key)));
  if (matching.length > 0) verdict.score += 1;
  return matching.length > 0;
}

function judgeAdditional(
  { additionalProperties }: Schema,
  key: string,
  value: Value,
  { place, verdict, verdictOf }: Judgement,
): void {
  if (additionalProperties === false)
    verdict.report(place, "additional_property_not_allowed", `Additional property ${key} is not allowed`);
  else if (typeof additionalProperties === "object")
    verdict.merge(verdictOf(additionalProperties, value, place.at(key)));
}

function judgeNames(names: Schema, keys: readonly string[], { place, verdict, verdictOf }: Judgement): void {
  for (const key of keys) {
    const answer = verdictOf(names, key, place);
    if (answer.isValid) continue;
    verdict.report(place, "invalid_property_name", `Property name of "${key}" does not match`);
    verdict.merge(answer);
  }
}
