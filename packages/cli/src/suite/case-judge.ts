import type { Json } from "@ostiary/core";
import type { Outcome } from "@ostiary/gatekeeper";
import type { SourceDocuments } from "./source-documents.js";
import type { FoundViolation, Suite, SuiteCase, SuiteTest } from "./suite-model.js";
import type { TemplateWatch } from "./template-coverage.js";

/** What judging an object came to. */
export interface Verdict {
  readonly violations: readonly FoundViolation[];
  /** The object before and after the mutators, where there are any. */
  readonly mutation?: { readonly before: Json; readonly after: Json };
}

/** A test ready to judge its cases. */
export interface CaseJudge {
  /** Judges the object of a case; or tells why it cannot be judged. */
  judge(one: SuiteCase): Outcome<Verdict>;
}

/** What tests are prepared with. */
export interface JudgeContext {
  readonly documents: SourceDocuments;
  /** Watches the rules of templates. */
  readonly watch?: TemplateWatch;
}

/** Prepares a test of a suite; or tells why none of its cases can be run. */
export type PrepareJudge = (test: SuiteTest, suite: Suite, context: JudgeContext) => Outcome<CaseJudge>;
