import { property } from "../../value/collection.js";
import { isInteger, isNumber } from "../../value/number.js";
import { isArray, isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import { judgeItems, judgeMembers } from "./json-schema-collections.js";
import type { Schema } from "./json-schema-model.js";
import { judgeCommon, judgeNumber, judgeString } from "./json-schema-scalars.js";
import { bestVerdict, type DocumentPlace, SchemaVerdict } from "./json-schema-verdict.js";

/** The verdict of a schema about a value. */
export function verdictOf(schema: Schema, value: Value, place: DocumentPlace): SchemaVerdict {
  const verdict = new SchemaVerdict();
  judge(schema, value, place.within(), verdict);
  return verdict;
}

/** Adds what a schema finds; findings and scores come in OPA's order. */
function judge(schema: Schema, value: Value, place: DocumentPlace, verdict: SchemaVerdict): void {
  place.charge();
  if (schema.pass !== undefined) {
    if (!schema.pass) verdict.report(place, "false", "False always fails validation");
    return;
  }
  if (schema.target !== undefined) {
    judge(schema.target, value, place.within(), verdict);
    return;
  }
  if (!hasType(schema, value, place, verdict)) return;
  judgeCombinations(schema, value, place, verdict);
  if (isObjectValue(value)) judgeObject(schema, value, place, verdict);
  else {
    if (isArray(value)) judgeItems(schema, value, { place, verdict, verdictOf });
    if (isNumber(value)) judgeNumber(schema, value, place, verdict);
    judgeCommon(schema, value, place, verdict);
    if (typeof value === "string") judgeString(schema, value, place, verdict);
  }
  verdict.score += 1;
}

function hasType({ types }: Schema, value: Value, place: DocumentPlace, verdict: SchemaVerdict): boolean {
  const type = jsonTypeOf(value);
  if (types.length === 0 || types.includes(type) || (type === "integer" && types.includes("number"))) return true;
  const expected = types.length > 1 ? `[${types.join(",")}]` : types.join();
  verdict.report(place, "invalid_type", `Invalid type. Expected: ${expected}, given: ${type}`);
  return false;
}

function jsonTypeOf(value: Value): string {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (isNumber(value)) return isInteger(value) ? "integer" : "number";
  return typeof value;
}

function judgeObject(schema: Schema, value: ObjectValue, place: DocumentPlace, verdict: SchemaVerdict): void {
  judgeMembers(schema, value, { place, verdict, verdictOf });
  judgeCommon(schema, value, place, verdict);
  for (const [name, member] of schema.properties) {
    const found = property(value, name);
    if (found !== undefined) judge(member, found, place.at(name).within(), verdict);
  }
}

function judgeCombinations(schema: Schema, value: Value, place: DocumentPlace, verdict: SchemaVerdict): void {
  judgeAnyOf(schema, value, place, verdict);
  judgeOneOf(schema, value, place, verdict);
  judgeAllOf(schema, value, place, verdict);
  if (schema.not !== undefined && verdictOf(schema.not, value, place).isValid)
    verdict.report(place, "number_not", "Must not validate the schema (not)");
  if (isObjectValue(value)) judgeDependencies(schema, value, place, verdict);
  judgeCondition(schema, value, place, verdict);
  verdict.score += 1;
}

function judgeAnyOf({ anyOf }: Schema, value: Value, place: DocumentPlace, verdict: SchemaVerdict): void {
  const verdicts: SchemaVerdict[] = [];
  for (const one of anyOf) {
    const answer = verdictOf(one, value, place);
    if (answer.isValid) return;
    verdicts.push(answer);
  }
  if (verdicts.length === 0) return;
  verdict.report(place, "number_any_of", "Must validate at least one schema (anyOf)");
  verdict.merge(bestVerdict(verdicts) ?? new SchemaVerdict());
}

function judgeOneOf({ oneOf }: Schema, value: Value, place: DocumentPlace, verdict: SchemaVerdict): void {
  if (oneOf.length === 0) return;
  const verdicts = oneOf.map((one) => verdictOf(one, value, place));
  const valid = verdicts.filter((one) => one.isValid).length;
  if (valid === 1) return;
  verdict.report(place, "number_one_of", "Must validate one and only one schema (oneOf)");
  if (valid === 0) verdict.merge(bestVerdict(verdicts) ?? new SchemaVerdict());
}

function judgeAllOf({ allOf }: Schema, value: Value, place: DocumentPlace, verdict: SchemaVerdict): void {
  const verdicts = allOf.map((one) => verdictOf(one, value, place));
  for (const one of verdicts) verdict.merge(one);
  if (verdicts.some((one) => !one.isValid))
    verdict.report(place, "number_all_of", "Must validate all the schemas (allOf)");
}

function judgeDependencies(schema: Schema, value: ObjectValue, place: DocumentPlace, verdict: SchemaVerdict): void {
  for (const [name, dependency] of schema.dependencies) {
    if (property(value, name) === undefined) continue;
    if (!isNames(dependency)) {
      judge(dependency, value, place.within(), verdict);
      continue;
    }
    for (const wanted of dependency)
      if (property(value, wanted) === undefined)
        verdict.report(place, "missing_dependency", `Has a dependency on ${wanted}`);
  }
}

const isNames = (dependency: readonly string[] | Schema): dependency is readonly string[] => Array.isArray(dependency);

function judgeCondition(schema: Schema, value: Value, place: DocumentPlace, verdict: SchemaVerdict): void {
  if (schema.condition === undefined) return;
  const isMet = verdictOf(schema.condition, value, place).isValid;
  const branch = isMet ? schema.whenMet : schema.whenUnmet;
  const answer = branch === undefined ? undefined : verdictOf(branch, value, place);
  if (answer === undefined || answer.isValid) return;
  if (isMet) verdict.report(place, "condition_then", 'Must validate "then" as "if" was valid');
  else verdict.report(place, "condition_else", 'Must validate "else" as "if" was not valid');
  verdict.merge(answer);
}
