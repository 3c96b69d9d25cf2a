import { knownArgumentNames, providedRequiredArguments, uniqueArgumentNames } from "./graphql-argument-rules.js";
import { knownDirectives, uniqueDirectivesPerLocation } from "./graphql-directive-rules.js";
import { fieldsOnCorrectType, scalarLeafs } from "./graphql-field-rules.js";
import { noFragmentCycles } from "./graphql-fragment-cycles.js";
import {
  fragmentsOnCompositeTypes,
  knownFragmentNames,
  knownTypeNames,
  noUnusedFragments,
  possibleFragmentSpreads,
  uniqueFragmentNames,
} from "./graphql-fragment-rules.js";
import {
  knownRootType,
  loneAnonymousOperation,
  maxIntrospectionDepth,
  singleFieldSubscriptions,
  uniqueOperationNames,
} from "./graphql-operation-rules.js";
import { overlappingFieldsCanBeMerged } from "./graphql-overlapping-fields.js";
import { uniqueInputFieldNames, valuesOfCorrectType } from "./graphql-value-rules.js";
import {
  noUndefinedVariables,
  noUnusedVariables,
  uniqueVariableNames,
  variablesAreInputTypes,
  variablesInAllowedPosition,
} from "./graphql-variable-rules.js";
import type { Rule } from "./graphql-walk.js";

/** What requests must satisfy; by name, which is the order of what they find at one place. */
export const rules: readonly Rule[] = [
  fieldsOnCorrectType,
  fragmentsOnCompositeTypes,
  knownArgumentNames,
  knownDirectives,
  knownFragmentNames,
  knownRootType,
  knownTypeNames,
  loneAnonymousOperation,
  maxIntrospectionDepth,
  noFragmentCycles,
  noUndefinedVariables,
  noUnusedFragments,
  noUnusedVariables,
  overlappingFieldsCanBeMerged,
  possibleFragmentSpreads,
  providedRequiredArguments,
  scalarLeafs,
  singleFieldSubscriptions,
  uniqueArgumentNames,
  uniqueDirectivesPerLocation,
  uniqueFragmentNames,
  uniqueInputFieldNames,
  uniqueOperationNames,
  uniqueVariableNames,
  valuesOfCorrectType,
  variablesAreInputTypes,
  variablesInAllowedPosition,
];
