import type { RuleResult } from "@ostiary/rules";
import { answerForGatekeeper } from "./admission/gatekeeper-answer.js";
import type { Answer, Consideration, Decision, PassedRule, Problem, Violation } from "./decision.js";
import { judgeKind } from "./judge-kind.js";
import type { BoundPolicy, BoundRule, GatekeeperPart, LoadedPolicies, PolicyOutcome } from "./policy-kind.js";
import type { PolicySet } from "./policy-set.js";
import { describeTypeFault } from "./problems.js";
import type { Subject } from "./subject.js";

/** What the rules of one policy came to, with what passed. */
interface Run extends PolicyOutcome {
  readonly passed: readonly PassedRule[];
}

/** A decision in the making. */
interface Draft {
  readonly violations: Violation[];
  readonly problems: Problem[];
  readonly considered: Consideration[];
  readonly answers: Answer[];
  /** What Gatekeeper was asked by kinds of policy that it enforces. */
  readonly gatekeeper: GatekeeperReview[];
}

interface GatekeeperReview extends GatekeeperPart {
  readonly outcomes: readonly PolicyOutcome[];
}

/**
 * Decides about a subject: binds every kind of policy to it, runs the rules, and lists the results in canonical order: kinds
 * of policy as registered, their policies from the strictest action to the mildest, rules in the order in which the real
 * engine reports them, findings in the order in which it visits the object.
 */
export const decide = (subject: Subject, policies: PolicySet): Decision => {
  const draft: Draft = {
    violations: [],
    problems: [...policies.problems],
    considered: [],
    answers: [],
    gatekeeper: [],
  };
  for (const loaded of policies.loaded) judge(subject, loaded, draft);
  append(draft.problems, judgeKind(subject));
  for (const fault of subject.reading.faults) draft.problems.push(describeTypeFault(fault));
  for (const fault of subject.namespaceReading.faults) draft.problems.push(describeTypeFault(fault, "namespace: "));
  const { violations, problems, considered } = draft;
  const decision = { allowed: isAllowed(draft), violations, problems, considered };
  return subject.judgedAs === "request" ? { ...decision, answers: listAnswers(draft) } : decision;
};

const listAnswers = ({ answers, gatekeeper }: Draft): readonly Answer[] => {
  if (gatekeeper.length === 0) return answers;
  const outcomes = gatekeeper.flatMap((review) => review.outcomes);
  return [...answers, answerForGatekeeper(outcomes, Object.assign({}, ...gatekeeper.toReversed()))];
};

const isAllowed = ({ violations, problems }: Draft): boolean =>
  !violations.some(({ action }) => action === "deny") && !problems.some(({ effect }) => effect === "deny");

const judge = (subject: Subject, loaded: LoadedPolicies, draft: Draft): void => {
  const explain = subject.review.explain === true;
  const binding = loaded.bind(subject);
  const runs = binding.policies.map((bound) => runPolicy(bound, subject, explain));
  for (const run of runs) {
    append(draft.violations, run.violations);
    draft.considered.push(describeRun(run, explain));
  }
  append(draft.problems, binding.problems);
  append(
    draft.considered,
    binding.considered.filter(({ outcome }) => explain || outcome !== "skipped"),
  );
  if (subject.judgedAs !== "request") return;
  if (binding.answer !== undefined) draft.answers.push(binding.answer(runs));
  if (binding.gatekeeper !== undefined) draft.gatekeeper.push({ ...binding.gatekeeper, outcomes: runs });
};

/** Appends any number of items; spreading them into a call would overflow the stack at some hundred thousand. */
const append = <Item>(list: Item[], items: readonly Item[]): void => {
  for (const item of items) list.push(item);
};

const runPolicy = (bound: BoundPolicy, subject: Subject, explain: boolean): Run => {
  const violations: Violation[] = [];
  const passed: PassedRule[] = [];
  for (const rule of bound.rules) {
    const results = explain ? runRecorded(rule, subject, passed) : rule.run(subject);
    for (const result of results) violations.push(describeViolation(bound, rule, result));
  }
  return { bound, violations, passed };
};

/** Runs a rule and, if it passes, notes what it looked at. */
const runRecorded = (rule: BoundRule, subject: Subject, passed: PassedRule[]): readonly RuleResult[] => {
  subject.reading.reads = [];
  const results = rule.run(subject);
  if (results.length === 0) passed.push({ rule: rule.id, reads: subject.reading.reads });
  subject.reading.reads = undefined;
  return results;
};

const describeViolation = ({ policy, actions }: BoundPolicy, rule: BoundRule, result: RuleResult): Violation => {
  const violation = { policy, rule: rule.id, action: actions[0], ...result, ...rule.about };
  return actions.length > 1 ? { ...violation, scopedActions: actions } : violation;
};

/** A note on a policy tells what becomes of its violations: where there are none there is nothing to tell. */
const describeRun = ({ bound, violations, passed }: Run, explain: boolean): Consideration => ({
  policy: bound.policy,
  outcome: "applied",
  actions: bound.actions,
  ...(bound.note !== undefined && violations.length > 0 && { note: bound.note }),
  ...(explain && { passed }),
});
