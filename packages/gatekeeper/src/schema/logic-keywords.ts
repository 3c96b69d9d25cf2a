import { goQuote } from "@ostiary/rules";
import type { JsonSchema } from "./json-schema.js";
import type { Judgement, KeywordFamily } from "./keyword-family.js";
import { looseError, ValidationResult } from "./validation-result.js";

/**
 * `anyOf`, `oneOf`, `allOf` and `not`. Of alternatives that all fail, the errors of the one with most passed checks are told.
 *
 * @source k8s.io/kube-openapi, pkg/validation/validate/schema_props.go
 */
export const logicKeywords: KeywordFamily = {
  applies: () => true,
  judge: (judgement) => {
    const result = new ValidationResult();
    judgeAnyOf(judgement, result);
    judgeOneOf(judgement, result);
    judgeAllOf(judgement, result);
    const { not } = judgement.schema;
    if (not !== undefined && validate(judgement, not).isValid) {
      result.add(looseError(`${goQuote(judgement.place)} must not validate the schema (not)`));
    }
    result.matches++;
    return result;
  },
};

const validate = ({ value, place, context }: Judgement, schema: JsonSchema): ValidationResult =>
  context.validate(schema, value, place);

/** The failure with most passed checks, the first of several. */
const nearest = (failures: readonly ValidationResult[]): ValidationResult | undefined =>
  failures.reduce<ValidationResult | undefined>(
    (best, failure) => (best === undefined || failure.matches > best.matches ? failure : best),
    undefined,
  );

const judgeAnyOf = (judgement: Judgement, result: ValidationResult): void => {
  const { anyOf = [] } = judgement.schema;
  const failures: ValidationResult[] = [];
  for (const alternative of anyOf) {
    const outcome = validate(judgement, alternative);
    if (outcome.isValid) {
      result.merge(outcome);
      return;
    }
    failures.push(outcome);
  }
  const best = nearest(failures);
  if (best === undefined) return;
  result.add(looseError(`${goQuote(judgement.place)} must validate at least one schema (anyOf)`));
  result.merge(best);
};

const judgeOneOf = (judgement: Judgement, result: ValidationResult): void => {
  const { oneOf = [] } = judgement.schema;
  if (oneOf.length === 0) return;
  const outcomes = oneOf.map((alternative) => validate(judgement, alternative));
  const valid = outcomes.filter(({ isValid }) => isValid);
  const [first] = valid;
  if (first !== undefined && valid.length === 1) {
    result.merge(first);
    return;
  }
  const found = valid.length === 0 ? "Found none valid" : `Found ${valid.length} valid alternatives`;
  result.add(looseError(`${goQuote(judgement.place)} must validate one and only one schema (oneOf). ${found}`));
  const best = valid.length === 0 ? nearest(outcomes) : undefined;
  if (best !== undefined) result.merge(best);
};

const judgeAllOf = (judgement: Judgement, result: ValidationResult): void => {
  const { allOf = [] } = judgement.schema;
  if (allOf.length === 0) return;
  const outcomes = allOf.map((part) => validate(judgement, part));
  for (const outcome of outcomes) result.merge(outcome);
  const valid = outcomes.filter(({ isValid }) => isValid).length;
  if (valid === allOf.length) return;
  const none = valid === 0 ? ". None validated" : "";
  result.add(looseError(`${goQuote(judgement.place)} must validate all the schemas (allOf)${none}`));
};
