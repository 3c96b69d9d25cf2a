import type { Constraint } from "../constraint/constraint.js";
import type { CompiledTemplate, EngineConstraint, TemplateEngine } from "../engine/template-engine.js";
import type { Template } from "../template/template.js";
import type { ConcernedConstraint } from "./gatekeeper-client.js";

/** A template whose rule is ready. */
export interface LoadedTemplate {
  readonly template: Template;
  readonly engine: TemplateEngine["name"];
  readonly rule: CompiledTemplate;
  /** By name. */
  readonly constraints: Map<string, LoadedConstraint>;
}

/** A constraint, and what is seen and told of it in every review. */
export interface LoadedConstraint {
  readonly constraint: Constraint;
  readonly seen: EngineConstraint;
  /** What results tell of it, but for actions that differ by enforcement point. */
  readonly told: ConcernedConstraint;
}
