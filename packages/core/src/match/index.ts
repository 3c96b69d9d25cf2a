export { isClusterScoped } from "./cluster-scoped.js";
export {
  type ConstraintMatch,
  compileConstraintMatch,
  compileCriteria,
  type MatchCriterion,
  type MatchNamespace,
  type MatchResult,
  type MatchSource,
  type MatchTarget,
} from "./constraint-match.js";
export { compileLabelSelector, type LabelSelector, type Labels } from "./label-selector.js";
export { labelSelectorFaults } from "./label-selector-faults.js";
export { labelKeyFaults, labelValueFaults } from "./label-syntax.js";
export { readMatchNamespace, readMatchTarget } from "./match-target.js";
export { matchesGlob } from "./namespace-glob.js";
