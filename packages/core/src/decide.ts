import type { Answer, Consideration, Decision, PassedRule, Problem, Violation } from "./decision.js";
import type { Binding, BoundPolicy, BoundRule, PolicyOutcome, RuleResult } from "./policy-kind.js";
import type { PolicySet } from "./policy-set.js";
import { describeTypeFault } from "./problems.js";
import type { Subject } from "./subject.js";

/** What the rules of one policy came to, with what passed. */
interface Run extends PolicyOutcome {
  readonly passed: readonly PassedRule[];
}

/**
 * Decides about a subject: binds every kind of policy to it, runs the rules, and puts the results in canonical order:
 * kinds of policy as registered, their policies from the strictest action to the mildest, rules in the order in which the
 * real engine reports them, findings in the order in which it visits the object.
 */
export const decide = (subject: Subject, policies: PolicySet): Decision => {
  const bindings = policies.loaded.map((loaded) => loaded.bind(subject));
  const runs = bindings.map((binding) => binding.policies.map((bound) => runPolicy(bound, subject)));
  const violations = runs.flatMap((ofKind) => ofKind.flatMap((run) => run.violations));
  const problems = listProblems(subject, policies, bindings);
  return {
    allowed: !violations.some(({ action }) => action === "deny") && !problems.some(({ effect }) => effect === "deny"),
    violations,
    problems,
    considered: listConsidered(bindings, runs, subject.review.explain === true),
    ...(subject.judgedAs === "request" && { answers: listAnswers(bindings, runs) }),
  };
};

const runPolicy = (bound: BoundPolicy, subject: Subject): Run => {
  const violations: Violation[] = [];
  const passed: PassedRule[] = [];
  for (const rule of bound.rules) {
    const results = subject.review.explain === true ? runRecorded(rule, subject, passed) : rule.run(subject);
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

const describeViolation = ({ policy, actions }: BoundPolicy, rule: BoundRule, result: RuleResult): Violation => ({
  policy,
  rule: rule.id,
  ...(rule.constraint && { constraint: rule.constraint }),
  action: actions[0],
  ...(actions.length > 1 && { scopedActions: actions }),
  ...result,
  ...(rule.help !== undefined && { help: rule.help }),
});

const listProblems = (subject: Subject, policies: PolicySet, bindings: readonly Binding[]): readonly Problem[] => [
  ...policies.problems,
  ...bindings.flatMap(({ problems }) => problems),
  ...subject.reading.faults.map((fault) => describeTypeFault(fault)),
  ...subject.namespaceReading.faults.map((fault) => describeTypeFault(fault, "namespace: ")),
];

const listConsidered = (
  bindings: readonly Binding[],
  runs: readonly (readonly Run[])[],
  explain: boolean,
): readonly Consideration[] => {
  const others = bindings.flatMap(({ considered }) => considered);
  return [
    ...runs.flatMap((ofKind) => ofKind.map((run) => describeRun(run, explain))),
    ...(explain ? others : others.filter(({ outcome }) => outcome !== "skipped")),
  ];
};

const describeRun = ({ bound, passed }: Run, explain: boolean): Consideration => ({
  policy: bound.policy,
  outcome: "applied",
  actions: bound.actions,
  ...(bound.note !== undefined && { note: bound.note }),
  ...(explain && { passed }),
});

const listAnswers = (bindings: readonly Binding[], runs: readonly (readonly Run[])[]): readonly Answer[] =>
  bindings.flatMap(({ answer }, index) => (answer === undefined ? [] : [answer(runs[index] ?? [])]));
